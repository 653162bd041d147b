import type { Corpus } from '../corpus/corpus.js';
import { MultiMap } from '../corpus/multiMap.js';
import type { Definition, OrganisationDefinition } from '../sidecars/definition.js';
import type { Located } from '../text/span.js';
import { describeDate, readDate, type DateRange } from '../values/date.js';
import type { Remark } from './finding.js';
import type { RegisterRule } from './rule.js';

type Side = 'predecessors' | 'successors';

const opposite: Readonly<Record<Side, Side>> = {
  predecessors: 'successors',
  successors: 'predecessors',
};
const words: Readonly<Record<Side, string>> = {
  predecessors: 'predecessor',
  successors: 'successor',
};

/** Links between predecessors and successors that are one-sided, circular or run backwards in time. */
export const succession: RegisterRule = {
  kind: 'register',
  code: 'succession',
  level: 'warning',
  summary: 'Predecessor and successor links that are one-sided, circular or run backwards in time.',
  *check(corpus) {
    const linked = linkedOrganisations(corpus);
    const circular = {
      predecessors: mayLeadBack(corpus, linked, 'predecessors'),
      successors: mayLeadBack(corpus, linked, 'successors'),
    };
    for (const { uri, definition } of linked) {
      for (const side of ['predecessors', 'successors'] as const) {
        for (const link of definition[side]) {
          const found = remarkOn(corpus, uri, definition, side, link, circular[side]);
          if (found !== null) {
            yield found;
          }
        }
      }
    }
  },
};

interface Organisation {
  readonly uri: string;
  readonly definition: OrganisationDefinition;
}

/** Those with a predecessor or a successor: few of many. */
function linkedOrganisations({ register }: Corpus): readonly Organisation[] {
  const linked: Organisation[] = [];
  for (const { uri, definition } of register.each()) {
    if (isLinked(definition)) {
      linked.push({ uri, definition });
    }
  }
  return linked;
}

function isLinked(definition: Definition): definition is OrganisationDefinition {
  return (
    definition.kind === 'organisation' &&
    definition.predecessors.length + definition.successors.length > 0
  );
}

function remarkOn(
  corpus: Corpus,
  uri: string,
  own: OrganisationDefinition,
  side: Side,
  link: Located<string>,
  circular: ReadonlySet<string>,
): Remark | null {
  const other = corpus.register.find('organisation', link.value);
  if (other?.definition.kind !== 'organisation') {
    return null; // an unknown id is another rule's concern
  }
  const name = other.definition.name?.value ?? link.value;
  const related = [
    { uri: other.uri, span: other.definition.id.span, message: `${name} is defined here.` },
  ];
  const at = { uri, span: link.span, related };
  const [older, newer] = side === 'successors' ? [own, other.definition] : [other.definition, own];
  if (circular.has(own.id.value) && leadsBack(corpus, own.id.value, link.value, side)) {
    return {
      ...at,
      message: `Followed on, the ${words[side]}s of ${name} lead back here. One of these links is the wrong way round.`,
    };
  }
  const backwards = runsBackwards(older, newer);
  if (backwards !== null) {
    return { ...at, message: `${backwards} Check the dates, or the direction of the link.` };
  }
  if (!other.definition[opposite[side]].some(({ value }) => value === own.id.value)) {
    return {
      ...at,
      message: `${name} does not name this one as its ${words[opposite[side]]}. Add \`${own.id.value}\` to its \`${opposite[side]}\`, or take the link away.`,
    };
  }
  return null;
}

/**
 * The organisations from which one side leads on without end: those in a circle, and those that lead
 * into one. Chains that end are left out from their ends, so that long ones cost no more than short.
 */
function mayLeadBack(
  { register }: Corpus,
  linked: readonly Organisation[],
  side: Side,
): ReadonlySet<string> {
  const leading = new MultiMap<string, string>();
  const left = new Map<string, number>();
  const over: string[] = [];
  for (const { definition } of linked) {
    const id = definition.id.value;
    const next = new Set(definition[side].map(({ value }) => value));
    const leadOn = [...next].filter((one) => {
      const other = register.find('organisation', one);
      return other !== undefined && isLinked(other.definition);
    });
    left.set(id, leadOn.length);
    for (const one of leadOn) {
      leading.add(one, id);
    }
    if (leadOn.length === 0) {
      over.push(id);
    }
  }
  for (let id = over.pop(); id !== undefined; id = over.pop()) {
    for (const before of leading.get(id)) {
      const count = (left.get(before) ?? 0) - 1;
      left.set(before, count);
      if (count === 0) {
        over.push(before);
      }
    }
  }
  return new Set([...left].filter(([, count]) => count > 0).map(([id]) => id));
}

/** Whether following one side from an organisation comes back to where it started. */
function leadsBack(corpus: Corpus, start: string, first: string, side: Side): boolean {
  const seen = new Set<string>();
  const open = [first];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start) {
      return true;
    }
    const definition = seen.has(id)
      ? undefined
      : corpus.register.find('organisation', id)?.definition;
    seen.add(id);
    if (definition?.kind === 'organisation') {
      open.push(...definition[side].map(({ value }) => value));
    }
  }
  return false;
}

/** What is wrong with the dates of a predecessor and its successor; null where nothing is. */
function runsBackwards(
  older: OrganisationDefinition,
  newer: OrganisationDefinition,
): string | null {
  const name = ({ name: own, id }: OrganisationDefinition): string => own?.value ?? id.value;
  const olderFounded = dateOf(older, 'founded');
  const newerFounded = dateOf(newer, 'founded');
  const newerDissolved = dateOf(newer, 'dissolved');
  if (
    olderFounded !== undefined &&
    newerFounded !== undefined &&
    newerFounded.end <= olderFounded.start
  ) {
    return `${name(newer)} (founded ${describeDate(newerFounded)}) is older than its predecessor ${name(older)} (founded ${describeDate(olderFounded)}).`;
  }
  if (
    olderFounded !== undefined &&
    newerDissolved !== undefined &&
    newerDissolved.end <= olderFounded.start
  ) {
    return `${name(newer)} was dissolved (${describeDate(newerDissolved)}) before its predecessor ${name(older)} was founded (${describeDate(olderFounded)}).`;
  }
  return null;
}

function dateOf({ fields }: OrganisationDefinition, key: string): DateRange | undefined {
  const reading = readDate(fields.get(key)?.value ?? '');
  return reading.kind === 'date' ? reading.date : undefined;
}
