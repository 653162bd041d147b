import type { SeededRandom } from './seededRandom.js';

/* What becomes of YAML while it is typed, pasted, merged and mangled. */

/** Characters and strings that mean something somewhere in YAML, or to a careless reader of it. */
const troublemakers: readonly string[] = [
  ' ', '  ', '\n', '\r\n', '\r', '\t', ' \t', '\t\n', '\t#', ':', ': ', ':\n', '-', '- ', '-\n', '?', '? ', '#', ' #', '# ', "'", '"', '\\', '[', ']',
  '{', '}', ',', ', ', '|', '>', '|-\n', '>\n', '&', '&a ', '*', '*a', '!', '!!str ', '%', '@', '`', '~', '---\n', '\n\ufeff',
  '...\n', '<<: ', 'a', 'b: c', '- x', '0', '=', '.', '\ufeff', '\0', '\x07', '\x85', '\u2028', '\u00a0', '𝒳', '\ud800',
  'a: ', '\n\n', '\n  ', '\n    ', '\n# c\n', '\n#c\n', '\n  # c\n', '"a"', "'a'", '[a]', '{a: b}', "''", '""', '\\n', '\\\n', '\\q',
]; // prettier-ignore

/** A text over the troublemakers alone. */
export function nastyText(random: SeededRandom): string {
  let text = '';
  for (let count = 1 + random.below(24); count > 0; count--) {
    text += random.pick(troublemakers);
  }
  return text;
}

/** The text with one to three things wrong with it; other languages have `troubles` of their own. */
export function broken(text: string, random: SeededRandom, troubles = troublemakers): string {
  let result = text;
  for (let count = 1 + random.below(3); count > 0; count--) {
    result = random.pick(mutations)(result, random, troubles);
  }
  return result;
}

/** The text up to where its typing has got. */
export function cut(text: string, random: SeededRandom): string {
  return text.slice(0, random.below(text.length + 1));
}

type Mutation = (text: string, random: SeededRandom, troubles: readonly string[]) => string;

const mutations: readonly Mutation[] = [
  (text, random, troubles) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(troubles) + text.slice(at);
  },
  (text, random, troubles) => {
    const at = random.below(text.length);
    return text.slice(0, at) + random.pick(troubles) + text.slice(at + 1);
  },
  (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + random.below(random.chance(0.8) ? 2 : 20));
  },
  (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  },
  (text, random) => text.slice(0, random.below(text.length)),
  (text, random) => text.slice(random.below(text.length)),
  onLines((lines, at) => lines.splice(at, 1)),
  onLines((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  onLines((lines, at, random) => lines.splice(random.below(lines.length), 0, lines[at] ?? '')),
  onLines((lines, at, random) => (lines[at] = ' '.repeat(1 + random.below(4)) + (lines[at] ?? ''))),
  onLines((lines, at, random) => (lines[at] = (lines[at] ?? '').slice(1 + random.below(3)))),
  onLines((lines, at, random, troubles) => (lines[at] = (lines[at] ?? '') + random.pick(troubles))),
  onLines((lines, at, random, troubles) => {
    const indent = /^ */.exec(lines[at] ?? '')?.[0] ?? '';
    lines[at] = indent + random.pick(troubles) + (lines[at] ?? '').slice(indent.length);
  }),
  onLines((lines, at, random, troubles) =>
    lines.splice(at, 0, ' '.repeat(random.below(8)) + random.pick(troubles)),
  ),
  onLines((lines, at) => {
    const [line = ''] = lines.splice(at, 1);
    const above = Math.max(0, at - 1);
    lines[above] = (lines[above] ?? '') + line.trimStart();
  }),
];

type LineChange = (
  lines: string[],
  at: number,
  random: SeededRandom,
  troubles: readonly string[],
) => unknown;

function onLines(change: LineChange): Mutation {
  return (text, random, troubles) => {
    const lines = text.split('\n');
    change(lines, random.below(lines.length), random, troubles);
    return lines.join('\n');
  };
}
