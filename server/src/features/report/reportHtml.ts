import { element, Html, type Child } from './htmlElement.js';
import type { FindingGroup, Report } from './report.js';
import { findingGroup, groupId } from './reportHtmlFindings.js';
import { htmlTable } from './reportHtmlTable.js';
import type { LinkTo } from './reportPlace.js';
import { pageStyle } from './reportStyle.js';
import {
  judgementTable,
  subjectTable,
  summaryTable,
  unrecordedTable,
  withoutSidecarTable,
} from './reportTables.js';
import {
  counted,
  entriesNote,
  introduction,
  leftOut,
  nothing,
  partNames,
  parts,
  severityNames,
  shownText,
  titleOf,
  type Part,
} from './reportWords.js';

/** A place that shows the page other than a browser: how it looks there, and what it offers at the top. */
export interface ReportHost {
  /** CSS after the page's own. */
  readonly style: string;
  readonly actions: readonly { readonly label: string; readonly href: string }[];
}

const onItsOwn: ReportHost = { style: '', actions: [] };

/** Nothing is loaded, run or sent; only the page's own style counts. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as a page of HTML that needs nothing else. */
export function reportHtml(report: Report, linkTo: LinkTo, host: ReportHost = onItsOwn): string {
  const title = titleOf(report);
  const page = element(
    'html',
    { lang: 'en-GB' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'color-scheme', content: 'light dark' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('title', {}, title),
      new Html(`<style>${pageStyle}${host.style}</style>`),
    ),
    '\n',
    element(
      'body',
      {},
      skipLinks(),
      element(
        'header',
        {},
        element('h1', {}, title),
        element('p', {}, introduction(report)),
        actionLinks(host),
      ),
      contents(report),
      '\n',
      element(
        'main',
        { id: 'report' },
        part('summary', htmlTable(summaryTable(report), linkTo), paragraph(entriesNote(report))),
        part('findings', findings(report.groups, linkTo)),
        part('judgements', judgements(report, linkTo)),
        part('facts', facts(report, linkTo)),
        part('unrecorded', unrecorded(report, linkTo)),
      ),
      element(
        'footer',
        {},
        element(
          'p',
          {},
          'Made by Policy Facts from files on one machine. This page has no scripts and loads nothing.',
        ),
      ),
    ),
  );
  return `<!DOCTYPE html>\n${page.source}\n`;
}

function skipLinks(): Html {
  return element(
    'div',
    { class: 'skip' },
    element('a', { href: '#report' }, 'Skip to the report'),
    element('a', { href: '#findings' }, 'Skip to the findings'),
  );
}

function actionLinks({ actions }: ReportHost): Child {
  return actions.length === 0
    ? []
    : element(
        'p',
        { class: 'actions' },
        actions.map(({ label, href }) => [element('a', { href }, label), ' ']),
      );
}

function contents(report: Report): Html {
  const { groups, subjects } = report;
  const link = (id: string, label: string, count: string): Child => [
    element('a', { href: `#${id}` }, label),
    count === '' ? [] : ` (${count})`,
  ];
  const counts: Readonly<Record<Part, string>> = {
    summary: '',
    findings: String(report.entries),
    judgements: String(report.judgements.total),
    facts: String(report.summary.facts),
    unrecorded: String(report.unrecorded.total),
  };
  const below: Partial<Record<Part, readonly Child[]>> = {
    findings: groups.map(({ severity, total }) =>
      link(groupId(severity), severityNames[severity][1], String(total)),
    ),
    facts: subjects.shown.map(({ name, total }, index) =>
      link(subjectId(index), subjectName(name), String(total)),
    ),
  };
  return element(
    'nav',
    { 'aria-labelledby': 'contents' },
    element('h2', { id: 'contents' }, 'Contents'),
    element(
      'ul',
      {},
      partNames.map((name) =>
        element(
          'li',
          {},
          link(name, parts[name], counts[name]),
          list(below[name] ?? [], name === 'facts' ? 'many' : undefined),
        ),
      ),
    ),
  );
}

function list(items: readonly Child[], className: string | undefined): Child {
  return items.length === 0
    ? []
    : element(
        'ul',
        { class: className },
        items.map((item) => element('li', {}, item)),
      );
}

function part(name: Part, ...children: readonly Child[]): Child {
  return [
    element(
      'section',
      { id: name, 'aria-labelledby': `${name}-title` },
      element('h2', { id: `${name}-title` }, parts[name]),
      children,
    ),
    '\n',
  ];
}

function paragraph(text: string): Child {
  return text === '' ? [] : element('p', { class: 'note' }, text);
}

function findings(groups: readonly FindingGroup[], linkTo: LinkTo): Child {
  return groups.length === 0
    ? paragraph(nothing.findings)
    : groups.map((group) => findingGroup(group, linkTo));
}

function judgements(report: Report, linkTo: LinkTo): Child {
  return report.judgements.total === 0
    ? paragraph(nothing.judgements)
    : htmlTable(judgementTable(report), linkTo);
}

function facts({ subjects }: Report, linkTo: LinkTo): Child {
  if (subjects.total === 0) {
    return paragraph(nothing.facts);
  }
  return [
    paragraph(leftOut(subjects, 'subject')),
    subjects.shown.map((subject, index) => [
      element(
        'section',
        { id: subjectId(index), 'aria-labelledby': `${subjectId(index)}-title` },
        element('h3', { id: `${subjectId(index)}-title` }, subjectName(subject.name)),
        htmlTable(subjectTable(subject), linkTo),
      ),
      '\n',
    ]),
  ];
}

/** No id of people's: theirs could be anything. */
function subjectId(index: number): string {
  return `subject-${index + 1}`;
}

function subjectName(name: string): string {
  return name === '' ? 'No subject' : shownText(name);
}

function unrecorded(report: Report, linkTo: LinkTo): Child {
  const { withoutSidecar } = report;
  return [
    report.unrecorded.total === 0
      ? paragraph(nothing.unrecorded)
      : htmlTable(unrecordedTable(report), linkTo),
    withoutSidecar.total === 0
      ? []
      : [
          paragraph(`${counted(withoutSidecar.total, 'article has', 'articles have')} no sidecar.`),
          htmlTable(withoutSidecarTable(report), linkTo),
        ],
  ];
}
