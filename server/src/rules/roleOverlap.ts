import type { Corpus } from '../corpus/corpus.js';
import type { PersonDefinition, Role } from '../sidecars/definition.js';
import { readDate, type DateRange } from '../values/date.js';
import { compareTimes, describeTime, factTime, type FactTime } from '../values/factTime.js';
import type { Remark } from './finding.js';
import type { RegisterRule } from './rule.js';

/** One person's time in a post that one person at a time holds. */
interface Tenure {
  readonly uri: string;
  readonly person: PersonDefinition;
  readonly role: Role;
  readonly time: FactTime;
}

/**
 * Two roles that are each known at one date are held at once where both dates lie within so many
 * days: two chairs in one year may well have followed each other.
 */
const ONE_MONTH = 31;

/** Two people who both hold a post alone at one time. */
export const roleOverlap: RegisterRule = {
  kind: 'register',
  code: 'role-overlap',
  level: 'warning',
  summary: 'Two people hold a post alone at one time.',
  *check(corpus) {
    for (const tenures of tenuresByPost(corpus).values()) {
      for (const [index, here] of tenures.entries()) {
        for (const there of tenures.slice(index + 1)) {
          if (areAtOnce(here, there)) {
            yield remark(here, there, corpus);
            yield remark(there, here, corpus);
          }
        }
      }
    }
  },
};

function areAtOnce(a: Tenure, b: Tenure): boolean {
  return (
    a.person.id.value !== b.person.id.value &&
    compareTimes(a.time, b.time, ONE_MONTH).relation === 'overlap'
  );
}

function tenuresByPost(corpus: Corpus): ReadonlyMap<string, readonly Tenure[]> {
  const byPost = new Map<string, Tenure[]>();
  for (const { uri, definition } of corpus.register.each()) {
    if (definition.kind !== 'person') {
      continue;
    }
    for (const role of definition.roles.filter(({ soleHolder }) => soleHolder)) {
      const post = role.post?.value.trim().toLowerCase() ?? '';
      const key = JSON.stringify([post, role.organisation?.value ?? '']);
      const time = factTime({
        ...dated('from', role.from?.value),
        ...dated('until', role.until?.value),
        ...dated('asOf', role.asOf?.value),
      });
      byPost.set(key, [...(byPost.get(key) ?? []), { uri, person: definition, role, time }]);
    }
  }
  return byPost;
}

function dated<K extends string>(key: K, written: string | undefined): { [P in K]?: DateRange } {
  const reading = written === undefined ? undefined : readDate(written);
  return reading?.kind === 'date' ? ({ [key]: reading.date } as { [P in K]?: DateRange }) : {};
}

function remark(here: Tenure, there: Tenure, corpus: Corpus): Remark {
  const name = there.person.name?.value ?? there.person.id.value;
  const organisation = here.role.organisation?.value;
  const where = organisation === undefined ? '' : ` at ${corpus.register.nameOf(organisation)}`;
  return {
    uri: here.uri,
    span: here.role.post?.span ?? here.role.span,
    message: `${name} holds this post${where} at the same time (${describeTime(there.time)}; here ${describeTime(here.time)}), and one person at a time holds it. Check the dates, or take \`soleHolder\` away.`,
    related: [
      {
        uri: there.uri,
        span: there.role.post?.span ?? there.role.span,
        message: `${name}'s time in the post.`,
      },
    ],
  };
}
