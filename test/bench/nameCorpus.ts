import type { Named } from '../../server/src/corpus/names.js';
import type { Definition } from '../../server/src/sidecars/definition.js';
import { random } from './burstCorpus.js';

/*
 * Made-up names and prose that mentions them, for measuring how quickly names are found. Names share
 * words as real ones do (many a Board, Trust and Council; many a John), and some are one word long.
 */

const common =
  'the of and to in a is that for it was on are as with be at by this had not but from or have an they which one were all their there been if more when will would who so no said what up its about than into them can only other time new some could these two may first then do any like my now over such our even most made after also did many off before must well back through years where much way down should because long each just state those people too little good very make world still see own work men day get here between both life being under three never know same last another while us might great old year come since against go came right used take'.split(
    ' ',
  );
const starts = 'b br c ch cl d dr f g gr h j k l m n p pr r s sh st t th tr v w wh'.split(' ');
const middles = 'a ai e ea ee i o oa oo u ar er or all ell ing and ent ist am'.split(' ');
const ends = 'b ck d ford g l ll ley m n nd ng ns r rd s ss st t th ton ville x y'.split(' ');
const kinds =
  'Board Trust Council Agency Foundation Institute Authority Commission Union Society Service Fund Forum Network'.split(
    ' ',
  );
const fields =
  'Care Health Housing Transport Education Research Policy Water Energy Primary Community Mental Public Rural'.split(
    ' ',
  );
const firstNames = 'John Mary Andrew Susan David Helen Peter Anne James Clare Tom Ruth'.split(' ');

type Next = (limit: number) => number;

function pick(from: readonly string[], next: Next): string {
  return from[next(from.length)] ?? '';
}

/** A made-up word: `brandford`, `sheatonell`. */
function word(next: Next): string {
  let made = pick(starts, next) + pick(middles, next);
  while (next(5) < 2) {
    made += pick(starts, next) + pick(middles, next);
  }
  return made + pick(ends, next);
}

function capital(of: string): string {
  return of.slice(0, 1).toUpperCase() + of.slice(1);
}

/** Something to find, of any kind, with the names given. */
export function named(
  id: string,
  names: readonly string[],
  kind: Definition['kind'] = 'organisation',
): Named {
  const at = { start: 0, end: 0 };
  const [name, ...aliases] = names.map((value) => ({ value, span: at }));
  const shared = { id: { value: id, span: at }, span: at, name, aliases, fields: new Map() };
  const definition =
    kind === 'organisation'
      ? { ...shared, kind, predecessors: [], successors: [], members: [] }
      : kind === 'person'
        ? { ...shared, kind, roles: [] }
        : kind === 'property'
          ? { ...shared, kind, separators: [] }
          : { ...shared, kind };
  return { uri: 'file:///w/names.facts.yaml', definition };
}

/** So many organisations, people and places, in order of their ids. */
export function madeUpNames(count: number, seed: number): readonly Named[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, n) => {
    const id = `n-${String(n).padStart(6, '0')}`;
    const own = capital(word(next));
    switch (next(5)) {
      case 0: {
        const person = `${pick(firstNames, next)} ${own}`;
        return named(id, [person, `${pick(['Mr', 'Ms', 'Dr.', 'Lord'], next)} ${own}`], 'person');
      }
      case 1:
        return named(id, [`${own} ${pick(['upon', 'under', 'St'], next)} ${word(next)}`], 'place');
      case 2:
        return named(id, [`${own}${word(next)}`], 'place');
      case 3: {
        const other = capital(word(next));
        return named(id, [`${own} and ${other} ${pick(fields, next)} ${pick(kinds, next)}`]);
      }
      default: {
        const [field, kind] = [pick(fields, next), pick(kinds, next)];
        const short = own.slice(0, 3).toUpperCase() + field.slice(0, 1) + kind.slice(0, 1);
        return named(id, [`${own} ${field} ${kind}`, `The ${own} ${kind}`, short]);
      }
    }
  });
}

/** Prose of about so many UTF-16 units in articles of about 4.6 kB, with a name every few lines. */
export function proseNaming(names: readonly Named[], size: number, seed: number): string[] {
  const next = random(seed);
  const rare = Array.from({ length: 20_000 }, () => word(next));
  const articles: string[] = [];
  let made = 0;
  while (made < size) {
    let text = '';
    while (text.length < 4600) {
      const { definition } = names[next(names.length)] ?? {};
      const forms = [definition?.name, ...(definition?.aliases ?? [])];
      const form = forms[next(forms.length)]?.value ?? '';
      const sentence: string[] = [];
      for (let n = 12 + next(20); n > 0; n--) {
        // The first words of both lists are used far more often than the last, as in any language.
        const list = next(100) < 55 ? common : rare;
        const top = Math.floor((next(list.length + 1) * next(1000)) / 1000);
        sentence.push(list[Math.min(top, list.length - 1)] ?? '');
      }
      sentence.splice(next(sentence.length), 0, form);
      text += `${capital(sentence.join(' '))}.${next(5) === 0 ? '\n\n' : next(2) === 0 ? '\n' : ' '}`;
    }
    articles.push(text);
    made += text.length;
  }
  return articles;
}
