import { CompletionItemKind } from 'vscode-languageserver-types';
import { quoteFinderOf, sentencesOf } from '../../articles/article.js';
import { figuresOf, type Figure } from '../../articles/figures.js';
import { anchorsIn } from '../../corpus/anchor.js';
import type { ArticleEntry } from '../../corpus/corpus.js';
import { covers, type Span } from '../../text/span.js';
import type { Candidate } from './candidate.js';
import { factText, type Typing } from './typing.js';

/**
 * The article's sentences that hold a figure or the subject: those with the fact's value first, those
 * that another fact quotes already last. Only such as stand in the article once.
 */
export function* quoteCandidates(typing: Typing): Generator<Candidate> {
  const { article } = typing;
  if (article === undefined) {
    return;
  }
  const finder = quoteFinderOf(article.content);
  for (const { text, figures, rank } of sentencesWith(typing, article)) {
    yield {
      label: short(text),
      kind: CompletionItemKind.Text,
      insert: { kind: 'value', text },
      ...(figures === '' ? {} : { detail: figures }),
      words: text,
      documentation: text,
      rank,
      isFit: () => finder.find({ exact: text }).kind === 'found',
    };
  }
}

interface Sentence {
  readonly text: string;
  /** Those it holds, in words. */
  readonly figures: string;
  readonly rank: number;
}

function* sentencesWith(typing: Typing, article: ArticleEntry): Generator<Sentence> {
  const { rendered } = article.content;
  const subject = factText(typing, 'subject');
  const value = factText(typing, 'value')?.toLowerCase();
  const mentions = typing.context.corpus
    .mentionsIn(article)
    .filter(({ candidates }) =>
      candidates.some(({ definition }) => definition.id.value === subject),
    )
    .map(({ span }) => span);
  const figures = figuresOf(article.content);
  const quoted = quotedAlready(typing, article);
  const byPlace = new Within(mentions);
  const figuresByPlace = new Within(figures.map((figure) => figure.rendered));
  const quotedByPlace = new Within(quoted);
  for (const sentence of sentencesOf(article.content)) {
    const inside = figuresByPlace.in(sentence).map((index) => figures[index]);
    const isAbout = byPlace.in(sentence).length > 0;
    if (inside.length === 0 && !isAbout) {
      continue;
    }
    const text = rendered.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim();
    const holdsValue = value !== undefined && inside.some((figure) => states(figure, value));
    const weight =
      (holdsValue ? 0 : 4) +
      (inside.length > 0 && isAbout ? 0 : isAbout ? 2 : 1) +
      (quotedByPlace.in(sentence).length > 0 ? 8 : 0);
    const named = inside.flatMap((figure) => figure?.text.replace(/\s+/g, ' ') ?? []);
    yield { text, figures: named.join(', '), rank: weight * 1e7 + sentence.start };
  }
}

function states(figure: Figure | undefined, value: string): boolean {
  return figure !== undefined && figure.text.toLowerCase().includes(value);
}

/** Where the quotes of this file's facts stand, in order. */
function quotedAlready({ sidecar }: Typing, article: ArticleEntry): readonly Span[] {
  return (sidecar?.facts ?? [])
    .flatMap((bound) => anchorsIn(article, bound))
    .flatMap(({ match }) => (match.kind === 'found' ? [match.span] : []))
    .sort((a, b) => a.start - b.start);
}

/** Which of some spans, in order of their starts, lie within another; asked for in order. */
class Within {
  private next = 0;

  constructor(private readonly spans: readonly Span[]) {}

  in(outer: Span): readonly number[] {
    const found: number[] = [];
    for (; (this.spans[this.next]?.start ?? Infinity) < outer.end; this.next++) {
      const inner = this.spans[this.next];
      if (inner !== undefined && covers(outer, inner)) {
        found.push(this.next);
      }
    }
    return found;
  }
}

const LONGEST_LABEL = 80;

function short(text: string): string {
  if (text.length <= LONGEST_LABEL) {
    return text;
  }
  const cut = text.slice(0, LONGEST_LABEL).replace(/\s+\S*$/, '');
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
