import type { Located } from '../text/span.js';
import { LIST, MAP, STRIDE, type YamlTape } from '../text/yamlTape.js';
import { FactInProgress } from './factInProgress.js';
import { fieldText, none, textsOf, valueOf } from './fields.js';
import { KeyTable } from './keyTable.js';
import {
  certainties,
  type factKeys,
  modalities,
  ranks,
  type Acknowledgement,
  type Fact,
  type Qualifier,
  type QuoteSource,
  type ValueSource,
} from './sidecar.js';

type FactKey = (typeof factKeys)[number];

/** Reads the value of one key into a fact. */
type Reader = (fact: FactInProgress, tape: YamlTape, value: number) => void;

const readers: Readonly<Record<FactKey, Reader>> = {
  id: textReader((fact, text) => (fact.id = text)),
  subject: textReader((fact, text) => (fact.subject = text)),
  property: textReader((fact, text) => (fact.property = text)),
  value: (fact, tape, value) => {
    const source = readValueSource(tape, value);
    if (source !== undefined) {
      fact.value = source;
    }
  },
  unit: textReader((fact, text) => (fact.unit = text)),
  asOf: textReader((fact, text) => (fact.asOf = text)),
  from: textReader((fact, text) => (fact.from = text)),
  until: textReader((fact, text) => (fact.until = text)),
  qualifiers: (fact, tape, value) => (fact.qualifiers = readQualifiers(tape, value)),
  saidBy: (fact, tape, value) => (fact.saidBy = textsOf(tape, value)),
  saidAs: textReader((fact, text) => (fact.saidAs = text)),
  modality: (fact, tape, value) => (fact.modality = oneOf(modalities, tape, value, 'asserted')),
  certainty: (fact, tape, value) => (fact.certainty = oneOf(certainties, tape, value, 'certain')),
  polarity: (fact, tape, value) => (fact.negative = tape.locatedWord(value)?.value === 'negative'),
  denies: (fact, tape, value) => (fact.denies = textsOf(tape, value)),
  disputes: (fact, tape, value) => (fact.disputes = textsOf(tape, value)),
  supersedes: (fact, tape, value) => (fact.supersedes = textsOf(tape, value)),
  derivedFrom: (fact, tape, value) => (fact.derivedFrom = textsOf(tape, value)),
  rank: (fact, tape, value) => (fact.rank = oneOf(ranks, tape, value, 'normal')),
  reason: () => undefined,
  acknowledged: (fact, tape, value) => (fact.acknowledged = readAcknowledged(tape, value)),
  quote: (fact, tape, value) => (fact.quotes = readQuotes(tape, value)),
  note: () => undefined,
};
const ownKeys = new KeyTable(new Map(Object.entries(readers)));

function textReader(set: (fact: FactInProgress, text: Located<string>) => void): Reader {
  return (fact, tape, value) => {
    const text = tape.locatedWord(value);
    if (text !== undefined) {
      set(fact, text);
    }
  };
}

/** Reads one entry of `facts`, a mapping. Absent and unreadable keys take their defaults. */
export function readFact(tape: YamlTape, map: number, index: number): Fact {
  const fact = new FactInProgress(index, tape.span(map));
  let others: Qualifier[] | undefined;
  const end = tape.after(map);
  for (let key = map + STRIDE; key < end; key = tape.after(key + STRIDE)) {
    const read = ownKeys.of(tape, key);
    if (read !== null) {
      read(fact, tape, key + STRIDE);
      continue;
    }
    const qualifier = readQualifier(tape, key);
    if (qualifier !== undefined) {
      (others ??= []).push(qualifier);
    }
  }
  if (others !== undefined) {
    fact.otherKeys = others;
  }
  return fact;
}

function oneOf<T extends string>(
  allowed: readonly T[],
  tape: YamlTape,
  node: number,
  fallback: T,
): T {
  const written = tape.locatedWord(node)?.value;
  return allowed.find((value) => value === written) ?? fallback;
}

function readValueSource(tape: YamlTape, node: number): ValueSource | undefined {
  switch (tape.kind(node)) {
    case LIST:
      return { kind: 'list', span: tape.span(node), items: textsOf(tape, node) };
    case MAP: {
      const parts = new Map<string, Located<string>>();
      const end = tape.after(node);
      for (let key = node + STRIDE; key < end; key = tape.after(key + STRIDE)) {
        const part = tape.locatedWord(key + STRIDE);
        if (part !== undefined) {
          parts.set(tape.word(key), part);
        }
      }
      return { kind: 'mapping', span: tape.span(node), parts };
    }
    default: {
      // A lone `~` or nothing at all is null in YAML: no value, and the schema says so.
      const text = tape.locatedWord(node);
      if (text === undefined) {
        return undefined;
      }
      const { value, span, origin } = text;
      return origin === undefined
        ? { kind: 'scalar', span, text: value }
        : { kind: 'scalar', span, origin, text: value };
    }
  }
}

/** Nothing for a key without a plain value. */
function readQualifier(tape: YamlTape, key: number): Qualifier | undefined {
  const value = tape.locatedWord(key + STRIDE);
  return value === undefined ? undefined : { key: tape.located(key, tape.word(key)), value };
}

function readQualifiers(tape: YamlTape, map: number): readonly Qualifier[] {
  const qualifiers: Qualifier[] = [];
  if (tape.kind(map) === MAP) {
    const end = tape.after(map);
    for (let key = map + STRIDE; key < end; key = tape.after(key + STRIDE)) {
      const qualifier = readQualifier(tape, key);
      if (qualifier !== undefined) {
        qualifiers.push(qualifier);
      }
    }
  }
  return qualifiers;
}

function readAcknowledged(tape: YamlTape, list: number): readonly Acknowledgement[] {
  const entries: Acknowledgement[] = [];
  if (tape.kind(list) === LIST) {
    const end = tape.after(list);
    for (let item = list + STRIDE; item < end; item = tape.after(item)) {
      if (tape.kind(item) === MAP) {
        entries.push({
          span: tape.span(item),
          ...fieldText(tape, item, 'code'),
          ...fieldText(tape, item, 'with'),
          ...fieldText(tape, item, 'reason'),
        });
      }
    }
  }
  return entries;
}

/** A quote, or each of a list; lists in lists are none. */
function readQuotes(tape: YamlTape, node: number): readonly QuoteSource[] {
  if (tape.kind(node) !== LIST) {
    const quote = readQuote(tape, node);
    return quote === undefined ? none : [quote];
  }
  const quotes: QuoteSource[] = [];
  const end = tape.after(node);
  for (let item = node + STRIDE; item < end; item = tape.after(item)) {
    const quote = readQuote(tape, item);
    if (quote !== undefined) {
      quotes.push(quote);
    }
  }
  return quotes;
}

function readQuote(tape: YamlTape, node: number): QuoteSource | undefined {
  if (tape.kind(node) !== MAP) {
    const exact = tape.locatedText(node);
    return exact && { span: exact.span, exact };
  }
  const words = valueOf(tape, node, 'exact');
  const exact = words === undefined ? undefined : tape.locatedText(words);
  return (
    exact && {
      span: tape.span(node),
      exact,
      ...fieldText(tape, node, 'prefix'),
      ...fieldText(tape, node, 'suffix'),
    }
  );
}
