import type { Article } from '../articles/article.js';
import { figuresOf, type Figure } from '../articles/figures.js';
import type { Mention, Named } from './names.js';

/** A figure that counts something that is named right after it: `152 primary care trusts`. */
export interface CountedFigure {
  readonly figure: Figure;
  readonly mention: Mention;
  readonly counted: Named;
  /** The word between the figure and the name, where there is one: `10 London PCTs`. */
  readonly between: string;
}

/** "151 PCTs", but not "151 PCT managers" nor "151 NHS trusts". */
const plural = /(?:[^sS]s|\p{Lu}{4}S)$/u;

function isOne({ quantity }: Figure): boolean {
  return quantity.min?.eq(1) === true && quantity.max?.eq(1) === true;
}

/**
 * The figures of an article that stand right before a mention of one organisation, with at most
 * one word in small letters between them ("152 English trusts" names a part and is left out).
 */
export function findCounted(
  article: Article,
  mentions: readonly Mention[],
): readonly CountedFigure[] {
  const text = article.rendered.text;
  const counted: CountedFigure[] = [];
  let next = 0;
  for (const figure of figuresOf(article)) {
    while (next < mentions.length && (mentions[next]?.span.start ?? 0) < figure.rendered.end) {
      next++;
    }
    const mention = mentions[next];
    const named = mention?.candidates[0];
    if (
      mention === undefined ||
      named?.definition.kind !== 'organisation' ||
      mention.candidates.length > 1
    ) {
      continue;
    }
    const gap = text.slice(figure.rendered.end, mention.span.start);
    const match = /^[^\S\n]*\n?[^\S\n]*(?:(\p{Ll}[\p{Ll}-]*)[^\S\n]*\n?[^\S\n]*)?$/u.exec(gap);
    const name = text.slice(mention.span.start, mention.span.end);
    if (match !== null && gap !== '' && (plural.test(name) || isOne(figure))) {
      counted.push({ figure, mention, counted: named, between: match[1] ?? '' });
    }
  }
  return counted;
}
