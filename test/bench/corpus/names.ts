import { SeededRandom } from '../../unit/text/seededRandom.js';

/*
 * Invented names: of towns, of bodies named for towns, and of people. None is rare enough to be a
 * word of its own, none is twice there.
 */

const townStems =
  'Mar Ash Bel Cor Dun Elm Fen Gar Hol Ing Kel Lin Mel Nor Oak Pen Quen Ros Sel Thorn Ul Ver Wen Yar Zel Bram Crag Dray Frim Glen Hax Jas Kirk Lud Mor Nat Ors Pick Rud Strat'.split(
    ' ',
  );
const townEndings =
  'bury ford ham ton wick stead mouth leigh worth field combe minster bridge dale gate haven holme hurst marsh mere ness port shaw sley thorpe wold church cliffe cote den firth grove keld lands low moor over pool rigg royd sett stoke stow tree twell vale wardine water well wyke'.split(
    ' ',
  );
const townSides = ['', 'Upper ', 'Lower ', 'Great ', 'Little ', 'North ', 'South ', 'East '];

/** All names of towns there are, in an order that the seed decides; plain ones first. */
export function townNames(seed: number, count: number): readonly string[] {
  const plain = townStems.flatMap((stem) => townEndings.map((ending) => stem + ending));
  shuffle(plain, new SeededRandom(seed));
  const all = townSides.flatMap((side) => plain.map((town) => side + town));
  if (count > all.length) {
    throw new Error(`There are only ${all.length} towns.`);
  }
  return all.slice(0, count);
}

/** What a town has: the name behind that of the town, and its short form. */
export const bodyKinds = [
  ['Care Board', 'CB'],
  ['Borough Council', 'BC'],
  ['Hospital Trust', 'HT'],
  ['Advice Centre', 'AC'],
  ['Housing Association', 'HA'],
  ['Transport Executive', 'TE'],
  ['Water Partnership', 'WP'],
  ['Schools Federation', 'SF'],
] as const;

const givenNames =
  'Ada Brian Clara Derek Edith Frank Greta Hugh Irene James Karin Leo Mabel Niall Olive Piers Queenie Ralph Sylvia Tobias Una Victor Wilma Xenia Yusuf Zara Amir Bronwen Chidi Deepa'.split(
    ' ',
  );
const familyStems =
  'Hart Black Fair Green Hal Kings Lang Mill New Pres Red Sand Tal Under Wal White Wood Cop Dob Far'.split(
    ' ',
  );
const familyEndings =
  'ley son man wright smith croft brook strom berg acre lake by nall ridge wyn sby den tree low mond'.split(
    ' ',
  );

/** The name of the nth person; a family name comes again only after all others. */
export function personName(n: number): string {
  const families = familyStems.length * familyEndings.length;
  const given = givenNames[Math.floor(n / families) % givenNames.length] ?? '';
  const middle = Math.floor(n / families / givenNames.length);
  const stem = familyStems[n % familyStems.length] ?? '';
  const ending = familyEndings[Math.floor(n / familyStems.length) % familyEndings.length] ?? '';
  return `${given} ${middle === 0 ? '' : `${initials(middle)} `}${stem}${ending}`;
}

/** Middle initials: A, B … Z, AA … */
function initials(n: number): string {
  return n > 26
    ? initials(Math.floor((n - 1) / 26)) + initials(((n - 1) % 26) + 1)
    : letters[n - 1]!;
}
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The id of a name. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function shuffle(items: unknown[], random: SeededRandom): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [items[last], items[other]] = [items[other], items[last]];
  }
}
