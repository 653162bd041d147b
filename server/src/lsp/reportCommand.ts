import { collectReport } from '../features/report/collectReport.js';
import type { ReportPlace } from '../features/report/report.js';
import { reportHtml, type ReportHost } from '../features/report/reportHtml.js';
import { reportMarkdown } from '../features/report/reportMarkdown.js';
import { relativeLinks, type LinkTo } from '../features/report/reportPlace.js';
import { editorStyle } from '../features/report/reportStyle.js';
import type { RequestHost } from './requestHost.js';
import { refusal, type ServerCommand } from './serverCommand.js';

/**
 * Answers with a report as text. Its arguments: `html` or `md`, and `{folder, date, base}`: what to
 * call the folder, today's date in words, and the URI of the folder in which it will stand, for its
 * links. With `editor` it is a page for VS Code's webview, whose links are commands.
 */
export const report: ServerCommand = {
  name: 'policyFacts.report',
  run: (context, [format, options], host) => {
    const { folder, date, base } = readOptions(options);
    const collected = collectReport(context, { folder, date });
    const linkTo = base === '' ? noLinks : relativeLinks(base);
    switch (format) {
      case 'html':
        return reportHtml(collected, linkTo);
      case 'md':
        return reportMarkdown(collected, linkTo);
      case 'editor':
        return reportHtml(collected, placeCommand(host), editorHost);
      default:
        return refusal('A report is `html` or `md`.');
    }
  },
};

const noLinks: LinkTo = () => null;

interface Options {
  readonly folder: string;
  readonly date: string;
  readonly base: string;
}

/** Any program may send anything: what is no text is left out. */
function readOptions(options: unknown): Options {
  const parts: Partial<Record<string, unknown>> =
    typeof options === 'object' && options !== null ? { ...options } : {};
  const text = (key: keyof Options): string => {
    const value = parts[key];
    return typeof value === 'string' ? value : '';
  };
  return { folder: text('folder'), date: text('date'), base: text('base') };
}

/** A link that runs a command of VS Code's, as its webviews take it. */
function commandLink(command: string, args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}

/** To the place in the editor; the file as the client spells it. */
function placeCommand({ documents }: RequestHost): LinkTo {
  return ({ uri, line, column }: ReportPlace) =>
    commandLink('policyFacts.openReportPlace', [documents.spelling(uri), line, column]);
}

const editorHost: ReportHost = {
  style: editorStyle,
  actions: [
    { label: 'Save as HTML…', href: commandLink('policyFacts.saveReport', ['html']) },
    { label: 'Save as Markdown…', href: commandLink('policyFacts.saveReport', ['md']) },
    { label: 'Refresh', href: commandLink('policyFacts.showReport', []) },
  ],
};
