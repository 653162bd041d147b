import { datesOf, figuresOf, type ArticleDate, type Figure } from '../../articles/figures.js';
import type { CountedFigure } from '../../corpus/articleIndex.js';
import type { ArticleEntry, Corpus } from '../../corpus/corpus.js';
import type { Property } from '../../corpus/property.js';
import { covers } from '../../text/span.js';
import { readValue } from '../../values/value.js';
import { wordsOf, type Statement } from './statement.js';

/** What a statement may say: a figure or a date of its words, or the words themselves. */
export type Said =
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'date'; readonly date: ArticleDate }
  | { readonly kind: 'words'; readonly text: string };

/** Longer words are a quote rather than a value, in UTF-16 units. */
const LONGEST_VALUE = 200;

/** What the words of a statement say: its figures and dates as they stand, then the words as text. */
export function saidIn(statement: Statement): readonly Said[] {
  const { article, words } = statement;
  const figures = figuresOf(article.content).filter(({ rendered }) => covers(words, rendered));
  const dates = datesOf(article.content).filter(({ rendered }) => covers(words, rendered));
  const text = wordsOf(statement).replace(/[.,;:]$/, '');
  const short = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
  return [
    ...figures.map((figure) => ({ kind: 'figure', figure }) as const),
    ...dates.map((date) => ({ kind: 'date', date }) as const),
    { kind: 'words', text: short },
  ];
}

/** What a figure counts, where that stands right behind it: `152 primary care trusts`. */
export function countedBy(
  article: ArticleEntry,
  figure: Figure,
  corpus: Corpus,
): CountedFigure | undefined {
  return corpus.countedIn(article).find((counted) => counted.figure === figure);
}

/** The ways in which a value can be written for a property, the one closest to the text first. */
export function writtenAs(said: Said, { type, unit }: Property): readonly string[] {
  const isFigures =
    type === 'quantity' || type === 'percentage' || type === 'money' || type === 'duration';
  switch (said.kind) {
    case 'figure':
      return isFigures && fits(said.figure, type, unit)
        ? figureTexts(said.figure).filter((text) => {
            const reading = readValue(text, type, unit);
            return reading.kind === 'value' && reading.value.kind === 'quantity';
          })
        : [];
    case 'date':
      return type === 'date' ? [said.date.edtf] : [];
    case 'words':
      return type === 'text' ? [said.text] : type === 'boolean' ? ['true'] : [];
  }
}

/** A share is no count, nor a sum of money; a figure with a unit of another kind is no value. */
function fits(
  { quantity }: Figure,
  type: 'quantity' | 'percentage' | 'money' | 'duration',
  unit: string | null,
): boolean {
  const own = quantity.unit;
  const isMoney = own !== null && /^[A-Z]{3}$/.test(own);
  switch (type) {
    case 'percentage':
      return own === 'percent';
    case 'money':
      return isMoney;
    case 'duration':
      return own !== null && durations.has(own);
    case 'quantity':
      return own === null || own === unit;
  }
}

const durations: ReadonlySet<string> = new Set([
  'decade',
  'year',
  'month',
  'fortnight',
  'week',
  'day',
  'hour',
  'minute',
]);

function figureTexts({
  text,
  quantity: { min, max, minOpen, maxOpen },
}: Figure): readonly string[] {
  const written = text.replace(/\s+/g, ' ');
  const plain: string[] = [];
  if (min !== null && max !== null) {
    plain.push(min.eq(max) ? min.toFixed() : `${min.toFixed()}..${max.toFixed()}`);
  } else if (min !== null) {
    plain.push(`${minOpen ? '>' : '>='}${min.toFixed()}`);
  } else if (max !== null) {
    plain.push(`${maxOpen ? '<' : '<='}${max.toFixed()}`);
  }
  return [written, ...plain];
}
