import type { Located, Span } from '../text/span.js';
import { FactInProgress, textKeys } from './factInProgress.js';
import type { Acknowledgement, Fact, Qualifier, QuoteSource, ValueSource } from './sidecar.js';

/** A fact that says the same so many characters further on; before that, if `by` is negative. */
export function movedFact(fact: Fact, by: number): Fact {
  const moved = new FactInProgress(fact.index, movedSpan(fact.span, by));
  for (const key of textKeys) {
    const text = fact[key];
    if (text !== undefined) {
      moved[key] = movedText(text, by);
    }
  }
  if (fact.value !== undefined) {
    moved.value = movedValue(fact.value, by);
  }
  moved.qualifiers = movedAll(fact.qualifiers, by, movedQualifier);
  moved.otherKeys = movedAll(fact.otherKeys, by, movedQualifier);
  moved.modality = fact.modality;
  moved.certainty = fact.certainty;
  moved.negative = fact.negative;
  moved.rank = fact.rank;
  for (const key of ['saidBy', 'denies', 'disputes', 'supersedes', 'derivedFrom'] as const) {
    moved[key] = movedAll(fact[key], by, movedText);
  }
  moved.acknowledged = movedAll(fact.acknowledged, by, movedAcknowledgement);
  moved.quotes = movedAll(fact.quotes, by, movedQuote);
  return moved;
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function movedText({ value, span, origin }: Located<string>, by: number): Located<string> {
  const moved = movedSpan(span, by);
  return origin === undefined
    ? { value, span: moved }
    : { value, span: moved, origin: movedSpan(origin, by) };
}

function movedAll<T>(
  things: readonly T[],
  by: number,
  moved: (thing: T, by: number) => T,
): readonly T[] {
  return things.length === 0 ? things : things.map((thing) => moved(thing, by));
}

function movedQualifier({ key, value }: Qualifier, by: number): Qualifier {
  return { key: movedText(key, by), value: movedText(value, by) };
}

function movedValue(value: ValueSource, by: number): ValueSource {
  const span = movedSpan(value.span, by);
  switch (value.kind) {
    case 'scalar': {
      const { kind, text, origin } = value;
      return origin === undefined
        ? { kind, span, text }
        : { kind, span, origin: movedSpan(origin, by), text };
    }
    case 'list':
      return { kind: value.kind, span, items: movedAll(value.items, by, movedText) };
    case 'mapping':
      return {
        kind: value.kind,
        span,
        parts: new Map([...value.parts].map(([key, part]) => [key, movedText(part, by)])),
      };
  }
}

function movedQuote({ span, exact, prefix, suffix }: QuoteSource, by: number): QuoteSource {
  const moved = movedText(exact, by);
  return {
    // The words alone are in one place with the quote.
    span: span === exact.span ? moved.span : movedSpan(span, by),
    exact: moved,
    ...(prefix && { prefix: movedText(prefix, by) }),
    ...(suffix && { suffix: movedText(suffix, by) }),
  };
}

function movedAcknowledgement(entry: Acknowledgement, by: number): Acknowledgement {
  const { span, code, with: other, reason } = entry;
  return {
    span: movedSpan(span, by),
    ...(code && { code: movedText(code, by) }),
    ...(other && { with: movedText(other, by) }),
    ...(reason && { reason: movedText(reason, by) }),
  };
}
