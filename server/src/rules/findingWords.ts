import type { Corpus } from '../corpus/corpus.js';
import type { StringTable } from '../corpus/stringTable.js';
import type { LineRange } from '../text/lineIndex.js';
import type { Span } from '../text/span.js';
import type { Finding, Related } from './finding.js';

/**
 * How a finding was told: its words, and where it and its related places stand. Ranges are kept beside
 * the spans, since a file would have to be read again only to find its lines.
 */
export interface FindingWords {
  readonly message: string;
  readonly range?: LineRange;
  readonly related: readonly Related[];
}

/** Line, character, line, character, in UTF-16 units; null in a file that is not there. */
type PlainRange = readonly [number, number, number, number] | null;

/** Words with their texts and URIs by number. */
export type PlainWords = readonly [
  message: number,
  range: PlainRange,
  related: readonly (readonly [
    uri: number,
    message: number,
    start: number,
    end: number,
    range: PlainRange,
  ])[],
];

/** Puts down how a finding is told. Files are read again for it, unless it is known. */
export function plainWords(finding: Finding, corpus: Corpus, texts: StringTable): PlainWords {
  const rangeOf = (uri: string, span: Span, known: LineRange | undefined): PlainRange =>
    plainRange(known ?? corpus.source(uri)?.lines.rangeAt(span));
  const { uri, span, range, message, related } = finding;
  return [
    texts.numberOf(message),
    rangeOf(uri, span, range),
    related.map((place) => [
      texts.numberOf(place.uri),
      texts.numberOf(place.message),
      place.span.start,
      place.span.end,
      rangeOf(place.uri, place.span, place.range),
    ]),
  ];
}

function plainRange(range: LineRange | undefined): PlainRange {
  return range === undefined
    ? null
    : [range.start.line, range.start.character, range.end.line, range.end.character];
}

/** The words behind their numbers. */
export function wordsFrom(
  [message, range, related]: PlainWords,
  texts: readonly string[],
): FindingWords {
  return {
    message: texts[message] ?? '',
    ...placed(range),
    related: related.map(([uri, words, start, end, itsRange]) => ({
      uri: texts[uri] ?? '',
      span: { start, end },
      message: texts[words] ?? '',
      ...placed(itsRange),
    })),
  };
}

function placed(range: PlainRange): { readonly range?: LineRange } {
  if (range === null) {
    return {};
  }
  const [line, character, endLine, endCharacter] = range;
  return {
    range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
  };
}

/** The words without the ranges: for files that may have other lines now. */
export function unplaced(related: readonly Related[]): readonly Related[] {
  return related.map(({ uri, span, message }) => ({ uri, span, message }));
}
