import type { ArticleEntry } from '../corpus/corpus.js';
import { overlaps, type Span } from '../text/span.js';
import { figuresOnRecord } from './articleFigures.js';
import { linesOf, type FeatureContext } from './context.js';
import { sidecarWords } from './sidecarTokens.js';
import type { ColouredWord, TokenLegend, TokenModifier, TokenType } from './tokenLegend.js';

/**
 * The tokens of a file, or of a part of it, as the protocol encodes them: five numbers each, in
 * order, none overlapping another nor going on over a line's end. Empty for a file that has none.
 */
export function provideSemanticTokens(
  context: FeatureContext,
  uri: string,
  legend: TokenLegend,
  part?: Span,
): number[] {
  const { corpus } = context;
  const sidecar = corpus.sidecar(uri);
  const article = corpus.article(uri);
  const words =
    sidecar !== undefined
      ? sidecarWords(context, sidecar)
      : article !== undefined
        ? articleWords(context, article)
        : [];
  const wanted = part === undefined ? words : words.filter(({ span }) => overlaps(span, part));
  return encoded(context, uri, wanted, legend);
}

const mentionTypes: ReadonlyMap<string, TokenType> = new Map([
  ['organisation', 'organisation'],
  ['person', 'person'],
  ['place', 'place'],
  ['document', 'document'],
]);

function articleWords(context: FeatureContext, article: ArticleEntry): readonly ColouredWord[] {
  const { corpus } = context;
  const { rendered, frontMatter } = article.content;
  const words: ColouredWord[] = [];
  for (const { span, candidates } of corpus.mentionsIn(article)) {
    const type = mentionTypes.get(candidates[0]?.definition.kind ?? '');
    if (type !== undefined) {
      // Line by line: what Markdown puts between, as `>`, is no part of the name.
      for (const line of linesWithin(rendered.text, span)) {
        words.push({ span: rendered.sourceSpan(line), type, modifiers: [] });
      }
    }
  }
  for (const { figure, state, contested } of figuresOnRecord(context, article)) {
    const modifiers: TokenModifier[] = [
      ...(state === 'other' ? [] : [state]),
      ...(contested ? ['contested' as const] : []),
    ];
    for (const line of linesWithin(rendered.text, figure.rendered)) {
      words.push({ span: rendered.sourceSpan(line), type: 'figure', modifiers });
    }
  }
  for (const credited of [frontMatter?.publisher, frontMatter?.author]) {
    const kind = credited && corpus.register.findEntity(credited.value)?.definition.kind;
    const type = mentionTypes.get(kind ?? '');
    if (credited !== undefined && type !== undefined) {
      words.push({ span: credited.span, type, modifiers: [] });
    }
  }
  for (const { value, span } of frontMatter?.basedOn ?? []) {
    if (corpus.filesOfArticleId(value).length > 0) {
      words.push({ span, type: 'article', modifiers: [] });
    }
  }
  return words;
}

/** The lines of a stretch, without the white space around each. */
function linesWithin(text: string, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(/\S(?:[^\r\n]*\S)?/g)].map(({ index, 0: line }) => ({
    start: start + index,
    end: start + index + line.length,
  }));
}

function encoded(
  context: FeatureContext,
  uri: string,
  words: readonly ColouredWord[],
  legend: TokenLegend,
): number[] {
  const lines = linesOf(context, uri);
  const text = context.corpus.source(uri)?.text ?? '';
  const data: number[] = [];
  let last = { line: 0, character: 0 };
  let free = 0;
  for (const { span, type, modifiers } of [...words].sort(byPlace)) {
    if (lines === undefined || span.start < free) {
      continue;
    }
    for (const piece of linesWithin(text, span)) {
      const { start, end } = lines.rangeAt(piece, context.encoding);
      const length = end.character - start.character;
      if (length > 0) {
        const line = start.line - last.line;
        const character = line === 0 ? start.character - last.character : start.character;
        const bits = legend.modifierBits(modifiers);
        data.push(line, character, length, legend.typeNumber(type), bits);
        last = start;
      }
    }
    free = Math.max(free, span.end);
  }
  return data;
}

/** Of two that start together the longer comes first, and the other has no place any more. */
function byPlace(a: ColouredWord, b: ColouredWord): number {
  return a.span.start - b.span.start || b.span.end - a.span.end;
}
