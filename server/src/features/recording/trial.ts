import { FactBinder } from '../../corpus/bind.js';
import type { BoundFact } from '../../corpus/boundFact.js';
import type { ArticleEntry, Corpus } from '../../corpus/corpus.js';
import { FactHeads } from '../../corpus/factHeads.js';
import { Interner } from '../../corpus/interner.js';
import { lacksValue } from '../../rules/valueNotInQuote.js';
import { readSidecar } from '../../sidecars/readSidecar.js';
import type { Fact } from '../../sidecars/sidecar.js';
import type { Located } from '../../text/span.js';
import { compareQuantities } from '../../values/quantity.js';
import type { NewFact } from './factKeys.js';

/**
 * Whether a fact can be recorded without the check calling it an error: it is looked at as the rules
 * would, once it stood in the sidecar. What passes is only possible; that it is right is for a person
 * to say.
 */
export function isPossible(fact: NewFact, article: ArticleEntry, corpus: Corpus): boolean {
  const read = asRead(fact);
  const file = {
    uri: article.uri,
    info: corpus.infoOf(article.uri),
    content: { ...readSidecar(''), facts: [read] },
  };
  const interner = new Interner(); // what is only tried leaves nothing in the corpus
  const context = {
    property: (id: string) => corpus.register.property(id),
    financialYearStart: undefined,
    heads: new FactHeads(interner),
  };
  const bound = new FactBinder(file, context, interner).bind(read, 0);
  return bound.problems.length === 0 && !lacksValue(bound) && hasOwnUnit(bound, corpus);
}

/** Pounds are not compared with euros: other facts of the slot say in what it is told. */
function hasOwnUnit({ slot, value }: BoundFact, corpus: Corpus): boolean {
  return (
    slot === null ||
    value?.kind !== 'quantity' ||
    corpus
      .factsInSlot(slot)
      .every(
        (other) =>
          other.value?.kind !== 'quantity' ||
          compareQuantities(value.quantity, other.value.quantity) !== 'units-differ',
      )
  );
}

/** The fact as it would be read from a sidecar; it stands in none, so that its places mean nothing. */
function asRead({ subject, property, value, place, time, quote, ...rest }: NewFact): Fact {
  const nowhere = { start: 0, end: 0 };
  const at = <T>(of: T): Located<T> => ({ value: of, span: nowhere });
  return {
    index: 0,
    span: nowhere,
    subject: at(subject),
    property: at(property),
    value: { kind: 'scalar', span: nowhere, text: value },
    ...(time.asOf === undefined ? {} : { asOf: at(time.asOf) }),
    ...(time.from === undefined ? {} : { from: at(time.from) }),
    ...(time.until === undefined ? {} : { until: at(time.until) }),
    qualifiers: [],
    otherKeys: place === null ? [] : [{ key: at('place'), value: at(place) }],
    saidBy: rest.speaker.saidBy.map(at),
    modality: rest.modality,
    certainty: 'certain',
    negative: rest.isNegative,
    denies: [],
    disputes: [],
    supersedes: [],
    derivedFrom: [],
    rank: 'normal',
    acknowledged: [],
    quotes: [{ span: nowhere, exact: at(quote.exact) }],
  };
}
