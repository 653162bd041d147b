import { quotedPlaces } from '../corpus/anchor.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import { firstPast } from '../text/firstPast.js';
import { contains, type Span } from '../text/span.js';
import { figuresAt } from './recordedFigure.js';
import type { Thing } from './thing.js';
import { frontMatterUses } from '../corpus/idUse.js';

/** The innermost thing at an offset of an article: a mention, a figure, words that facts quote. */
export function thingInArticle(
  corpus: Corpus,
  article: ArticleEntry,
  offset: number,
): Thing | null {
  const front = article.content.frontMatter;
  if (front !== null && contains(front.span, offset)) {
    const use = frontMatterUses(front).find(({ span }) => contains(span, offset));
    return use === undefined ? null : { kind: 'use', span: use.span, use };
  }
  const [innermost] = [
    ...mentionsAt(corpus, article, offset),
    ...figuresAt(corpus, article, offset).map((recorded): Thing => {
      return { kind: 'figure', span: recorded.figure.span, ...recorded };
    }),
    ...quotedAt(corpus, article, offset),
  ].sort(byLength);
  return innermost ?? null;
}

/** Mentions stand in order and none overlaps another, in the source as in the rendered text. */
function mentionsAt(corpus: Corpus, article: ArticleEntry, offset: number): readonly Thing[] {
  const { rendered } = article.content;
  const mentions = corpus.mentionsIn(article);
  const sourceOf = (index: number): Span =>
    rendered.sourceSpan(mentions[index]?.span ?? { start: 0, end: 0 });
  const things: Thing[] = [];
  const first = firstPast(mentions.length, (at) => sourceOf(at).end < offset);
  for (let index = first; index < mentions.length; index++) {
    const mention = mentions[index];
    const source = sourceOf(index);
    if (mention === undefined || !contains(source, offset)) {
      break;
    }
    things.push({ kind: 'mention', span: source, candidates: mention.candidates });
  }
  return things;
}

/** The shortest quoted words there, with every fact that quotes them or more around them. */
function quotedAt(corpus: Corpus, article: ArticleEntry, offset: number): readonly Thing[] {
  const quoting: { readonly fact: BoundFact; readonly span: Span }[] = [];
  for (const sidecar of corpus.sidecarsFor(article.uri)) {
    const places = quotedPlaces(sidecar, article);
    for (const fact of sidecar.facts) {
      const place = places.of(fact.position).find((each) => contains(each, offset));
      if (place !== undefined) {
        quoting.push({ fact, span: place });
      }
    }
  }
  quoting.sort(byLength);
  const [first] = quoting;
  if (first === undefined) {
    return [];
  }
  return [{ kind: 'quoted', span: first.span, facts: quoting.map(({ fact }) => fact) }];
}

function byLength({ span: a }: { span: Span }, { span: b }: { span: Span }): number {
  return a.end - a.start - (b.end - b.start);
}
