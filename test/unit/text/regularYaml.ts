import type { SeededRandom } from './seededRandom.js';

/* YAML as people write it in sidecars, in all the ways in which tidy files differ. */

const keys = [
  'id', 'subject', 'property', 'value', 'place', 'quote', 'note', 'saidBy', 'x', 'from', 'until',
  'organisations', 'nhs-west-essex', '2010', 'a b', '~', 'null', '__proto__', 'é', '"quoted key"',
  'modality', 'certainty', 'denies', 'supersedes', 'publisher', 'qualifiers', 'aliases', 'predecessors',
  "'it''s'", '-dash', 'a#b', 'a:b', '𝒳', '.', '..x', '--',
]; // prettier-ignore

const plains = [
  '303', '2006-09', '30%', '£5bn', '3.10', '0123', '~', 'null', 'true', 'pct', 'at least six', '-1',
  'from 303 to just 152', 'http://example.org/a?b=c#d', 'a:b', 'a#b', "it's", 'say "so"', 'a - b', '-x',
  'ends with colon:x', 'x,y', 'Birmingham’s three PCTs', '𝒳 astral', 'a\u00a0b', 'a\u2028b', '<10', '=1',
  'a [b] {c}', '(x)', '\\n', '…', '2010~', '$x', '^', 'a & b', 'a * b', 'a | b', 'a > b', '--', '....',
]; // prettier-ignore

const inFlow = plains.filter((text) => !/[[\]{},]/.test(text));

const quoted = [
  '"a: b"', '"# not a comment"', "'it''s'", '""', "''", '"\\"so\\""', '"\\u00a3 \\x41 \\U0001F600"', '"[x"',
  "'{ a: b }'", '"tab\\t and \\\\"', '"null"', "'~'", '">=6"', '"a, b"', "'\"'", '"\'"', '"é \\/ \\_"',
]; // prettier-ignore

const comments = [
  '# note',
  '#',
  '#note',
  '# a: b',
  '# - x',
  '# "',
  "# '",
  '# [',
  '# policy-facts: ignore x',
];

const words = [
  'alpha',
  'beta',
  'gamma',
  '303',
  '—',
  'x:y',
  'a#b',
  '- b',
  '[c]',
  "it's",
  '"q"',
  '&',
  '*',
];

/** One document. With `\n` as its line break; empty lines, comments and indentation vary. */
export function regularYaml(random: SeededRandom): string {
  const text = new Writer(random).document();
  const ending = random.chance(0.15) ? text.replace(/\n$/, '') : text;
  const start = random.chance(0.1)
    ? random.pick(['---\n', '--- # c\n', '\ufeff', '# c\n---\n', '\n'])
    : '';
  const whole = start + ending;
  return random.chance(0.1) ? whole.replaceAll('\n', '\r\n') : whole;
}

class Writer {
  private readonly step: number;
  private readonly listStep: number;
  /** How often something out of the ordinary is written in this document. */
  private readonly oddness: number;

  constructor(private readonly random: SeededRandom) {
    this.step = random.pick([2, 2, 2, 4, 1, 3]);
    this.listStep = random.pick([0, 2, this.step]);
    this.oddness = random.pick([0, 0.05, 0.3]);
  }

  document(): string {
    return this.trivia(0) + (this.random.chance(0.85) ? this.map(0, 0) : this.list(0, 0));
  }

  /** The lines of a mapping whose keys stand in a column. */
  private map(column: number, depth: number): string {
    let text = '';
    const used = new Set<string>();
    for (let count = 1 + this.random.below(4); count > 0; count--) {
      const key = this.random.pick(keys);
      if (used.has(key)) {
        continue;
      }
      used.add(key);
      text += `${' '.repeat(column)}${key}:${this.valueOfKey(column, depth)}${this.trivia(column)}`;
    }
    return text;
  }

  private valueOfKey(column: number, depth: number): string {
    const { random } = this;
    const kind = random.next();
    if (depth < 4 && kind < 0.2) {
      return (
        this.lineEnd() + this.trivia(column + this.step) + this.map(column + this.step, depth + 1)
      );
    }
    if (depth < 4 && kind < 0.4) {
      const at = column + this.listStep;
      return this.lineEnd() + this.trivia(at) + this.list(at, depth + 1);
    }
    if (kind < 0.45) {
      return this.lineEnd();
    }
    if (kind < 0.5) {
      const before = this.lineEnd() + this.trivia(column + 1);
      return `${before}${' '.repeat(column + 1 + random.below(4))}${this.leaf(column)}`;
    }
    return ' '.repeat(random.chance(this.oddness) ? 3 : 1) + this.leaf(column);
  }

  private list(column: number, depth: number): string {
    let text = '';
    for (let count = 1 + this.random.below(3); count > 0; count--) {
      text += `${' '.repeat(column)}-${this.item(column, depth)}${this.trivia(column)}`;
    }
    return text;
  }

  private item(column: number, depth: number): string {
    const { random } = this;
    const kind = random.next();
    const gap = random.chance(this.oddness) ? 3 : 1;
    if (depth < 4 && kind < 0.5) {
      return ' '.repeat(gap) + this.map(column + 1 + gap, depth + 1).trimStart();
    }
    if (depth < 4 && kind < 0.55) {
      return ' '.repeat(gap) + this.list(column + 1 + gap, depth + 1).trimStart();
    }
    if (depth < 4 && kind < 0.6) {
      return this.lineEnd() + this.trivia(column + 2) + this.map(column + 2, depth + 1);
    }
    if (kind < 0.65) {
      return this.lineEnd();
    }
    return ' '.repeat(gap) + this.leaf(column);
  }

  /** A scalar or flow collection with the end of its line; further lines are deeper than a column. */
  private leaf(column: number): string {
    const { random } = this;
    const kind = random.next();
    if (kind < 0.45) {
      return random.pick(plains) + this.lineEnd();
    }
    if (kind < 0.6) {
      return random.pick(quoted) + this.lineEnd();
    }
    if (kind < 0.75) {
      return this.flow(column, 0) + this.lineEnd();
    }
    if (kind < 0.82) {
      return this.lines(column) + this.lineEnd();
    }
    if (kind < 0.88) {
      return `"${this.lines(column).replaceAll('"', '')}"${this.lineEnd()}`;
    }
    if (kind < 0.9) {
      return `'${this.lines(column).replaceAll("'", "''")}'${this.lineEnd()}`;
    }
    return this.block(column);
  }

  private lines(column: number): string {
    let text = this.random.pick(['alpha', '303', 'x']);
    for (let count = 1 + this.random.below(3); count > 0; count--) {
      const blank = this.random.chance(0.2) ? this.random.pick(['\n', '\n\n', '\n   ']) : '';
      text += `${blank}\n${' '.repeat(column + 1 + this.random.below(4))}${this.random.pick(words)}`;
    }
    return text;
  }

  private block(column: number): string {
    const { random } = this;
    const indent = column + 1 + random.below(3);
    let text = random.pick(['|', '|', '>', '|-', '>-']) + this.lineEnd();
    for (let count = 1 + random.below(4); count > 0; count--) {
      const deeper = random.chance(this.oddness) ? '  ' : '';
      text += `${' '.repeat(indent)}${deeper}${random.pick([...words, ...plains, ...comments])}\n`;
      if (random.chance(0.2)) {
        text += `${random.chance(0.3) ? ' '.repeat(random.below(indent + 1)) : ''}\n`;
      }
    }
    return text;
  }

  private flow(column: number, depth: number): string {
    const { random } = this;
    const isList = random.chance(0.6);
    const count = random.below(4);
    let text = isList ? '[' : '{';
    const spread = random.chance(0.25);
    const gap = (): string =>
      spread && random.chance(0.6) ? this.flowBreak(column) : random.pick(['', ' ']);
    text += gap();
    for (let i = 0; i < count; i++) {
      const key = `${random.pick(['a', 'name', '"k"', 'from', 'x y', '10'])}${i}`.replace(
        /"(\d)$/,
        '$1"',
      );
      text += isList ? '' : `${key}:${spread && random.chance(0.1) ? this.flowBreak(column) : ' '}`;
      text += depth < 2 && random.chance(0.2) ? this.flow(column, depth + 1) : this.flowScalar();
      text += gap();
      text += i < count - 1 || random.chance(0.1) ? `,${gap()}` : '';
    }
    const closing = spread && depth === 0 && random.chance(0.2) ? `\n${' '.repeat(column)}` : '';
    return `${text}${closing}${isList ? ']' : '}'}`;
  }

  private flowScalar(): string {
    return this.random.pick(this.random.chance(0.6) ? inFlow : quoted);
  }

  private flowBreak(column: number): string {
    const { random } = this;
    const comment = random.chance(0.2) ? ` ${random.pick(comments)}` : '';
    const blank = random.chance(0.1) ? '\n' : '';
    return `${comment}${blank}\n${' '.repeat(column + 1 + random.below(4))}`;
  }

  private lineEnd(): string {
    const { random } = this;
    const spaces = random.chance(this.oddness) ? ' '.repeat(1 + random.below(3)) : '';
    return spaces + (random.chance(0.12) ? ` ${random.pick(comments)}` : '') + '\n';
  }

  /** Blank lines and comments between nodes. */
  private trivia(column: number): string {
    const { random } = this;
    let text = '';
    while (random.chance(0.15)) {
      const indent = random.chance(0.7) ? column : random.below(column + 4);
      text += random.chance(0.5) ? '\n' : `${' '.repeat(indent)}${random.pick(comments)}\n`;
      if (random.chance(this.oddness)) {
        text += `${' '.repeat(random.below(6))}\n`;
      }
    }
    return text;
  }
}
