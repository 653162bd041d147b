import type { BoundFact, ModalityGroup } from '../corpus/boundFact.js';
import { describeSource, describeStatement } from '../rules/describe.js';
import { firstDay, lastDay } from '../rules/explainedChange.js';
import { slotConditions } from '../corpus/slot.js';
import type { Definition, PersonDefinition } from '../sidecars/definition.js';
import { describeDate, readDate } from '../values/date.js';
import { bold, inert, type FeatureContext } from './context.js';
import { mentionsOf } from './references.js';

/** How many of the latest facts a hover lists. */
const LISTED_FACTS = 6;

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
  return person.roles.map(({ post, organisation, from, until, asOf }) => {
    const at =
      organisation === undefined
        ? ''
        : `, ${inert(context, context.corpus.register.nameOf(organisation.value))}`;
    const times = [
      from === undefined ? '' : `from ${dateInWords(from.value)}`,
      until === undefined ? '' : `until ${dateInWords(until.value)}`,
      asOf === undefined ? '' : `in ${dateInWords(asOf.value)}`,
    ].filter((part) => part !== '');
    const when = times.length === 0 ? '' : ` (${inert(context, times.join(' '))})`;
    return `${inert(context, post?.value ?? 'post')}${at}${when}`;
  });
}

/** The latest facts with their sources, those that can be compared first; ⚠ marks a contested one. */
function latestFacts(context: FeatureContext, subject: string): readonly string[] {
  const facts = context.corpus
    .factsAbout(subject)
    .filter(({ fact, value }) => fact.rank !== 'deprecated' && value !== null);
  if (facts.length === 0) {
    return [];
  }
  const latest = [...facts].sort(byInterest).slice(0, LISTED_FACTS);
  const more = facts.length - latest.length;
  return [
    '',
    bold(context, more > 0 ? `Latest of ${facts.length} facts` : 'Facts'),
    '',
    ...latest.map((bound) => `- ${factLine(context, bound)}`),
  ];
}

/** Figures before words, the published record before drafts, facts before plans and forecasts, then the latest. */
export function byInterest(a: BoundFact, b: BoundFact): number {
  return (
    Number(b.slot !== null) - Number(a.slot !== null) ||
    Number(a.article.draft) - Number(b.article.draft) ||
    groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group) ||
    whenOf(b) - whenOf(a) ||
    (a.reference < b.reference ? -1 : 1)
  );
}

const groupOrder: readonly ModalityGroup[] = ['fact', 'commitment', 'expectation'];

/** A day to sort by: the start of what is stated, else its end. */
function whenOf({ time }: BoundFact): number {
  const first = firstDay(time);
  const last = lastDay(time);
  return Number.isFinite(first) ? first : Number.isFinite(last) ? last : -1e9;
}

/** `count, England: 152 — 002-tory-health-plans, about 2009 ⚠`. */
export function factLine(context: FeatureContext, bound: BoundFact): string {
  const { corpus } = context;
  const conditions = slotConditions(bound.fact, bound.property).map(([key, value]) =>
    key === 'place' ? corpus.register.nameOf(value) : value,
  );
  const what = [bound.fact.property?.value ?? '', ...conditions].join(', ');
  const mark = isContested(context, bound) ? ' ⚠ contested' : '';
  return `${inert(context, what)}: ${bold(context, describeStatement(bound))} — ${inert(context, describeSource(bound, corpus))}, ${code(context, bound.reference)}${mark}`;
}

/** Whether another fact contradicts it, in any degree from a note upwards. */
export function isContested({ checker }: FeatureContext, { uri, fact }: BoundFact): boolean {
  const span = fact.value?.span;
  return checker
    .findingsIn(uri)
    .some(
      (finding) =>
        contestingCodes.has(finding.code) &&
        finding.severity !== 'hint' &&
        finding.span.start === span?.start,
    );
}

const contestingCodes = new Set([
  'unit-mismatch',
  'self-conflict',
  'value-conflict',
  'undated-conflict',
  'disputed',
  'hedged-conflict',
  'possible-conflict',
]);

function mentionLine(context: FeatureContext, definition: Definition): string {
  const mentions = mentionsOf(context.corpus, definition.kind, definition.id.value);
  const articles = new Set(mentions.map(({ uri }) => uri)).size;
  if (mentions.length === 0) {
    return 'Not mentioned in any article.';
  }
  return `Mentioned ${times(mentions.length)} in ${articles === 1 ? 'one article' : `${articles} articles`}.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** An id, shown as code where the client knows Markdown. Ids are slugs; anything else is made inert. */
export function code(context: FeatureContext, id: string): string {
  return context.markdown && /^[\w#.-]+$/.test(id) ? `\`${id}\`` : inert(context, id);
}
