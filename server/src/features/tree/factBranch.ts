import type { BoundFact } from '../../corpus/boundFact.js';
import { describeSlot, describeSource, describeStatement } from '../../rules/describe.js';
import { rangeOf, type FeatureContext } from '../context.js';
import { isContested } from '../contested.js';
import { placeOfFact } from '../targets.js';
import { inOneLine, inTooltip } from './label.js';
import type { TreeFilter } from './treeFilter.js';
import type { Branch, TreeLine } from './treeNode.js';

/** A fact under its property: its value, when it held, who says so and where; ⚠ where it is contested. */
export function factUnderProperty(context: FeatureContext, bound: BoundFact): Branch {
  const { register } = context.corpus;
  const conditions = bound.conditions.map(([key, value]) =>
    key === 'place' ? register.nameOf(value) : value,
  );
  const label = [describeStatement(bound), ...conditions].join(', ');
  return factBranch(context, bound, label);
}

/** A fact under its article: what it is about and its value. */
export function factUnderArticle(context: FeatureContext, bound: BoundFact): Branch {
  const label = `${describeSlot(bound, context.corpus)}: ${describeStatement(bound)}`;
  return factBranch(context, bound, label);
}

function factBranch(context: FeatureContext, bound: BoundFact, label: string): Branch {
  return {
    key: keyOfFact(bound),
    title: label,
    line: () => factLine(context, bound, label),
  };
}

function factLine(context: FeatureContext, bound: BoundFact, label: string): TreeLine {
  const { corpus } = context;
  const contested = isContested(context, bound);
  const source = [describeSource(bound, corpus), bound.article.id].join(' · ');
  const words = `${describeSlot(bound, corpus)}: ${describeStatement(bound)} (${source})`;
  return {
    kind: 'fact',
    label: inOneLine(label),
    description: inOneLine(contested ? `⚠ ${source}` : source),
    tooltip: inTooltip(contested ? `${words}. Another fact contradicts it.` : words),
    spoken: inTooltip(contested ? `Contested: ${words}` : words),
    ...placed(context, bound),
    ...topicOf(bound),
  };
}

/** Where a fact stands, and how it is written from elsewhere. */
export function placed(
  context: FeatureContext,
  bound: BoundFact,
): Pick<TreeLine, 'place' | 'reference'> {
  const place = placeOfFact(bound);
  return {
    place: { uri: place.uri, range: rangeOf(context, place) },
    reference: inOneLine(bound.reference, 500),
  };
}

export function topicOf({ subject, propertyId }: BoundFact): Pick<TreeLine, 'topic'> {
  return subject === '' || propertyId === '' ? {} : { topic: { subject, property: propertyId } };
}

/** Tells a fact from all others; the same while only the text around it changes. */
export function keyOfFact({ uri, position }: BoundFact): string {
  return `${uri}#${position}`;
}

/** Whether a fact is wanted, by its subject, property, value or article. Reads no file. */
export function isWantedFact(
  { corpus }: FeatureContext,
  bound: BoundFact,
  filter: TreeFilter,
): boolean {
  return (
    filter.isEmpty ||
    filter.matches([
      describeSlot(bound, corpus),
      bound.subject,
      bound.valueText,
      bound.article.id,
      bound.article.title,
    ])
  );
}
