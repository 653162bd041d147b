import { bodyKinds, personName, slugOf, townNames } from './names.js';

/** Something that articles speak about and the register defines. */
export interface Entity {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** An organisation, with the town it serves. */
export interface Body extends Entity {
  readonly town: Entity;
}

/** What a whole corpus speaks about. */
export interface World {
  readonly seed: number;
  readonly articles: number;
  readonly country: Entity;
  readonly regions: readonly Entity[];
  readonly towns: readonly Entity[];
  /** Organisations that nearly every article speaks about. */
  readonly hubs: readonly Entity[];
  readonly bodies: readonly Body[];
  readonly publishers: readonly Entity[];
  readonly people: readonly Entity[];
  readonly documents: readonly Entity[];
}

/* So many of each for one article; with the aliases they make five names an article. */
const TOWNS = 0.4;
const BODIES = 1.6;
const PEOPLE = 0.8;
const DOCUMENTS = 0.2;

const hubs: readonly Entity[] = [
  { id: 'acb', name: 'Area care boards', aliases: ['area care board', 'ACB', 'ACBs'] },
  {
    id: 'rsc',
    name: 'Regional service councils',
    aliases: ['regional service council', 'RSC', 'RSCs'],
  },
  { id: 'care-service', name: 'National Care Service', aliases: ['NCS'] },
  { id: 'ministry', name: 'Ministry of Public Services', aliases: ['MPS'] },
];

const publishers: readonly Entity[] = [
  'The Evening Ledger',
  'Care Policy Weekly',
  'The Provincial',
  'Public Services Monitor',
  'Town Hall Review',
].map((name) => entity(name));

/** What a corpus of so many articles speaks about. The same for the same numbers. */
export function makeWorld(articles: number, seed: number): World {
  const sized = (rate: number, least: number): number =>
    Math.max(least, Math.round(articles * rate));
  const towns = townNames(seed, sized(TOWNS, 20)).map((name) => entity(name));
  const bodies = Array.from({ length: sized(BODIES, 40) }, (_, n): Body => {
    const town = towns[n % towns.length]!;
    const [kind, short] = bodyKinds[Math.floor(n / towns.length) % bodyKinds.length]!;
    return { ...entity(`${town.name} ${kind}`, `${town.name} ${short}`), town };
  });
  const people = Array.from({ length: sized(PEOPLE, 20) }, (_, n) => {
    const name = personName(n);
    return entity(name, ...(n % 2 === 0 ? [`Dr ${name}`] : []));
  });
  const documents = Array.from({ length: sized(DOCUMENTS, 5) }, (_, n) =>
    entity(`${towns[n % towns.length]!.name} ${n < towns.length ? 'Review' : `Review ${n}`}`),
  );
  const regions = 'North South East West Mid Inner Outer High'
    .split(' ')
    .flatMap((side) =>
      ['Albshire', 'Borland', 'Cardale', 'Denmoor', 'Eskland'].map((land) =>
        entity(`${side} ${land}`),
      ),
    );
  const country = entity('Albmark');
  return { seed, articles, country, regions, towns, hubs, bodies, publishers, people, documents };
}

function entity(name: string, ...aliases: readonly string[]): Entity {
  return { id: slugOf(name), name, aliases };
}

/** How many there are of something in truth, from `low` up to below `high`: always the same. */
export function truth(world: World, about: string, low: number, high: number): number {
  let hash = 0x811c9dc5 ^ world.seed;
  for (let index = 0; index < about.length; index++) {
    hash = Math.imul(hash ^ about.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return low + (((hash ^ (hash >>> 13)) >>> 0) % (high - low));
}
