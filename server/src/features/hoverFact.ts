import type { ArticleInfo } from '../corpus/articleInfo.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { Property } from '../corpus/property.js';
import { describeSlot, describeSource, describeStatement } from '../rules/describe.js';
import type { Definition } from '../sidecars/definition.js';
import { describeDate } from '../values/date.js';
import { describeValue } from '../values/value.js';
import { contestsOf } from './contested.js';
import { bold, code, inert, type FeatureContext } from './context.js';
import { describeEntity } from './hoverEntity.js';

/** A fact: what it states, how it was read, who says so and when, and what contradicts it. */
export function factLines(context: FeatureContext, bound: BoundFact): readonly string[] {
  const { corpus } = context;
  const { fact, article, value } = bound;
  const lines = [
    `${inert(context, describeSlot(bound, corpus))}: ${bold(context, describeStatement(bound))}`,
    '',
    `- ${inert(context, describeSource(bound, corpus))}`,
    `- in ${inert(context, article.title ?? article.id)} (${code(context, bound.reference)})`,
  ];
  if (value !== null && value.kind !== 'text') {
    const read = describeValue(value);
    if (read !== bound.valueText) {
      lines.push(`- read as ${inert(context, read)}`);
    }
  }
  for (const quote of fact.quotes.slice(0, 2)) {
    lines.push(`- “${inert(context, quote.exact.value)}”`);
  }
  const against = contestsOf(context, bound).slice(0, 3);
  lines.push(...against.map(({ message }) => `- ⚠ ${inert(context, message)}`));
  return lines;
}

/** Any definition: a property with its constraints, an event, or a thing that texts mention. */
export function definitionLines(
  context: FeatureContext,
  definition: Definition,
): readonly string[] {
  switch (definition.kind) {
    case 'property': {
      const property = context.corpus.register.property(definition.id.value);
      return property === undefined ? [] : propertyLines(context, property);
    }
    case 'event':
      return eventLines(context, definition);
    case 'organisation':
    case 'person':
    case 'place':
    case 'document':
      return describeEntity(context, definition);
  }
}

/** A property and its constraints, in words. */
export function propertyLines(context: FeatureContext, property: Property): readonly string[] {
  const isDeclared = context.corpus.register.find('property', property.id) !== undefined;
  const details = [
    isDeclared ? '' : 'built in: it needs no declaration',
    property.unit === null ? '' : `unit: ${property.unit}`,
    property.integer ? 'whole numbers' : '',
    property.min === null ? '' : `at least ${property.min}`,
    property.max === null ? '' : `at most ${property.max}`,
    property.separators.length === 0
      ? ''
      : `facts are compared only where they share: ${property.separators.join(', ')}`,
    property.single ? '' : 'holds many values at once; never compared',
  ].filter((detail) => detail !== '');
  return [
    `${bold(context, property.name)} · ${property.type} · ${code(context, property.id)}`,
    ...(details.length > 0 ? ['', ...details.map((detail) => `- ${inert(context, detail)}`)] : []),
  ];
}

function eventLines(context: FeatureContext, definition: Definition): readonly string[] {
  const { register } = context.corpus;
  const details = [...definition.fields]
    .filter(([key]) => !['name', 'type', 'description', 'note', 'url'].includes(key))
    .map(
      ([key, { value }]) =>
        `- ${inert(context, key)}: ${inert(context, ['subject', 'place'].includes(key) ? register.nameOf(value) : value)}`,
    );
  const type = definition.fields.get('type')?.value ?? 'event';
  const name = definition.name?.value ?? definition.id.value;
  return [
    `${bold(context, name)} · ${inert(context, type)} · ${code(context, definition.id.value)}`,
    '',
    ...details,
  ];
}

/** An article: title, publisher, date, what it is based on. */
export function articleLines(context: FeatureContext, info: ArticleInfo): readonly string[] {
  const { register } = context.corpus;
  const by = info.publisher === null ? [] : [`published by ${register.nameOf(info.publisher)}`];
  const when = info.published === undefined ? [] : [describeDate(info.published)];
  const details = [...by, ...when].join(', ');
  const based =
    info.basedOn.length === 0
      ? []
      : [`- based on ${info.basedOn.map((id) => code(context, id)).join(', ')}`];
  return [
    `${bold(context, info.title ?? info.id)} · article · ${code(context, info.id)}`,
    ...(details === '' && based.length === 0 ? [] : ['']),
    ...(details === '' ? [] : [`- ${inert(context, details)}`]),
    ...(info.draft ? ['- a draft'] : []),
    ...based,
  ];
}
