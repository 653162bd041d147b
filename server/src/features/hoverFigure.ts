import type { CountedFigure } from '../corpus/articleIndex.js';
import { bold, inert, type FeatureContext } from './context.js';
import { byInterest, factTable } from './hoverFactTable.js';
import { factLines } from './hoverFact.js';
import { isCountOf } from './recordedFigure.js';
import type { Thing } from './thing.js';

/** How many facts a hover lists that the rest of the corpus holds. */
const LISTED_FACTS = 6;

/** A figure in an article: the facts that record it, or that none does and what else is on record. */
export function figureLines(
  context: FeatureContext,
  uri: string,
  thing: Extract<Thing, { kind: 'figure' }>,
): readonly string[] {
  const { facts, counted, figure } = thing;
  if (facts.length > 0) {
    return recordedLines(context, facts);
  }
  const disagreements = context.checker
    .knownFindingsIn(uri)
    .filter(({ code, span }) => code === 'figure-disagrees' && span.start === figure.span.start);
  return [
    `${bold(context, figure.text)} · no fact of this article records this figure`,
    ...(disagreements.length > 0 ? [''] : []),
    ...disagreements.map(({ message }) => `- ⚠ ${inert(context, message)}`),
    ...(counted === undefined ? [] : ['', ...onRecord(context, counted)]),
  ];
}

/** The facts that record words of an article. */
export function recordedLines(
  context: FeatureContext,
  facts: Extract<Thing, { kind: 'quoted' }>['facts'],
): readonly string[] {
  return [
    bold(context, facts.length === 1 ? 'Recorded as a fact' : `Recorded in ${facts.length} facts`),
    ...facts.flatMap((fact) => ['', ...factLines(context, fact)]),
  ];
}

/** What the corpus holds on the number of what a figure counts, the same number first. */
function onRecord(context: FeatureContext, counted: CountedFigure): readonly string[] {
  const { definition } = counted.counted;
  const name = definition.name?.value ?? definition.id.value;
  const interest = byInterest(context.corpus);
  const facts = context.corpus
    .factsAbout(definition.id.value)
    .filter(
      ({ fact, property, value }) =>
        property?.id === 'count' && value?.kind === 'quantity' && fact.rank !== 'deprecated',
    )
    .sort(
      (a, b) => Number(isCountOf(b, counted)) - Number(isCountOf(a, counted)) || interest(a, b),
    );
  if (facts.length === 0) {
    return [inert(context, `The corpus holds no number of ${name}.`)];
  }
  const more = facts.length - LISTED_FACTS;
  return [
    bold(context, `On record: number of ${name}`),
    '',
    ...factTable(context, facts.slice(0, LISTED_FACTS)),
    ...(more > 0 ? ['', `and ${more} more`] : []),
  ];
}
