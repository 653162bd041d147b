import { idKey } from '../corpus/register.js';
import type { Definition, PersonDefinition, Role } from '../sidecars/definition.js';
import { describeDate, readDate } from '../values/date.js';
import { bold, code, inert, type FeatureContext } from './context.js';
import { latestFacts } from './hoverFactTable.js';

/** How many holders of posts an organisation's hover lists. */
const LISTED_HOLDERS = 6;

/** An organisation, person, place or document: name, kind, dates, lineage, roles, facts, mentions. */
export function describeEntity(context: FeatureContext, definition: Definition): readonly string[] {
  const field = (name: string): string | undefined => definition.fields.get(name)?.value;
  const kind =
    definition.kind === 'organisation' ? (field('kind') ?? 'organisation') : definition.kind;
  const title = `${bold(context, definition.name?.value ?? definition.id.value)} · ${inert(context, kind)} · ${code(context, definition.id.value)}`;
  const lines = [title];
  const description = field('description');
  if (description !== undefined) {
    lines.push('', inert(context, description));
  }
  const details = [...lifeLines(context, definition), ...relationLines(context, definition)];
  if (definition.kind === 'person') {
    details.push(...roleLines(context, definition));
  }
  if (definition.kind === 'organisation') {
    details.push(...holderLines(context, definition.id.value));
  }
  if (details.length > 0) {
    lines.push('', ...details.map((line) => `- ${line}`));
  }
  lines.push(...latestFacts(context, definition.id.value));
  lines.push('', mentionLine(context, definition));
  return lines;
}

function lifeLines(context: FeatureContext, definition: Definition): readonly string[] {
  const dates = (['founded', 'dissolved', 'published'] as const).flatMap((key) => {
    const written = definition.fields.get(key)?.value;
    return written === undefined ? [] : [`${key} ${inert(context, dateInWords(written))}`];
  });
  return dates.length === 0 ? [] : [dates.join(', ')];
}

function dateInWords(written: string): string {
  const reading = readDate(written);
  return reading.kind === 'date' ? describeDate(reading.date) : written;
}

function relationLines(context: FeatureContext, definition: Definition): readonly string[] {
  const names = (ids: readonly { readonly value: string }[]): string =>
    ids.map(({ value }) => inert(context, context.corpus.register.nameOf(value))).join(', ');
  const lines: string[] = [];
  for (const [key, words] of [
    ['class', 'one of'],
    ['partOf', 'part of'],
    ['place', 'in'],
  ] as const) {
    const id = definition.fields.get(key);
    if (id !== undefined) {
      lines.push(`${words} ${names([id])}`);
    }
  }
  if (definition.kind === 'organisation') {
    for (const key of ['predecessors', 'successors', 'members'] as const) {
      if (definition[key].length > 0) {
        lines.push(`${key}: ${names(definition[key])}`);
      }
    }
  }
  return lines;
}

function roleLines(context: FeatureContext, person: PersonDefinition): readonly string[] {
  return person.roles.map((role) => {
    const at =
      role.organisation === undefined
        ? ''
        : `, ${inert(context, context.corpus.register.nameOf(role.organisation.value))}`;
    return `${postOf(context, role)}${at}${termOf(context, role)}`;
  });
}

/** The people who hold or held posts in an organisation. */
function holderLines(context: FeatureContext, organisation: string): readonly string[] {
  const lines = context.corpus
    .definitionsUsing(idKey('organisation', organisation))
    .flatMap((person) =>
      person.kind !== 'person'
        ? []
        : person.roles
            .filter((role) => role.organisation?.value === organisation)
            .map((role) => {
              const name = inert(context, person.name?.value ?? person.id.value);
              return `${postOf(context, role)}: ${name}${termOf(context, role)}`;
            }),
    );
  const more = lines.length - LISTED_HOLDERS;
  return more > 1 ? [...lines.slice(0, LISTED_HOLDERS), `and ${more} more posts`] : lines;
}

function postOf(context: FeatureContext, { post }: Role): string {
  return inert(context, post?.value ?? 'post');
}

/** ` (from 12 May 2010)`; empty without dates. */
function termOf(context: FeatureContext, { from, until, asOf }: Role): string {
  const times = [
    from === undefined ? '' : `from ${dateInWords(from.value)}`,
    until === undefined ? '' : `until ${dateInWords(until.value)}`,
    asOf === undefined ? '' : `in ${dateInWords(asOf.value)}`,
  ].filter((part) => part !== '');
  return times.length === 0 ? '' : ` (${inert(context, times.join(' '))})`;
}

function mentionLine(context: FeatureContext, { kind, id }: Definition): string {
  const { mentions, articles } = context.corpus.mentionCount(kind, id.value);
  if (mentions === 0) {
    return 'Not mentioned in any article.';
  }
  return `Mentioned ${times(mentions)} in ${articles === 1 ? 'one article' : `${articles} articles`}.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
