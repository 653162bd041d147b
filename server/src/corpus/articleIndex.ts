import type { Article } from '../articles/article.js';
import type { Figure } from '../articles/figures.js';
import { figuresBefore } from './figuresBefore.js';
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

/** "Only one PCT", "merge into one PCT", "there is one PCT"; but "as one nation" is no count. */
const countsOne =
  /\b(?:only|just|single|into|than|leav\w+|is|are|be|was|were|has|have|had|remain\w*)\s+$/i;

/** "The top 50 companies" is a ranking, "FTSE 100 companies" a name, "a four nations plan" a modifier. */
const leadsElsewhere =
  /(?:\b(?:[Tt]op|largest|biggest|leading|best|worst|an?|every|each|per)|\b\p{Lu}[\p{Lu}&]+|\b(?:Fortune|Forbes|Global|Formula))\s+$/u;

/** "25 patients a day" is a rate; "four nations approach" and "9 services sector" count something else. */
const goesOnElsewhere =
  /^\s+(?:(?:an?|per|each|every)\s+(?:hour|day|night|week|month|quarter|year|session|shift)|approach|basis|framework|forum|group|league|liaison|match|meetings?|model|sector|summit|tournament)\b/i;

/** "£10 million for health boards", "two people by another": the name is not what is counted. */
const isNotCounted = /^(?:for|to|from|by|with|at|in|on|as|per|against|between)$/;

/**
 * The figures of an article that stand right before a mention of one organisation, with at most
 * one word in small letters between them ("152 English trusts" names a part and is left out).
 */
export function findCounted(
  article: Article,
  mentions: readonly Mention[],
): readonly CountedFigure[] {
  const figures = figuresBefore(article, mentions, (mention) => countable(mention) !== undefined);
  return countedAmong(figures, article, mentions);
}

/** As {@link findCounted}, for some or all figures of the article, in order. */
export function countedAmong(
  figures: readonly Figure[],
  article: Article,
  mentions: readonly Mention[],
): readonly CountedFigure[] {
  const text = article.rendered.text;
  const counted: CountedFigure[] = [];
  let next = 0;
  for (const figure of figures) {
    while (next < mentions.length && (mentions[next]?.span.start ?? 0) < figure.rendered.end) {
      next++;
    }
    const mention = mentions[next];
    const between = mention === undefined ? undefined : wordBetween(text, figure, mention);
    const named = mention === undefined ? undefined : countable(mention);
    if (
      mention !== undefined &&
      between !== undefined &&
      named !== undefined &&
      isCount(text, figure, mention)
    ) {
      counted.push({ figure, mention, counted: named, between });
    }
  }
  return counted;
}

/** The one organisation that a mention is of, if it is of one. */
function countable({ candidates }: Mention): Named | undefined {
  const named = candidates.length === 1 ? candidates[0] : undefined;
  return named?.definition.kind === 'organisation' ? named : undefined;
}

/** The one word between a figure and a name, empty where there is none; undefined for anything else. */
function wordBetween(text: string, figure: Figure, { span }: Mention): string | undefined {
  const gap = text.slice(figure.rendered.end, span.start);
  const match = /^[^\S\n]*\n?[^\S\n]*(?:(\p{Ll}[\p{Ll}-]*)[^\S\n]*\n?[^\S\n]*)?$/u.exec(gap);
  const word = match?.[1] ?? '';
  return match === null || gap === '' || isNotCounted.test(word) ? undefined : word;
}

/** How far a look around a figure goes, in UTF-16 units. */
const AROUND = 40;

/** Whether the words around say that the figure is a number of those named. */
function isCount(text: string, figure: Figure, { span }: Mention): boolean {
  const { start } = figure.rendered;
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(span.end, span.end + AROUND);
  const name = text.slice(span.start, span.end);
  // "the Six Nations": a number that is written as a name.
  const isName =
    /^\p{Lu}\p{Ll}/u.test(figure.text) && /^\p{Lu}/u.test(name) && /[\p{L},]\s+$/u.test(before);
  const { unit } = figure.quantity; // "9 hectares of farmers' lands" are no farmers
  return (
    (unit === null || unit === 'percent') &&
    (isOne(figure) ? countsOne.test(before) : plural.test(name)) &&
    !isName &&
    !leadsElsewhere.test(before) &&
    !goesOnElsewhere.test(after)
  );
}
