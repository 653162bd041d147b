import type { BoundFact } from '../corpus/boundFact.js';
import type { SidecarEntry } from '../corpus/corpus.js';
import type { Span } from '../text/span.js';
import { figureInBrief } from '../values/briefly.js';
import { canonicalUnit } from '../values/quantity.js';
import { describeValue } from '../values/value.js';
import type { Hint } from './hint.js';

/** What the figures among the values of a sidecar were read as, where they do not say so themselves. */
export function valueHints(sidecar: SidecarEntry): readonly Hint[] {
  return sidecar.facts.flatMap((bound) => {
    const at = endOfValue(sidecar, bound);
    const hint = at === undefined ? undefined : readingOf(bound);
    return at === undefined || hint === undefined ? [] : [{ at, ...hint }];
  });
}

function readingOf({
  fact,
  value,
  valueText,
  property,
}: BoundFact): Pick<Hint, 'label' | 'tooltip'> | undefined {
  if (value?.kind === 'vague') {
    const tooltip = 'A vague figure is kept as it is written, and never compared.';
    return { label: 'vague, not compared', tooltip };
  }
  if (value?.kind !== 'quantity') {
    return undefined;
  }
  const unit = fact.unit?.value ?? property?.unit;
  const expected = unit === undefined || unit === null ? null : canonicalUnit(unit);
  const label = figureInBrief(value.quantity, valueText, expected);
  return label === null
    ? undefined
    : { label, tooltip: `Read as ${describeValue(value)}; compared as ${label}.` };
}

/**
 * Where a value ends that stands on one line; one in long form only if it is written in braces, since
 * another one's last line is that of its last key.
 */
export function endOfValue({ content }: SidecarEntry, { fact }: BoundFact): Span | undefined {
  const source = fact.value;
  if (source === undefined) {
    return undefined;
  }
  const { start, end } = source.span;
  const text = content.text.slice(start, end).trimEnd();
  const isBlock = source.kind !== 'scalar' && !/^[[{*]/.test(text);
  return isBlock || /[\r\n]/.test(text) ? undefined : { start, end: start + text.length };
}
