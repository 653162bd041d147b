import type { SeededRandom } from '../../unit/text/seededRandom.js';
import { hubCount, number, visitsTo, type Statement } from './statement.js';
import { truth, type World } from './world.js';

/*
 * What is wrong in a corpus, on purpose. Of each kind one fact in about 200 takes part: a kind that
 * needs two articles stands in every tenth and the one behind it, a kind that needs one in every fifth.
 */

/** In which articles a kind stands: those whose number leaves this remainder. */
export const UNDATED = 1;
export const COPY = 7;

interface PairPlant {
  /** The rule that is to speak. */
  readonly code: string;
  /** The first article's number modulo ten; the second is the next one, or the same. */
  readonly at: number;
  readonly inOne?: boolean;
  readonly here: readonly (readonly [string, string])[];
  readonly there: readonly (readonly [string, string])[];
}

const pairs: readonly PairPlant[] = [
  { code: 'value-conflict', at: 0, here: [['asOf', '2002-03']], there: [['asOf', '2002-03']] },
  { code: 'undated-conflict', at: UNDATED, here: [], there: [] },
  {
    code: 'disputed',
    at: 2,
    here: [['asOf', '2002-03']],
    there: [
      ['asOf', '2002-03'],
      ['saidBy', 'ministry'],
    ],
  },
  {
    code: 'possible-conflict',
    at: 3,
    here: [['until', '2001~']],
    there: [['from', '2001~']],
  },
  {
    code: 'hedged-conflict',
    at: 4,
    here: [['asOf', '2002-03']],
    there: [
      ['asOf', '2002-03'],
      ['certainty', 'probable'],
    ],
  },
  {
    code: 'plan-not-met',
    at: 5,
    here: [
      ['asOf', '2002-03'],
      ['modality', 'planned'],
    ],
    there: [['asOf', '2002-03']],
  },
  { code: 'copy-differs', at: COPY - 1, here: [['asOf', '2002-03']], there: [['asOf', '2002-03']] },
  { code: 'unexplained-change', at: 8, here: [['asOf', '1998-03']], there: [['asOf', '2001-10']] },
  {
    code: 'self-conflict',
    at: 9,
    inOne: true,
    here: [['asOf', '2002-03']],
    there: [['asOf', '2002-03']],
  },
];

/** The statements that take part in a conflict of an article. */
export function plantedStatements(
  world: World,
  article: number,
  random: SeededRandom,
): readonly Statement[] {
  const statements: Statement[] = [];
  for (const plant of pairs) {
    if (article % 10 === plant.at && article + 1 < world.articles) {
      statements.push(half(world, plant, article, 'here'));
    }
    const first = plant.inOne === true ? article : article - 1;
    if (first >= 0 && first % 10 === plant.at && first + 1 < world.articles) {
      statements.push(half(world, plant, first, 'there'));
    }
  }
  statements.push(misquoted(world, article, random));
  return statements;
}

function half(world: World, plant: PairPlant, first: number, side: 'here' | 'there'): Statement {
  const body = world.bodies[first]!;
  const activity = `${plant.code.replaceAll('-', ' ')} counts`;
  const low = truth(world, `${activity} ${body.id}`, 100, 900);
  const visits = number(side === 'here' ? low : low * 2);
  const statement = visitsTo(body, activity, visits, body.name);
  return { ...statement, keys: [...statement.keys, ...plant[side]] };
}

/** A quote that is not what the article says, in one way or another. */
function misquoted(world: World, article: number, random: SeededRandom): Statement {
  const body = world.bodies[article]!;
  const visits = truth(world, `misquoted ${body.id}`, 1000, 9000);
  const statement = visitsTo(body, 'open evenings', number(visits), body.name);
  const words = statement.words;
  switch (article % 5) {
    case 0:
      return { ...statement, behind: `; yes, ${words}` }; // quote-ambiguous
    case 1:
      return { ...statement, quote: `nobody has ever counted ${number(visits)} of them` }; // quote-not-found
    case 2:
      return { ...statement, quote: words.replace('visits a week', 'visits in a week') }; // quote-changed
    case 3:
      return { ...statement, quote: words.slice(words.indexOf('visits')) }; // value-not-in-quote
    default:
      return random.chance(0.5) ? statement : { ...statement, behind: ', it says' };
  }
}

/** A sentence with a figure that no fact records: a wrong one in every fifth article. */
export function looseFigure(world: World, article: number): string {
  const hub = world.hubs[0]!;
  const count = hubCount(world, hub, world.country);
  const figure = article % 5 === 4 ? count - 30 : count;
  return `All ${figure} ${hub.name.toLowerCase()} publish their accounts.`;
}
