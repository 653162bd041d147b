import { speakerOf, type BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { describeTime } from '../values/factTime.js';
import type { Pair } from './pair.js';

/* The words in which findings speak of facts. */

/** The slot in words: `Primary care trusts, count, England`. */
export function describeSlot(bound: BoundFact, corpus: Corpus): string {
  const conditions = bound.conditions.map(([key, value]) =>
    key === 'place' ? corpus.register.nameOf(value) : value,
  );
  const subject = corpus.register.nameOf(bound.subject);
  return [subject, bound.propertyId, ...conditions].join(', ');
}

/** The value as written, and whether it is denied: `152`, `not 40`. */
export function describeStatement({ negative, valueText }: BoundFact): string {
  return `${negative ? 'not ' : ''}${valueText}`;
}

/** How it is stated, who says it and when it held: `planned, King's Fund, 12 July 2010`. */
export function describeSource(bound: BoundFact, corpus: Corpus): string {
  const { modality, certainty } = bound;
  return [
    modality === 'asserted' ? [] : modality,
    certainty === 'certain' ? [] : certainty,
    describeSpeakers(bound, corpus) ?? [],
    describeTime(bound.time),
  ]
    .flat()
    .join(', ');
}

/** The credited speakers; null where the article speaks in its own name. */
export function describeSpeakers(bound: BoundFact, corpus: Corpus): string | null {
  if (bound.ownVoice) {
    return null;
  }
  // Voices are at hand, and a file would have to be read again for what it says of someone without a name.
  const speakers = bound.is('anonymous')
    ? bound.fact.saidBy.map(({ value }) => value)
    : bound.voices.map(speakerOf);
  return speakers
    .map((id) =>
      id === 'anonymous'
        ? (bound.fact.saidAs?.value ?? 'an unnamed source')
        : corpus.register.nameOf(id),
    )
    .join(' and ');
}

/** Where the other fact stands, seen from the first. */
export function describePlace(pair: Pair): string {
  const { here, there } = pair;
  if (here.uri !== there.uri) {
    return there.article.id;
  }
  const { fact } = there;
  return fact.id === undefined
    ? `fact ${fact.index + 1} of this article`
    : `\`${fact.id.value}\` of this article`;
}

/** Both sides: `Primary care trusts, count, England: 148 here (…) but 152 in … (…)`. */
export function describePair(pair: Pair, corpus: Corpus): string {
  const { here, there } = pair;
  return (
    `${describeSlot(here, corpus)}: ${describeStatement(here)} here (${describeSource(here, corpus)}) ` +
    `but ${describeStatement(there)} in ${describePlace(pair)} (${describeSource(there, corpus)}).`
  );
}

/** Why two dates that differ count as one time, where that needs saying; starts with a space. */
export function describeStretch({ times, here }: Pair): string {
  const stretched = 'stretchedDays' in times ? times.stretchedDays : undefined;
  if (stretched === undefined || stretched === 0) {
    return '';
  }
  const days = stretched === 1 ? 'a day' : `${stretched} days`;
  const stable = here.property?.stableForDays ?? 366;
  const period = stable >= 365 && stable <= 366 ? 'a year' : `${stable} days`;
  return ` The dates are ${days} apart, and a value without \`from\` or \`until\` is taken to hold for ${period}.`;
}
