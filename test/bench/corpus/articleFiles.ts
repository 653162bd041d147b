import { SeededRandom } from '../../unit/text/seededRandom.js';
import { filler } from './filler.js';
import { COPY, looseFigure, plantedStatements, UNDATED } from './plants.js';
import { sidecarText } from './sidecarText.js';
import { anyStatement, twoDigits, type Cast, type Statement } from './statement.js';
import { prose, type Format } from './prose.js';
import type { World } from './world.js';

/** An article with its sidecar. */
export interface ArticleFiles {
  /** The path without endings, with `/`. */
  readonly stem: string;
  readonly ending: '.md' | '.txt';
  readonly text: string;
  readonly sidecar: string;
  readonly facts: number;
}

/** What is said of an article as a whole. */
export interface Head {
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly basedOn: readonly string[];
}

/** How many facts an article has beside those that are planted, on average. */
const FACTS = 36.5;

/** So many bytes of prose for a fact: an article of 39 facts has 4.6 kB. */
const BYTES_PER_FACT = 113;

/** An article that is not like the others. */
export interface Special {
  /** How many facts it has, if not as many as usual. */
  readonly facts?: number;
  /** How long its text is at least, if not as long as usual. */
  readonly articleBytes?: number;
  /** What else it says. */
  readonly statements?: readonly Statement[];
  /** Its name, if not a number and a town. */
  readonly stem?: string;
}

/** The nth article of a world, the same whatever else is made. */
export function articleFiles(world: World, article: number, special: Special = {}): ArticleFiles {
  const random = new SeededRandom(world.seed * 1_000_003 + article);
  const { head, town, ...own } = headOf(world, article, random);
  const { stem = own.stem, facts } = special;
  const cast = castOf(world, article, facts ?? FACTS, random);
  const usual = Math.round(FACTS * (0.5 + random.next()));
  const statements = withoutRepeats([
    ...(special.statements ?? plantedStatements(world, article, random)),
    ...Array.from({ length: facts ?? usual }, () =>
      told(anyStatement(world, cast, random), head, cast, random),
    ),
  ]);
  shuffle(statements, random);
  const format: Format = article % 10 === 3 ? 'text' : 'markdown';
  const hasFrontMatter = format === 'markdown' && article % 5 < 3;
  const sentences = statements.map(
    ({ before = '', words, behind = '' }) => `${capital(before + words)}${behind}.`,
  );
  sentences.push(looseFigure(world, article));
  let size = sentences.reduce((sum, sentence) => sum + sentence.length + 1, 0);
  const wanted = special.articleBytes ?? statements.length * BYTES_PER_FACT;
  const fillers: string[] = [];
  while (size < wanted) {
    const sentence = filler(random, town);
    fillers.push(sentence);
    size += sentence.length + 1;
  }
  return {
    stem,
    ending: format === 'text' ? '.txt' : '.md',
    text: prose(mixed(sentences, fillers), head, { format, hasFrontMatter }, random),
    sidecar: sidecarText(statements, head, { stem, hasFrontMatter }, random),
    facts: statements.length,
  };
}

function headOf(
  world: World,
  article: number,
  random: SeededRandom,
): { head: Head; stem: string; town: string } {
  const body = world.bodies[article]!;
  const year = 2003 + random.below(10);
  const published = `${year}-${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`;
  const before = article % 10 === COPY ? stemOf(world, article - 1) : null;
  return {
    head: {
      title: titleOf(body.town.name),
      publisher: random.pick(world.publishers).id,
      published: article % 10 === UNDATED ? null : published,
      basedOn: before === null ? [] : [before],
    },
    stem: `articles/${twoDigits(Math.floor(article / 250))}/${stemOf(world, article)}`,
    town: body.town.name,
  };
}

function titleOf(town: string): string {
  return `${town} weighs what its public services cost`;
}

function stemOf(world: World, article: number): string {
  const { town } = world.bodies[article]!;
  return `${String(article).padStart(5, '0')}-${town.id}-weighs-costs`;
}

/** Its own bodies and people, some that many write about, and nine times in ten each of the hubs. */
function castOf(world: World, article: number, facts: number, random: SeededRandom): Cast {
  const near = <T>(all: readonly T[], count: number): T[] =>
    Array.from(
      { length: count },
      (_, n) => all[Math.floor((article * all.length) / world.articles + n) % all.length]!,
    );
  const famous = <T>(all: readonly T[]): T => all[Math.floor(all.length * random.next() ** 4)]!;
  const hubs = world.hubs.filter(() => random.chance(0.9));
  return {
    bodies: [
      ...near(world.bodies, Math.max(4, Math.ceil(facts / 20))),
      famous(world.bodies),
      famous(world.bodies),
    ],
    hubs: hubs.length > 0 ? hubs : world.hubs,
    people: [...near(world.people, 2), famous(world.people)],
    documents: near(world.documents, 1),
  };
}

/** With a time, a speaker and a modality, as often as people write them. */
function told(
  statement: Statement,
  { published }: Head,
  { people }: Cast,
  random: SeededRandom,
): Statement {
  const keys: (readonly [string, string])[] = [...statement.keys];
  const has = (key: string): boolean => keys.some(([other]) => other === key);
  let before = '';
  let behind = statement.behind ?? '';
  if (published !== null && !has('modality')) {
    const month = published.slice(0, 7);
    const kind = random.next();
    if (kind < 0.15) {
      keys.push(['asOf', month]);
    } else if (kind < 0.25) {
      keys.push(['from', String(Number(published.slice(0, 4)) - 1 - random.below(3))]);
    } else if (kind < 0.3) {
      keys.push(['until', month]);
    } else if (kind < 0.35) {
      keys.push(['asOf', `${published.slice(0, 4)}~`]);
    }
  }
  const voice = random.next();
  if (voice < 0.12) {
    const speaker = random.pick(people);
    keys.push(['saidBy', speaker.id]);
    behind += `, ${speaker.name} said`;
  } else if (voice < 0.14) {
    keys.push(['saidBy', `[${random.pick(people).id}, anonymous]`]);
    behind += ', it was said';
  } else if (voice < 0.17) {
    keys.push(['saidBy', 'anonymous'], ['saidAs', 'a person close to the talks']);
    behind += ', a person close to the talks said';
  } else if (voice < 0.2) {
    keys.push(['note', 'The article repeats this further down in other words.']);
  } else if (voice < 0.35) {
    before = random.pick(['As before, ', 'According to its own papers, ', 'In short, ']);
  }
  return { ...statement, keys, before, behind };
}

/** The second among the first, evenly. */
function mixed(some: readonly string[], others: readonly string[]): readonly string[] {
  const all = some.map((item, index) => ({ item, at: (index + 0.5) / some.length }));
  all.push(...others.map((item, index) => ({ item, at: (index + 1) / (others.length + 1) })));
  return all.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

function withoutRepeats(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>();
  return statements.filter(({ words }) => !seen.has(words) && seen.add(words));
}

function shuffle(items: Statement[], random: SeededRandom): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
