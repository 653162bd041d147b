import type { Corpus } from '../../corpus/corpus.js';
import { builtInProperties, type Property } from '../../corpus/property.js';
import { clauseOf, textOf } from './clause.js';
import type { Guess } from './guess.js';
import type { Statement } from './statement.js';
import { countedBy, writtenAs, type Said } from './valueGuess.js';

/** A property that can take something that is said, with how it is written. */
export interface PropertyGuess extends Guess<string> {
  readonly property: Property;
  readonly said: Said;
  /** How the value is written, the way closest to the text first. */
  readonly texts: readonly string[];
}

/**
 * The properties that can take what a statement says of a subject, the best guess first: the count
 * of what is counted, then those whose names share words with the sentence, then those the subject
 * already has. A figure that fits none of these is told in words, under `status`: a property that
 * nothing speaks for would be a wrong one.
 */
export function guessProperties(
  statement: Statement,
  said: readonly Said[],
  subject: string,
  corpus: Corpus,
): readonly PropertyGuess[] {
  const sentence = stems(textOf(statement, statement.sentence));
  const used = new Set(corpus.factsAboutForNow(subject).map(({ property }) => property?.id));
  const guesses: (PropertyGuess & { readonly score: number })[] = [];
  const context = { statement, subject, corpus, sentence, used };
  for (const property of propertiesOf(corpus)) {
    const fitting = said.flatMap((one) => {
      const texts = writtenAs(one, property);
      const { score, why } = rated(property, one, context);
      return texts.length === 0
        ? []
        : [{ value: property.id, property, said: one, texts, why, score }];
    });
    const [best] = fitting.sort((a, b) => b.score - a.score); // of equals the first in the text
    guesses.push(...(best === undefined ? [] : [best]));
  }
  return guesses.sort((a, b) => b.score - a.score || builtInFirst(a, b));
}

interface Rating {
  readonly statement: Statement;
  readonly subject: string;
  readonly corpus: Corpus;
  /** The words of the sentence, by their stems. */
  readonly sentence: ReadonlyMap<string, string>;
  /** The properties of which the subject has facts. */
  readonly used: ReadonlySet<string | undefined>;
}

/** What is said of numbers: "the number of trusts is 152", "trusts will fall from 303 to 152". */
const changeOfNumber =
  /\b(?:number(?:s)? of|(?:fall|falls|fell|fallen|drop|drops|dropped|rise|rises|rose|risen|grow|grows|grew|grown|shrink|shrinks|shrank|shrunk|cut|reduced|increased|halved|merged) (?:from|to|into))\b/i;

/** A single body has no number. */
function isOfMany(subject: string, corpus: Corpus): boolean {
  const kind = corpus.register.find('organisation', subject)?.definition.fields.get('kind')?.value;
  return kind === 'class' || kind === 'group';
}

/** How much speaks for a property, and what. */
function rated(
  property: Property,
  said: Said,
  { statement, subject, corpus, sentence, used }: Rating,
): { readonly score: number; readonly why: string } {
  const isCount =
    property.id === 'count' &&
    said.kind === 'figure' &&
    countedBy(statement.article, said.figure, corpus)?.counted.definition.id.value === subject;
  if (isCount) {
    return { score: 100, why: 'the figure counts the subject' };
  }
  if (property.id === 'count' && said.kind === 'figure' && isOfMany(subject, corpus)) {
    const change = changeOfNumber.exec(textOf(statement, clauseOf(statement)))?.[0];
    if (change !== undefined && said.figure.quantity.unit === null) {
      return { score: 70, why: `the sentence says “${change}”` };
    }
  }
  if (property.id === 'status') {
    return { score: 1, why: 'the words as they stand, not compared with others' };
  }
  const shared = property.type === 'boolean' ? undefined : sharedWord(property, corpus, sentence);
  if (shared !== undefined) {
    const score = { figure: 60, date: 50, words: 40 }[said.kind];
    return { score: score + Number(used.has(property.id)), why: `the sentence says “${shared}”` };
  }
  if (said.kind === 'words') {
    return { score: -2, why: 'it takes any words' };
  }
  return used.has(property.id)
    ? { score: 0, why: 'the subject has other facts of it' }
    : { score: -1, why: 'its values are written like this' };
}

function builtInFirst(a: PropertyGuess, b: PropertyGuess): number {
  return (
    Number(builtInProperties.has(b.value)) - Number(builtInProperties.has(a.value)) ||
    (a.value < b.value ? -1 : 1)
  );
}

/** Every property there is, declared or built in, by id. */
export function propertiesOf(corpus: Corpus): readonly Property[] {
  const ids = new Set([
    ...builtInProperties.keys(),
    ...corpus.register
      .all()
      .filter(({ definition }) => definition.kind === 'property')
      .map(({ definition }) => definition.id.value),
  ]);
  return [...ids].sort().flatMap((id) => corpus.register.property(id) ?? []);
}

/** Words that name no property in particular. */
const generic: ReadonlySet<string> = new Set([
  'number',
  'organisation',
  'status',
  'share',
  'date',
  'time',
  'with',
  'that',
  'taking',
  'part',
  'until',
  'allow',
  'reach',
]);

/** A word of the property's name or id that the sentence has too. */
function sharedWord(
  { id, name }: Property,
  corpus: Corpus,
  sentence: ReadonlyMap<string, string>,
): string | undefined {
  const aliases = corpus.register.find('property', id)?.definition.aliases ?? [];
  const own = [id.replaceAll('-', ' '), name, ...aliases.map(({ value }) => value)].join(' ');
  for (const stem of stems(own).keys()) {
    const word = generic.has(stem) ? undefined : sentence.get(stem);
    if (word !== undefined) {
      return word;
    }
  }
  return undefined;
}

/** The words of a text by a rough stem: `mergers` and `merger` are one, `cost` and `costs` too. */
function stems(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [word] of text.matchAll(/\p{L}{4,}/gu)) {
    found.set(word.toLowerCase().replace(/(?:ies|ing|ed|es|s)$/, ''), word);
  }
  return found;
}
