import { escapeMarkdown } from '../../text/escapeMarkdown.js';
import type {
  FindingGroup,
  FindingKind,
  Report,
  ReportFinding,
  ReportSide,
  ReportWords,
} from './report.js';
import { spaceBetween } from './reportHtmlFindings.js';
import type { LinkTo } from './reportPlace.js';
import {
  judgementTable,
  lineLink,
  subjectTable,
  summaryTable,
  unrecordedTable,
  withoutSidecarTable,
  type Piece,
  type ReportTable,
} from './reportTables.js';
import {
  entriesNote,
  introduction,
  leftOut,
  marksOf,
  nothing,
  partNames,
  parts,
  severityNames,
  shownText,
  sourceOf,
  titleOf,
  type Part,
} from './reportWords.js';

/** The report as Markdown (GFM). Every text of a file is escaped; only the report's own links are links. */
export function reportMarkdown(report: Report, linkTo: LinkTo): string {
  const paragraphs = [
    `# ${inert(titleOf(report))}`,
    introduction(report),
    partNames.map((name) => `- [${parts[name]}](#${anchorOf(name)})`).join('\n'),
    heading('summary'),
    table(summaryTable(report), linkTo),
    entriesNote(report),
    heading('findings'),
    ...(report.groups.length === 0
      ? [nothing.findings]
      : report.groups.flatMap((group) => groupOf(group, linkTo))),
    heading('judgements'),
    report.judgements.total === 0 ? nothing.judgements : table(judgementTable(report), linkTo),
    heading('facts'),
    report.subjects.total === 0 ? nothing.facts : leftOut(report.subjects, 'subject'),
    ...report.subjects.shown.flatMap((subject) => [
      `### ${inert(subject.name === '' ? 'No subject' : subject.name)}`,
      table(subjectTable(subject), linkTo),
    ]),
    heading('unrecorded'),
    report.unrecorded.total === 0 ? nothing.unrecorded : table(unrecordedTable(report), linkTo),
    report.withoutSidecar.total === 0 ? '' : table(withoutSidecarTable(report), linkTo),
  ];
  return `${paragraphs.filter((text) => text !== '').join('\n\n')}\n`;
}

function heading(name: Part): string {
  return `## ${parts[name]}`;
}

/** As GitHub and most others make it of a heading. */
function anchorOf(name: Part): string {
  return parts[name].toLowerCase().replaceAll(' ', '-');
}

/** Text of a file on one line. A `#` at the end of a heading would be left out as its end. */
function inert(text: string): string {
  const escaped = escapeMarkdown(shownText(text));
  return escaped === '\\#' ? escaped : escaped.replace(/#$/, '\\#');
}

/** The caption is a paragraph: GFM knows none. */
function table({ caption, columns, rows, note }: ReportTable, linkTo: LinkTo): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const lines = [
    row(columns),
    row(columns.map(() => '---')),
    ...rows.map((cells) =>
      row(cells.map((cell) => cell.map((piece) => markdownPiece(piece, linkTo)).join(''))),
    ),
  ];
  return `${inert(caption)}\n\n${lines.join('\n')}${note === '' ? '' : `\n\n${note}`}`;
}

function markdownPiece({ text, to, as }: Piece, linkTo: LinkTo): string {
  if (text === ' ') {
    return text;
  }
  const escaped = inert(text);
  const words = as === 'quote' ? `“${escaped}”` : as === 'strong' ? strong('', text, '') : escaped;
  const href = to === undefined ? null : linkTo(to);
  // A space at an end is the report's own: it parts the words from those beside them.
  const [before, after] = [/^ /.test(text) ? ' ' : '', / $/.test(text) ? ' ' : ''];
  return `${before}${href === null ? words : `[${words}](${href})`}${after}`;
}

function groupOf(group: FindingGroup, linkTo: LinkTo): readonly string[] {
  return [
    `### ${severityNames[group.severity][1]} (${group.total})`,
    ...group.kinds.flatMap((kind) => kindOf(kind, linkTo)),
  ];
}

function kindOf(kind: FindingKind, linkTo: LinkTo): readonly string[] {
  return [
    `#### ${kind.code} (${kind.total})`,
    kind.summary,
    ...kind.shown.flatMap((finding) => findingOf(finding, linkTo)),
    leftOut(kind, 'finding'),
  ];
}

function findingOf(finding: ReportFinding, linkTo: LinkTo): readonly string[] {
  const { severity, title, message, sides, more, acknowledged, told } = finding;
  return [
    `##### ${severityNames[severity][0]}: ${inert(title)}`,
    ...sides.flatMap((side) => sideOf(side, linkTo)),
    more === 0 ? '' : `And ${more} more places.`,
    inert(message),
    ...acknowledged.map((reason) => `Acknowledged: ${inert(reason)}`),
    ...told
      .filter((end) => end.severity !== severity)
      .map(
        (end) =>
          `Told as ${severityNames[end.severity][0].toLowerCase()} at ${markdownPiece(lineLink(end.place), linkTo)}.`,
      ),
  ];
}

function sideOf({ label, place, fact, words }: ReportSide, linkTo: LinkTo): readonly string[] {
  const name = `- ${inert(label)}`;
  if (fact === null) {
    return [
      `${name} ${markdownPiece(lineLink(place), linkTo)}`,
      words === null ? '' : quotation(words, '', linkTo),
    ];
  }
  const marks = marksOf({ ...fact, isContested: false });
  const stated = `${strong('', fact.value, '')} – ${inert(sourceOf(fact))}${marks === '' ? '' : ` (${marks})`}`;
  const { title, details } = fact.article;
  const from = details === '' ? title : `${title} (${details})`;
  return [
    `${name}: ${stated}, ${markdownPiece(lineLink(fact.place), linkTo)}`,
    fact.quotes.length === 0 ? '  No words are quoted.' : '',
    ...fact.quotes.map(({ quoted, found }) =>
      found === null
        ? `  > ${inert(quoted)}\n  >\n  > These words are not found in the article.`
        : quotation(found, from, linkTo),
    ),
  ];
}

/** @param from what the article is called; empty where that is not to be said */
function quotation(
  { before, words, after, place }: ReportWords,
  from: string,
  linkTo: LinkTo,
): string {
  const quote = `${inert(before)}${spaceBetween(before, words)}${strong(before, words, after)}${spaceBetween(words, after)}${inert(after)}`;
  const source =
    from === '' ? '' : `\n  >\n  > ${inert(from)}, ${markdownPiece(lineLink(place), linkTo)}`;
  return `  > ${quote}${source}`;
}

/**
 * Words in bold. Between letters or at punctuation CommonMark takes asterisks as they are: there the
 * words stay plain.
 */
function strong(before: string, text: string, after: string): string {
  const escaped = inert(text);
  const isFree = /^(?:.*\s)?$/s.test(before) && /^(?:\s.*)?$/s.test(after);
  const isWord = /^[\p{L}\p{N}]/u.test(escaped) && /[\p{L}\p{N}]$/u.test(escaped);
  return escaped !== '' && (isFree || isWord) ? `**${escaped}**` : escaped;
}
