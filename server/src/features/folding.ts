import type { FoldingRange } from 'vscode-languageserver-types';
import { rangeOf, type FeatureContext } from './context.js';
import type { Fold } from './fold.js';
import { articleFolds } from './foldArticle.js';
import { sidecarFolds } from './foldSidecar.js';

/** How a client wants its ranges. */
export interface FoldingOptions {
  /** It folds whole lines, whatever the characters say. */
  readonly wholeLines: boolean;
  /** The most ranges it wants; the outermost are kept. */
  readonly limit: number;
}

/**
 * What can be folded: in a sidecar sections, definitions, facts, every longer value and comments, in an
 * article the sections under headings, front matter and code. One range a line, in order; each spans
 * two lines at least.
 */
export function provideFoldingRanges(
  context: FeatureContext,
  uri: string,
  { wholeLines, limit }: FoldingOptions,
): FoldingRange[] {
  const { corpus } = context;
  const sidecar = corpus.sidecar(uri)?.content;
  const article = corpus.article(uri)?.content;
  const folds =
    sidecar !== undefined
      ? sidecarFolds(sidecar)
      : article !== undefined
        ? articleFolds(article)
        : [];
  const byLine = new Map<number, { depth: number; range: FoldingRange }>();
  for (const fold of folds) {
    const range = rangeOfFold(context, uri, fold, wholeLines);
    const known = byLine.get(range.startLine)?.range;
    if (range.endLine > range.startLine && (known === undefined || range.endLine > known.endLine)) {
      byLine.set(range.startLine, { depth: fold.depth, range });
    }
  }
  return [...byLine.values()]
    .sort((a, b) => a.depth - b.depth || a.range.startLine - b.range.startLine)
    .slice(0, Math.max(0, limit))
    .map(({ range }) => range)
    .sort((a, b) => a.startLine - b.startLine);
}

function rangeOfFold(
  context: FeatureContext,
  uri: string,
  { span, kind, closer = '' }: Fold,
  wholeLines: boolean,
): FoldingRange {
  const { text = '', lines } = context.corpus.source(uri) ?? {};
  const inner = span.end - closer.length;
  const { start, end } = rangeOf(context, { uri, span: { start: span.start, end: inner } });
  const closingLine = lines?.lineSpan(end.line).start ?? 0;
  // A bracket or fence that closes on a line of its own stays in sight.
  const closesAlone = closer !== '' && text.slice(closingLine, inner).trim() === '';
  const firstEnd = lines?.lineSpan(start.line).end ?? span.start;
  return {
    startLine: start.line,
    endLine: wholeLines && closesAlone ? end.line - 1 : end.line,
    ...(wholeLines
      ? {}
      : {
          startCharacter: rangeOf(context, { uri, span: { start: firstEnd, end: firstEnd } }).start
            .character,
          endCharacter: end.character,
        }),
    ...(kind === undefined ? {} : { kind }),
  };
}
