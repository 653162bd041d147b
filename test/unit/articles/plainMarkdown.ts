import type { SeededRandom } from '../text/seededRandom.js';

/* Markdown as people write it, and what becomes of it while it is typed. */

/** Characters and strings that mean something somewhere in Markdown, or to a careless reader. */
export const markdownTroubles: readonly string[] = [
  ' ', '  ', '   ', '    ', '\n', '\n\n', '  \n', ' \n', '\r\n', '\r', '\t', '*', '**', '***', '_', '__', '`', '``', '```\n', '~', '~~', '~~~\n',
  '[', ']', '](x)', '](', '(x)', '[a](b)', '![', '![a](b)', '[^1]', '[^1]: a\n', '[^1]:', '\n[^1]: ', '[a]: b\n', '[x] ', '[ ] ', '[]', '<', '>', '> ', '<b>', '</b>',
  '<br>', '<!-- c -->', '<http://a.b>', '<a@b.c>', '&', '&amp;', '&#35;', '&x', ';', '\\', '\\*', '\\\n', '\\|', '|', '|-|\n', '-|-\n', ':-\n', ':',
  '- ', '-', '-\n', '+ ', '* ', '*\n', '1. ', '1) ', '2. ', '12345678901. ', '1.\n', '#', '# ', '## ', '####### ', ' #', ' ##\n', '=', '==\n', '===', '--\n', '---\n',
  '---', '- - -\n', '***\n', '___\n', '* * *\n', '@', 'a@b.c', 'www.a.b', 'WWW.', 'http://', 'https://a.b/c_d', '://', '!', '"', "'", '(', ')', 'a', 'b1',
  '\ufeff', '\0', '\x07', '\f', '\x7f', '\u00a0', '\u2028', '\u0085', '\u2003', '😀', '\ud800', 'e\u0301', '“', '–', '§', '١', '   - ', '     - ', '\n    ', '\n  ', '\n> ',
]; // prettier-ignore

const words = [
  'trusts', 'Board', '303', 'to', 'in 2006', 'a', 'The', 'said,', 'is.', '(1)', '§ 5', 'R&D', 'it’s', '“cut”', '5%', '£1,500', '2*3', '2 * 3', 'a_b', 'x|y', '~5', '1.',
  '31. Dezember', 'e.g.', 'see:', 'C#', 'what!', '[1]', '[sic]', '(a)', '–', '😀', 'Größe', '< 5', '>= 6', 'www.example.org', 'http://a.example/b?c=d&e', 'me@example.org',
  '[^1]', '[^a_b]', '*[^1]', '*x', '- not', '= 5', '+ 1', '#tag', '\u00a0', 'a\\b', "don't", '…',
]; // prettier-ignore

const marked = [
  '*all*', '**all of them**', '_all_', '__all__', '***all***', '**a *b* c**', '`code`', '`a * b`', '`[x](y)`', '[words](http://example.org/a_b)', '[a *b*](c.md)',
  '[`x`](y#z)', '![alt](x.png)', '[a](b "Title")', '<https://example.org/a_b>', '\\*', '\\[x\\]', '\\_', 'a\\.b', '*“a”*', '(*a*)', '**a**,', '"*a*"', '*a*b', '_a_b', '**a:** b',
]; // prettier-ignore

/** One article, with `\n` as its line break nearly always. */
export function plainMarkdown(random: SeededRandom): string {
  const text = new Writer(random).document();
  const ending = random.chance(0.2) ? text.replace(/\n+$/, '') : text;
  const whole = (random.chance(0.05) ? '\ufeff' : '') + ending;
  return random.chance(0.1) ? whole.replaceAll('\n', '\r\n') : whole;
}

class Writer {
  /** How often something out of the ordinary is written in this document. */
  private readonly oddness: number;

  constructor(private readonly random: SeededRandom) {
    this.oddness = random.pick([0, 0.05, 0.2]);
  }

  document(): string {
    const front = this.random.chance(0.2)
      ? `---${this.odd('  ')}\n${this.random.pick(['', 'title: A\n', 'id: x\n\nurl: "b"\n', '- a\n'])}---${this.odd(' ')}\n${this.odd('\n')}`
      : '';
    const body = this.blocks(0);
    const notes = ['[^1]', '[^a_b]'].filter((call) => body.includes(call));
    const defined = notes.map((call) => `\n${call}: ${this.line()}\n`).join('');
    return front + body + (this.random.chance(0.9) ? defined : '');
  }

  private blocks(depth: number): string {
    let text = '';
    for (let count = 1 + this.random.below(depth === 0 ? 5 : 3); count > 0; count--) {
      text += this.block(depth);
      text += this.random.chance(this.oddness) ? '' : this.random.pick(['\n', '\n', '\n\n', ' \n']);
    }
    return text;
  }

  private block(depth: number): string {
    const { random } = this;
    const kind = random.next();
    if (kind < 0.15) return `${'#'.repeat(1 + random.below(6))} ${this.line()}\n`;
    if (kind < 0.19) return `${this.line()}\n${random.pick(['===', '---', '-', '=', '--- '])}\n`;
    if (kind < 0.23) return `${random.pick(['---', '***', '* * *', '___', '-----'])}\n`;
    if (kind < 0.27)
      return `    ${this.line()}\n${random.chance(0.5) ? `      ${this.line()}\n` : ''}`;
    if (kind < 0.3) {
      const inner = random.pick(['- a', '    ```', '   ```', '~~~']);
      return `\`\`\`${this.odd('js')}\n${this.line()}\n\n${inner}\n\`\`\`\n`;
    }
    if (depth < 3 && kind < 0.34) {
      const label = random.pick(['[^1]:', '[^1]: ', '[^a_b]:     ', '[^A_B]: [^1]: ']);
      return this.inside(label, random.chance(0.8) ? '    ' : '', depth);
    }
    if (depth < 3 && kind < 0.36) return `${random.pick(['*    *', '*', '1.', '-    1.'])}\n`;
    if (depth < 3 && kind < 0.5) return this.list(depth);
    if (depth < 3 && kind < 0.6) return this.inside('> ', random.chance(0.7) ? '> ' : '>', depth);
    return this.paragraph();
  }

  private list(depth: number): string {
    const { random } = this;
    const marker = random.pick(['-', '*', '+', '1.', '1)', '2.', '10.', '*    *', '-']);
    const gap = random.pick([' ', ' ', '  ', '   ', '    ', '     ']);
    const indent = random.chance(this.oddness) ? ' '.repeat(random.below(5)) : '';
    const width = random.chance(this.oddness) ? random.below(8) : marker.length + gap.length;
    let text = '';
    for (let count = 1 + random.below(3); count > 0; count--) {
      if (random.chance(this.oddness)) text += `${indent}${marker}\n`;
      else text += this.inside(`${indent}${marker}${gap}`, ' '.repeat(width) + indent, depth);
      if (random.chance(0.3)) text += '\n';
    }
    return text;
  }

  /** Blocks with one prefix for the first line and another for the others. */
  private inside(first: string, rest: string, depth: number): string {
    const { random } = this;
    const inner = random.chance(0.6) ? this.paragraph() : this.blocks(depth + 1);
    const lines = inner.replace(/\n+$/, '').split('\n');
    return lines
      .map((line, index) => {
        if (index === 0) return first + line;
        const isLazy = random.chance(this.oddness);
        return (line === '' && random.chance(0.8) ? rest.trimEnd() : isLazy ? '' : rest) + line;
      })
      .map((line) => `${line}\n`)
      .join('');
  }

  private paragraph(): string {
    let text = '';
    for (let count = 1 + this.random.below(4); count > 0; count--) {
      const indent = this.random.chance(this.oddness) ? ' '.repeat(this.random.below(6)) : '';
      text += `${indent}${this.line()}${this.odd(this.random.pick([' ', '  ', '   ']))}\n`;
    }
    return text;
  }

  private line(): string {
    const { random } = this;
    const parts: string[] = [];
    for (let count = 1 + random.below(6); count > 0; count--) {
      parts.push(random.pick(random.chance(0.25) ? marked : words));
    }
    return parts.join(random.chance(this.oddness) ? '' : ' ');
  }

  private odd(text: string): string {
    return this.random.chance(this.oddness) ? text : '';
  }
}
