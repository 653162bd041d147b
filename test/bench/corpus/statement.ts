import type { SeededRandom } from '../../unit/text/seededRandom.js';
import { truth, type Body, type Entity, type World } from './world.js';

/** What a sentence says, and the fact that records it. */
export interface Statement {
  /** The words that state it: a part of the sentence, and the fact's quote. */
  readonly words: string;
  /** Words of the sentence in front of them and behind. */
  readonly before?: string;
  readonly behind?: string;
  /** The quote as it is to stand in the sidecar, where that is not the words. */
  readonly quote?: string;
  /** Keys of the fact from `subject` on, without `quote`, as YAML. */
  readonly keys: readonly (readonly [key: string, value: string])[];
}

const activities = [
  'walk-in surgeries',
  'home visits',
  'job interviews',
  'library mornings',
  'telephone advice',
  'night patrols',
];
const scopes = [
  'office costs',
  'agency staff',
  'repairs',
  'training',
  'night transport',
  'leaflets',
];
const milestones = ['opening of the new office', 'end of the pilot', 'transfer of staff'];
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const verbs = [
  'keeps under review',
  'has put off',
  'means to publish',
  'stands by',
  'has begun to draft',
  'will not discuss',
  'has asked others to judge',
  'is rewriting',
];
const objects = [
  'its rota for weekend shifts',
  'the lease of its old offices',
  'a joint register of complaints',
  'its rules on gifts and fees',
  'the plan for shared reception desks',
  'a charter for carers',
  'the timetable of its mobile library',
  'its contract for meals at home',
  'the merger of two call centres',
  'its promise to answer letters sooner',
];
const circumstances = [
  'after months of talks with the unions',
  'whatever the next settlement brings',
  'against the advice of its auditors',
  'until the inspectors have reported',
  'with the support of its neighbours',
  'now that the pilot has ended',
  'for want of money and people',
  'as residents had long demanded',
];

/** What one article may speak about. */
export interface Cast {
  readonly bodies: readonly Body[];
  readonly hubs: readonly Entity[];
  readonly people: readonly Entity[];
  readonly documents: readonly Entity[];
}

type Maker = (world: World, cast: Cast, random: SeededRandom) => Statement;

const statusOfBody: Maker = (_world, { bodies }, random) => status(random.pick(bodies), random);
const statusOfOther: Maker = (_world, { people, documents }, random) =>
  status(random.pick(random.chance(0.7) ? people : documents), random);

function status(about: Entity, random: SeededRandom): Statement {
  const does = `${random.pick(verbs)} ${random.pick(objects)}`;
  const words = `${called(about, random)} ${does}`;
  return { ...stated(about, 'status', does, words), behind: ` ${random.pick(circumstances)}` };
}

const staff: Maker = (world, { bodies }, random) => {
  const body = random.pick(bodies);
  const people = number(truth(world, `staff ${body.id}`, 40, 4000));
  const words = `${called(body, random)} employs ${people} people in ${body.town.name}`;
  return stated(body, 'staff', people, words, ['place', body.town.id]);
};

const visits: Maker = (world, { bodies }, random) => {
  const body = random.pick(bodies);
  const activity = random.pick(activities);
  const visited = number(truth(world, `${activity} ${body.id}`, 30, 6000));
  return visitsTo(body, activity, visited, called(body, random));
};

/** A number of visits a week. */
export function visitsTo(
  about: Entity & { readonly town?: Entity },
  activity: string,
  visited: string,
  name: string,
): Statement {
  const words = `${name} counts ${visited} visits a week for ${activity}`;
  const place = about.town === undefined ? [] : [['place', about.town.id] as const];
  return stated(about, 'visits', visited, words, ...place, ['activity', activity]);
}

const budget: Maker = (world, { bodies }, random) => {
  const body = random.pick(bodies);
  const scope = random.pick(scopes);
  const tenths = truth(world, `budget ${scope} ${body.id}`, 11, 990);
  const money = `£${Math.floor(tenths / 10)}.${tenths % 10}m`;
  const words = `${called(body, random)} sets aside ${money} for ${scope}`;
  return stated(body, 'budget', money, words, ['place', body.town.id], ['scope', scope]);
};

const share: Maker = (world, { bodies }, random) => {
  const body = random.pick(bodies);
  const scope = random.pick(scopes);
  const percent = `${truth(world, `share ${scope} ${body.id}`, 2, 60)}%`;
  const words = `${called(body, random)} spends ${percent} of its money on ${scope}`;
  return stated(body, 'share', percent, words, ['place', body.town.id], ['scope', scope]);
};

const population: Maker = (world, { bodies }, random) => {
  const body = random.pick(bodies);
  const people = number(truth(world, `population ${body.town.id}`, 9000, 400_000));
  const words = `${called(body, random)} serves ${people} people in ${body.town.name}`;
  return stated(body, 'population', people, words, ['place', body.town.id]);
};

const cut: Maker = (world, { bodies }, random) => {
  const body = random.pick(bodies);
  const scope = random.pick(scopes);
  const percent = `${truth(world, `cut ${scope} ${body.id}`, 5, 50)}%`;
  const words = `${called(body, random)} is to cut ${scope} by ${percent}`;
  const modality = random.pick(['planned', 'required', 'pledged']);
  return stated(body, 'cost-reduction', percent, words, ['scope', scope], ['modality', modality]);
};

const milestone: Maker = (world, { bodies }, random) => {
  const body = random.pick(bodies);
  const what = random.pick(milestones);
  const month = truth(world, `${what} ${body.id}`, 0, 60);
  const year = 2013 + Math.floor(month / 12);
  const value = `${year}-${twoDigits(1 + (month % 12))}`;
  const words = `${called(body, random)} expects the ${what} in ${months[month % 12]!} ${year}`;
  const keys = [['milestone', what] as const, ['modality', 'forecast'] as const];
  return stated(body, 'milestone-date', value, words, ...keys);
};

const period: Maker = (world, { bodies }, random) => {
  const body = random.pick(bodies);
  const scope = random.pick(scopes);
  const years = `${truth(world, `period ${scope} ${body.id}`, 2, 9)} years`;
  const words = `${called(body, random)} has ${years} to meet its target for ${scope}`;
  return stated(body, 'target-period', years, words, ['scope', scope], ['modality', 'required']);
};

/** The larger part of what is said of a hub is one count that everybody repeats. */
const hub: Maker = (world, { hubs }, random) => {
  const about = random.pick(hubs);
  if (about !== world.hubs[0] && about !== world.hubs[1]) {
    const region = random.pick(world.regions);
    const people = number(truth(world, `hub staff ${about.id} ${region.id}`, 40, 900));
    const words = `${the(about)} employs ${people} people in ${region.name}`;
    return stated(about, 'staff', people, words, ['place', region.id]);
  }
  const place = random.chance(0.4) ? world.country : random.pick(world.regions);
  const count = hubCount(world, about, place);
  const words = `${place.name} has ${count} ${random.pick(pluralsOf(about))}`;
  return stated(about, 'count', String(count), words, ['place', place.id]);
};

/** How many bodies of a hub's class there are in a region or in the whole country. */
export function hubCount(world: World, about: Entity, place: Entity): number {
  const whole = place === world.country;
  // The regions together have fewer than the country: nobody says that the list is complete.
  return truth(world, `count ${about.id} ${place.id}`, whole ? 400 : 2, whole ? 500 : 10);
}

/** Kinds of statement, each as often as it comes among 39. */
const makers: readonly Maker[] = (
  [
    [statusOfBody, 13],
    [statusOfOther, 5],
    [hub, 5],
    [staff, 3],
    [visits, 3],
    [budget, 3],
    [share, 2],
    [population, 1],
    [cut, 2],
    [milestone, 1],
    [period, 1],
  ] as const
).flatMap(([maker, times]) => Array.from({ length: times }, () => maker));

/** Says something true: facts about one slot agree in all articles. */
export function anyStatement(world: World, cast: Cast, random: SeededRandom): Statement {
  return random.pick(makers)(world, cast, random);
}

function stated(
  about: Entity,
  property: string,
  value: string,
  words: string,
  ...more: readonly (readonly [string, string])[]
): Statement {
  return {
    words,
    keys: [['subject', about.id], ['property', property], ['value', value], ...more],
  };
}

/** A name or an alias. */
export function called({ name, aliases }: Entity, random: SeededRandom): string {
  return random.chance(0.3) && aliases.length > 0 ? random.pick(aliases) : name;
}

function the({ name }: Entity): string {
  return `The ${name}`;
}

function pluralsOf({ name, aliases }: Entity): readonly string[] {
  return [name.toLowerCase(), aliases[2] ?? name.toLowerCase()];
}

/** With a comma between thousands. */
export function number(amount: number): string {
  const rest = amount % 1000;
  return amount < 1000
    ? String(amount)
    : `${Math.floor(amount / 1000)},${String(rest).padStart(3, '0')}`;
}

export function twoDigits(amount: number): string {
  return String(amount).padStart(2, '0');
}
