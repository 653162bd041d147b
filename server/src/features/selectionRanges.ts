import type { SelectionRange } from 'vscode-languageserver-types';
import { covers, type Span } from '../text/span.js';
import { rangeOf, type FeatureContext } from './context.js';
import { spansInArticle } from './spansInArticle.js';
import { spansInYaml } from './spansInYaml.js';
import { wordAt } from './wordAt.js';

/**
 * What to select around an offset, step by step. In a sidecar: word, value, entry, fact or definition,
 * section, file; in an article: word, figure or mention, sentence, paragraph, section, file. Each step
 * is strictly larger than the one before.
 */
export function provideSelectionRange(
  context: FeatureContext,
  uri: string,
  offset: number,
): SelectionRange {
  const { corpus } = context;
  const sidecar = corpus.sidecar(uri)?.content;
  const article = corpus.article(uri);
  const text = corpus.source(uri)?.text ?? '';
  const within =
    sidecar !== undefined
      ? spansInYaml(sidecar.root, text, offset)
      : article !== undefined
        ? spansInArticle(corpus, article, offset)
        : [];
  const steps = nested([wordAt(text, offset), ...within, { start: 0, end: text.length }]);
  let result: SelectionRange | undefined;
  for (const span of steps.toReversed()) {
    const range = rangeOf(context, { uri, span });
    // Two spans that differ only inside a line break are one range to an editor.
    if (result === undefined || !isSame(range, result.range)) {
      result = result === undefined ? { range } : { range, parent: result };
    }
  }
  return result ?? { range: rangeOf(context, { uri, span: { start: offset, end: offset } }) };
}

/** From small to large, those only that hold the one before; what crosses another is left out. */
function nested(spans: readonly (Span | null)[]): readonly Span[] {
  const chain: Span[] = [];
  for (const span of spans) {
    const last = chain.at(-1);
    if (
      span !== null &&
      (last === undefined || (covers(span, last) && lengthOf(span) > lengthOf(last)))
    ) {
      chain.push(span);
    }
  }
  return chain;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

function isSame(a: SelectionRange['range'], b: SelectionRange['range']): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
