import type { Entity, World } from './world.js';
import { truth } from './world.js';

/** So many definitions stand in one file of a register. */
const PER_FILE = 500;

/** The registers of a world: texts by file name. */
export function* registerFiles(world: World): Iterable<readonly [name: string, text: string]> {
  yield ['common', common(world)];
  yield* inFiles('towns', 'places', world.towns, (town, n) => [
    `  ${town.id}: {name: ${town.name}, partOf: ${world.regions[n % world.regions.length]!.id}}`,
  ]);
  yield* inFiles('organisations', 'organisations', world.bodies, (body, n) => [
    `  ${body.id}:`,
    `    name: ${body.name}`,
    `    aliases: [${body.aliases.join(', ')}]`,
    '    kind: body',
    `    place: ${body.town.id}`,
    ...(n % 4 === 0
      ? [`    founded: ${truth(world, body.id, 1950, 1999)} # outside the articles`]
      : []),
    ...(n % 3 === 0
      ? [`    description: Serves ${body.town.name} and the villages around it.`]
      : []),
  ]);
  yield* inFiles('people', 'people', world.people, (person, n) => [
    `  ${person.id}:`,
    `    name: ${person.name}`,
    ...(person.aliases.length > 0 ? [`    aliases: [${person.aliases.join(', ')}]`] : []),
    ...(n % 2 === 0
      ? [
          '    roles:',
          `      - {post: Chair, organisation: ${world.bodies[n % world.bodies.length]!.id}, from: 2001}`,
        ]
      : []),
  ]);
  yield* inFiles('documents', 'documents', world.documents, (document) => [
    `  ${document.id}: {name: ${document.name}, published: ${truth(world, document.id, 1999, 2003)}}`,
  ]);
}

function* inFiles<T extends Entity>(
  name: string,
  section: string,
  entities: readonly T[],
  lines: (entity: T, n: number) => readonly string[],
): Iterable<readonly [name: string, text: string]> {
  for (let start = 0; start < entities.length; start += PER_FILE) {
    const part = entities.slice(start, start + PER_FILE);
    const body = part.flatMap((entity, index) => lines(entity, start + index));
    const title = `# ${name}, from number ${start + 1} on.`;
    yield [`${name}-${1 + start / PER_FILE}`, [title, `${section}:`, ...body, ''].join('\n')];
  }
}

/** What all articles share. */
function common({ hubs, publishers, regions, country }: World): string {
  return `# What all articles share: hubs, publishers, regions and properties.
organisations:
${hubs.map((hub, n) => `  ${hub.id}:\n    name: ${hub.name}\n    aliases: [${hub.aliases.join(', ')}]\n    kind: ${n < 2 ? 'class' : 'body'}\n`).join('')}
${publishers.map(({ id, name }) => `  ${id}: {name: ${name}, kind: publisher}\n`).join('')}
places:
  ${country.id}: {name: ${country.name}}
${regions.map(({ id, name }) => `  ${id}: {name: ${name}, partOf: ${country.id}}\n`).join('')}
properties:
  staff:
    name: Number of staff
    type: quantity
    unit: person
    integer: true
    min: 0
    separators: [place]
  visits:
    name: Visits a week
    type: quantity
    integer: true
    min: 0
    separators: [place, activity]
  cost-reduction:
    name: Cut in costs
    type: percentage
    separators: [scope]
  target-period:
    name: Time allowed to reach a target
    type: duration
    separators: [scope]
  milestone-date:
    name: Date of a milestone
    type: date
    separators: [milestone]
`;
}
