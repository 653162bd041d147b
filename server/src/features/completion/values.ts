import { CompletionItemKind } from 'vscode-languageserver-types';
import { figuresOf } from '../../articles/figures.js';
import type { Property } from '../../corpus/property.js';
import { entities } from '../../corpus/idUse.js';
import { findQuantities, type FoundQuantity } from '../../values/prose.js';
import { readValue } from '../../values/value.js';
import type { Candidate, Offer } from './candidate.js';
import { dateCandidates } from './dates.js';
import { idCandidates } from './ids.js';
import { quotedPlace, distance } from './nearby.js';
import { factQuotes, factText, type Typing } from './typing.js';
import { wordCandidates } from './words.js';

/** What the value of a fact may be, by the type of its property: the figures in its quote. */
export function* valueCandidates(typing: Typing, offer: Offer): Generator<Candidate> {
  const id = factText(typing, 'property');
  const property = id === undefined ? undefined : typing.context.corpus.register.property(id);
  switch (property?.type) {
    case 'boolean':
      yield* wordCandidates(['true', 'false']);
      return;
    case 'entity':
      yield* idCandidates(typing, entities, false, offer);
      return;
    case 'date':
      yield* dateCandidates(typing);
      return;
    case 'text':
      return;
    case 'quantity':
    case 'percentage':
    case 'money':
    case 'duration':
    case undefined:
      yield* figureCandidates(typing, property);
  }
}

interface Told {
  readonly text: string;
  readonly quantity: FoundQuantity['quantity'];
  readonly where: string;
}

function* figureCandidates(typing: Typing, property: Property | undefined): Generator<Candidate> {
  const seen = new Set<string>();
  let rank = 0;
  for (const told of figuresFor(typing)) {
    const text = asValue(told, property);
    if (text !== undefined && !seen.has(text)) {
      seen.add(text);
      yield {
        label: text,
        kind: CompletionItemKind.Value,
        insert: { kind: 'value', text },
        detail: told.where,
        rank: rank++,
      };
    }
  }
}

/** The figures of the quote; without one those of the article. */
function figuresFor(typing: Typing): readonly Told[] {
  const quotes = factQuotes(typing);
  if (quotes.length > 0) {
    return quotes
      .flatMap((quote) => findQuantities(quote))
      .map(({ text, quantity }) => ({ text, quantity, where: 'in the quote' }));
  }
  const { article } = typing;
  const at = quotedPlace(typing);
  const figures = article === undefined ? [] : figuresOf(article.content);
  const near =
    at === undefined
      ? figures
      : [...figures].sort((a, b) => distance(a.rendered, at) - distance(b.rendered, at));
  return near.map(({ text, quantity }) => ({ text, quantity, where: 'in the article' }));
}

/** The figure as written, where that reads as a value of the property; else its number. */
function asValue({ text, quantity }: Told, property: Property | undefined): string | undefined {
  const words = text.replace(/\s+/g, ' ').trim();
  const reads = (source: string): boolean => {
    const reading = readValue(source, property?.type, property?.unit ?? null);
    return reading.kind === 'value' && reading.value.kind === 'quantity';
  };
  if (reads(words)) {
    return words;
  }
  const { min, max } = quantity;
  const number = min !== null && max !== null && min.eq(max) ? min.toFixed() : undefined;
  return number !== undefined && reads(number) ? number : undefined;
}
