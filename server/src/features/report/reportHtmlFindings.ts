import type { Severity } from '../../rules/finding.js';
import { element, type Child, type Html } from './htmlElement.js';
import type {
  FindingGroup,
  FindingKind,
  ReportFinding,
  ReportSide,
  ReportWords,
} from './report.js';
import { htmlPiece } from './reportHtmlTable.js';
import type { LinkTo } from './reportPlace.js';
import { lineLink } from './reportTables.js';
import { counted, leftOut, marksOf, severityNames, shownText, sourceOf } from './reportWords.js';

export function groupId(severity: Severity): string {
  return `findings-${severity}`;
}

/** All findings of a severity, kind by kind. */
export function findingGroup(group: FindingGroup, linkTo: LinkTo): Html {
  const id = groupId(group.severity);
  return element(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    element('h3', { id: `${id}-title` }, `${severityNames[group.severity][1]} (${group.total})`),
    group.kinds.map((kind) => findingKind(kind, linkTo)),
  );
}

function findingKind(kind: FindingKind, linkTo: LinkTo): Child {
  const note = leftOut(kind, 'finding');
  return [
    element('h4', {}, `${kind.code} (${kind.total})`),
    element('p', {}, kind.summary),
    kind.shown.map((finding) => [findingEntry(finding, linkTo), '\n']),
    note === '' ? [] : element('p', { class: 'note' }, note),
  ];
}

function findingEntry(finding: ReportFinding, linkTo: LinkTo): Html {
  const { severity, title, message, sides, more, acknowledged } = finding;
  return element(
    'article',
    { class: `finding ${severity}` },
    element(
      'h5',
      {},
      element('span', { class: 'severity' }, severityNames[severity][0]),
      ' ',
      element('bdi', {}, shownText(title)),
    ),
    element(
      'div',
      { class: 'sides' },
      sides.map((side) => sideOf(side, linkTo)),
    ),
    more === 0 ? [] : element('p', { class: 'note' }, `And ${counted(more, 'more place')}.`),
    message === '' ? [] : element('p', { class: 'why' }, withCode(message)),
    acknowledged.map((reason) =>
      element('p', { class: 'judged' }, element('strong', {}, 'Acknowledged: '), shownText(reason)),
    ),
    toldElsewhere(finding, linkTo),
  );
}

/** A finding that is less severe at its other end says so: the counts of the check are told by end. */
function toldElsewhere({ severity, told }: ReportFinding, linkTo: LinkTo): Child {
  return told
    .filter((end) => end.severity !== severity)
    .map((end) =>
      element(
        'p',
        { class: 'note' },
        `Told as ${severityNames[end.severity][0].toLowerCase()} at `,
        htmlPiece(lineLink(end.place), linkTo),
        '.',
      ),
    );
}

function sideOf({ label, place, fact, words }: ReportSide, linkTo: LinkTo): Html {
  const name = element('span', { class: 'label' }, withCode(label));
  if (fact === null) {
    return element(
      'div',
      { class: 'side' },
      element('p', {}, name, ' ', htmlPiece(lineLink(place), linkTo)),
      words === null ? [] : quotation(words, null, linkTo),
    );
  }
  const marks = marksOf({ ...fact, isContested: false });
  const { title, details } = fact.article;
  return element(
    'div',
    { class: 'side' },
    element('p', {}, name, ' ', htmlPiece(lineLink(fact.place), linkTo)),
    element(
      'p',
      {},
      element('strong', { class: 'value', dir: 'auto' }, shownText(fact.value)),
      ' ',
      element('bdi', {}, shownText(sourceOf(fact))),
      marks === '' ? [] : ` (${marks})`,
    ),
    fact.quotes.length === 0 ? element('p', { class: 'note' }, 'No words are quoted.') : [],
    fact.quotes.map(({ quoted, found }) =>
      found === null
        ? element(
            'blockquote',
            {},
            element('p', { dir: 'auto' }, shownText(quoted)),
            element('p', { class: 'note' }, 'These words are not found in the article.'),
          )
        : quotation(found, details === '' ? title : `${title} (${details})`, linkTo),
    ),
  );
}

/** Words of an article among those around them. @param from what the article is called, where that is to be said */
function quotation(
  { before, words, after, place }: ReportWords,
  from: string | null,
  linkTo: LinkTo,
): Html {
  return element(
    'blockquote',
    {},
    element(
      'p',
      { dir: 'auto' },
      shownText(before),
      spaceBetween(before, words),
      element('mark', {}, shownText(words)),
      spaceBetween(words, after),
      shownText(after),
    ),
    from === null
      ? []
      : element(
          'p',
          { class: 'from' },
          element('bdi', {}, shownText(from)),
          ', ',
          htmlPiece(lineLink(place), linkTo),
        ),
  );
}

/** Two stretches of one text stand apart where white space is between them. */
export function spaceBetween(first: string, second: string): string {
  return /\s$/.test(first) || /^\s/.test(second) ? ' ' : '';
}

/** The words of a message, with what it puts between backticks as code. */
function withCode(message: string): Child {
  return shownText(message)
    .split(/`([^`]*)`/)
    .map((words, index) => (index % 2 === 0 ? words : element('code', {}, words)));
}
