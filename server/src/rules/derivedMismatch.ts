import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus, SidecarEntry } from '../corpus/corpus.js';
import { factsFor } from '../corpus/factReference.js';
import type { Definition, EventDefinition } from '../sidecars/definition.js';
import { quantityContains, readQuantity, type Quantity } from '../values/quantity.js';
import { averageOf, differenceOf, ratiosOf, roundingOf, sumOf } from './arithmetic.js';
import type { Remark } from './finding.js';
import type { SidecarRule } from './rule.js';

/** Figures that follow from others and do not: before less after, a share of two, a list's length. */
export const derivedMismatch: SidecarRule = {
  kind: 'sidecar',
  code: 'derived-mismatch',
  level: 'warning',
  summary: 'A figure that follows from others does not add up.',
  *check(sidecar, corpus) {
    yield* events(sidecar);
    for (const bound of sidecar.facts) {
      if (bound.is('derived')) {
        yield* derived(bound, corpus);
      }
      if (bound.property?.id === 'count') {
        yield* membership(bound, corpus);
      }
    }
  },
};

/** `before`, `after` and `by` of an event. */
function* events({ uri, content }: SidecarEntry): Iterable<Remark> {
  for (const definition of content.definitions) {
    const by = definition.fields.get('by');
    if (definition.kind !== 'event' || by === undefined) {
      continue;
    }
    const [before, after, written] = [
      statedQuantity(definition, 'before'),
      statedQuantity(definition, 'after'),
      statedQuantity(definition, 'by'),
    ];
    if (before === null || after === null || written === null) {
      continue;
    }
    const stated = roundingOf(written, by.value);
    const change = differenceOf(before, after);
    const ratios = ratiosOf(after, before);
    const fits =
      stated.unit === 'percent'
        ? ratios.some((ratio) => meets(stated, ratio))
        : meets(stated, change);
    if (!fits) {
      const from = definition.fields.get('before')?.value ?? '';
      const to = definition.fields.get('after')?.value ?? '';
      yield {
        uri,
        span: by.span,
        message: `From ${from} to ${to} is a change by ${change.min?.abs().toFixed() ?? ''}, not by ${by.value}. Correct \`before\`, \`after\` or \`by\`.`,
        related: ['before', 'after'].flatMap((key) => {
          const span = definition.fields.get(key)?.span;
          return span === undefined ? [] : [{ uri, span, message: `\`${key}\` stands here.` }];
        }),
      };
    }
  }
}

function statedQuantity({ fields }: EventDefinition, key: string): Quantity | null {
  const reading = readQuantity(fields.get(key)?.value ?? '');
  return reading?.kind === 'quantity' ? reading.quantity : null;
}

/** A fact with `derivedFrom` two or more quantities: their sum, difference or ratio. */
function* derived(bound: BoundFact, corpus: Corpus): Iterable<Remark> {
  const { uri, value } = bound;
  if (value?.kind !== 'quantity') {
    return;
  }
  const { fact } = bound;
  if (fact.derivedFrom.length < 2 || fact.negative || fact.rank === 'deprecated') {
    return;
  }
  const sources = factsFor(corpus, uri, fact.derivedFrom);
  const quantities = sources.flatMap((source) =>
    source.value?.kind === 'quantity' ? [source.value.quantity] : [],
  );
  if (quantities.length !== fact.derivedFrom.length) {
    return; // something is not there, or is no figure
  }
  const stated = roundingOf(value.quantity, bound.valueText);
  const possible = resultsOf(quantities, stated.unit);
  if (possible.length > 0 && !possible.some((quantity) => meets(stated, quantity))) {
    const list = sources.map(({ valueText }) => valueText).join(' and ');
    yield {
      uri,
      span: fact.value?.span ?? fact.span,
      message: `${bound.valueText} does not follow from ${list}, as a sum, a difference or a share. Check the figures, or what \`derivedFrom\` names.`,
      related: sources.map((source) => ({
        uri: source.uri,
        span: source.fact.value?.span ?? source.fact.span,
        message: `It is said to follow from this: ${source.valueText}.`,
      })),
    };
  }
}

function placeOf({ fields }: Definition): string | undefined {
  return fields.get('place')?.value;
}

/**
 * What can come of figures of one kind: sum, average, one less the others, and shares. None where
 * they are of several kinds (a share of a budget is a product) or where one of them is open.
 */
function resultsOf(quantities: readonly Quantity[], unit: string | null): readonly Quantity[] {
  const units = new Set(quantities.flatMap((quantity) => quantity.unit ?? []));
  const isOpen = quantities.some(({ min, max }) => min === null || max === null);
  if (isOpen || units.size > 1 || (unit !== null && unit !== 'percent' && !units.has(unit))) {
    return [];
  }
  const all = sumOf(quantities);
  return [
    all,
    averageOf(all, quantities.length),
    ...quantities.flatMap((quantity, index) => {
      const rest = sumOf(quantities.toSpliced(index, 1));
      return [
        differenceOf(quantity, rest),
        ...ratiosOf(quantity, rest),
        ...ratiosOf(rest, quantity),
        ...ratiosOf(quantity, all),
      ];
    }),
  ];
}

/** Two intervals meet, in the same unit. An interval of a ratio is in percent. */
function meets(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit && (a.unit === 'percent' || b.unit === 'percent')) {
    return false;
  }
  return !(
    (a.max !== null && b.min !== null && a.max.lt(b.min)) ||
    (a.min !== null && b.max !== null && a.min.gt(b.max))
  );
}

/**
 * A count of a group against the group's own list of members. The list has no dates, so a count that
 * ended, or that is of a part, says nothing about it.
 */
function* membership(bound: BoundFact, corpus: Corpus): Iterable<Remark> {
  const { uri, value } = bound;
  if (bound.group !== 'fact' || bound.negative) {
    return;
  }
  const { fact } = bound;
  const named = corpus.register.find('organisation', fact.subject?.value ?? '');
  if (
    named?.definition.kind !== 'organisation' ||
    value?.kind !== 'quantity' ||
    fact.rank === 'deprecated' ||
    fact.until !== undefined ||
    bound.conditions.some(([, text]) => text !== placeOf(named.definition))
  ) {
    return;
  }
  const { definition } = named;
  const isGroup = definition.fields.get('kind')?.value === 'group';
  if (!isGroup || definition.members.length === 0) {
    return;
  }
  const reading = readQuantity(String(definition.members.length));
  if (
    reading?.kind === 'quantity' &&
    !quantityContains({ ...value.quantity, unit: null }, reading.quantity)
  ) {
    yield {
      uri,
      span: fact.value?.span ?? fact.span,
      message: `${definition.name?.value ?? definition.id.value} is said to have ${bound.valueText} members, but its definition lists ${definition.members.length}. Correct the figure or the list.`,
      related: [{ uri: named.uri, span: definition.id.span, message: 'The list of members.' }],
    };
  }
}
