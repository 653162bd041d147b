import type { Report, ReportArticle, ReportFact, ReportPlace, SubjectFacts } from './report.js';
import { counted, leftOut, marksOf, shownText, statedAs } from './reportWords.js';

/** Words in a cell: plain, a link to a place, or words quoted from an article. */
export interface Piece {
  readonly text: string;
  readonly to?: ReportPlace;
  readonly as?: 'quote' | 'strong';
}

export type Cell = readonly Piece[];

/** A table, before it is HTML or Markdown. The first cell of a row is its heading. */
export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What it leaves out, in words; empty where it is whole. */
  readonly note: string;
}

export function summaryTable({ summary, unrecorded, withoutSidecar }: Report): ReportTable {
  const rows: readonly (readonly [string, number])[] = [
    ['Articles', summary.articles],
    ['Articles without a sidecar', withoutSidecar.total],
    ['Articles with unrecorded figures', unrecorded.total],
    ['Sidecars', summary.sidecars],
    ['Facts', summary.facts],
    ['Organisations', summary.organisations],
    ['Errors', summary.error],
    ['Warnings', summary.warning],
    ['Notes', summary.information],
    ['Hints', summary.hint],
  ];
  return {
    caption: 'What was read and found',
    columns: ['What', 'Number'],
    rows: rows.map(([what, number]) => [plain(what), plain(String(number))]),
    note: '',
  };
}

export function judgementTable({ judgements }: Report): ReportTable {
  return {
    caption: 'Findings that somebody has judged, and why',
    columns: ['Fact or line', 'Finding', 'How', 'Reason', 'Where'],
    rows: judgements.shown.map(({ about, against, codes, how, reason, place }) => [
      plain(against === '' ? about : `${about} against ${against}`),
      plain(codes),
      plain(how),
      plain(reason === '' ? 'none given, so it silences nothing' : reason),
      [lineLink(place)],
    ]),
    note: leftOut(judgements, 'judgement'),
  };
}

/** All facts about one subject, each with its source. */
export function subjectTable(subject: SubjectFacts): ReportTable {
  const kind = subject.kind === '' ? 'not defined' : subject.kind;
  const name = subject.name === '' ? 'No subject' : subject.name;
  return {
    caption: `${shownText(name)} (${kind}): ${counted(subject.total, 'fact')}`,
    columns: ['What', 'Value', 'When', 'Who says so', 'Stated as', 'Article', 'Quote', 'Where'],
    rows: subject.shown.map((fact) => [
      plain(fact.what),
      valueCell(fact),
      plain(fact.when),
      plain(fact.who),
      plain(statedAs(fact)),
      articleCell(fact.article),
      quoteCell(fact),
      [lineLink(fact.place)],
    ]),
    note: leftOut(subject, 'fact'),
  };
}

function valueCell(fact: ReportFact): Cell {
  const marks = marksOf(fact);
  return [
    { text: shownText(fact.value), as: 'strong' },
    ...(marks === '' ? [] : plain(` ${marks}`)),
  ];
}

function articleCell({ title, details, place }: ReportArticle): Cell {
  return [
    { text: shownText(title), to: place },
    ...(details === '' ? [] : plain(` (${shownText(details)})`)),
  ];
}

function quoteCell({ quotes }: ReportFact): Cell {
  if (quotes.length === 0) {
    return plain('none');
  }
  return quotes.flatMap(({ quoted, found }, index): Cell => [
    ...(index === 0 ? [] : plain(' ')),
    found === null
      ? { text: shownText(quoted), as: 'quote' }
      : { text: shownText(quoted), as: 'quote', to: found.place },
    ...(found === null ? plain(' (not found)') : []),
  ]);
}

export function unrecordedTable({ unrecorded }: Report): ReportTable {
  return {
    caption: 'Figures about known organisations that no fact records',
    columns: ['Article', 'Number', 'Figures'],
    rows: unrecorded.shown.map(({ article, figures }) => [
      articleCell(article),
      plain(String(figures.total)),
      plain(
        [
          ...figures.shown.map((figure) => `“${shownText(figure)}”`),
          ...(figures.total > figures.shown.length ? ['…'] : []),
        ].join(', '),
      ),
    ]),
    note: leftOut(unrecorded, 'article'),
  };
}

export function withoutSidecarTable({ withoutSidecar }: Report): ReportTable {
  return {
    caption: 'Articles without a sidecar: nothing in them is recorded',
    columns: ['Article', 'Where'],
    rows: withoutSidecar.shown.map((article) => [articleCell(article), [lineLink(article.place)]]),
    note: leftOut(withoutSidecar, 'article'),
  };
}

/** `003-mergers.facts.yaml:12` */
export function lineLink(place: ReportPlace): Piece {
  return { text: `${shownText(place.file)}:${place.line}`, to: place };
}

function plain(text: string): Cell {
  // A space at an end is the report's own.
  const [, before = '', , after = ''] = /^( ?)(.*?)( ?)$/s.exec(text) ?? [];
  return [{ text: `${before}${shownText(text)}${after}` }];
}
