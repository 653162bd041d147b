import type { HostileFiles } from './nesting.js';

/** What is repeated, and how often: traps for expressions that go back, and for recursion. */
const repeated: Readonly<Record<string, readonly [string, number]>> = {
  'hundred-and': ['one hundred and ', 50_000],
  digits: ['7', 500_000],
  thousands: ['1,000,', 50_000],
  points: ['1.', 50_000],
  dashes: ['1-', 50_000],
  ranges: ['between 1 and ', 20_000],
  percents: ['%', 100_000],
  pounds: ['£', 100_000],
  millions: ['million ', 50_000],
  tildes: ['~', 100_000],
  dates: ['2010-11-', 20_000],
  slashes: ['2013/14/', 20_000],
  years: ['in 2010 and ', 20_000],
  days: ['1 May ', 50_000],
  names: ['PCT ', 50_000],
  apostrophes: ["PCTs' ", 50_000],
  spaces: [' ', 200_000],
  tabs: ['\t', 100_000],
  'no-breaks': ['\u00a0', 100_000],
  quotes: ['"', 100_000],
  curly: ['“a” ', 50_000],
  addresses: ['http://', 20_000],
  mails: ['a@', 50_000],
  backslashes: ['\\', 100_000],
  entities: ['&amp;&#x0;&', 20_000],
  pipes: ['|', 50_000],
  rows: ['| a | 152 |\n| - | - |\n', 5000],
  headings: ['# a\n', 20_000],
  setext: ['a\n-\n', 20_000],
  fences: ['```\n', 20_000],
  links: ['[a](b "c") ', 20_000],
  definitions: ['[a]: b\n', 20_000],
  html: ['<div>\n', 10_000],
  comments: ['# policy-facts: ignore ', 10_000],
  'front-matter': ['---\n', 20_000],
  sentences: ['Mr. A. B. said no. ', 20_000],
  word: ['x', 2_000_000],
  colons: ['a: ', 20_000],
  hyphens: ['a-', 100_000],
};

/** These have their full length at any scale. */
const always: ReadonlySet<string> = new Set(['hundred-and', 'digits', 'word']);

/**
 * Lines, numbers and words of a length that nobody writes.
 * @param scale how much of the full length they have, at most 1
 */
export function lengths(scale: number): HostileFiles {
  const files: HostileFiles = {};
  for (const [name, [text, full]] of Object.entries(repeated)) {
    const times = Math.ceil(full * (always.has(name) ? 1 : scale));
    const long = text.repeat(times);
    files[`lengths/${name}.md`] = long;
    files[`lengths/${name}.txt`] = `There are ${long} primary care trusts\n`;
    files[`lengths/${name}.facts.yaml`] = long;
    files[`lengths/${name}-block.facts.yaml`] =
      `facts:\n  - subject: pct\n    property: count\n    value: |\n      ${long.replaceAll('\n', '\n      ')}\n`;
    const scalar = JSON.stringify(long);
    const some = JSON.stringify(text.repeat(Math.ceil(Math.min(full, 20_000) * scale)));
    files[`lengths/${name}-value.facts.yaml`] =
      `facts:\n  - {subject: pct, property: count, value: ${scalar}}\n`;
    files[`lengths/${name}-everywhere.facts.yaml`] =
      `article: {title: ${some}, published: ${some}, file: ${some}}\n` +
      `organisations: {${some}: {name: ${some}, aliases: [${some}], founded: ${some}}}\n` +
      `facts:\n  - {id: ${some}, subject: ${some}, property: ${some}, value: 1, asOf: ${some}, quote: ${some}, note: ${some}}\n`;
  }
  files['lengths/quotes-not-found.md'] = 'There were many trusts in the south then. '.repeat(5000);
  files['lengths/quotes-not-found.facts.yaml'] =
    `facts:\n${Array.from({ length: 20 }, (_, at) => `  - {subject: pct, property: status, value: x, quote: ${`there was ${at} trusts in the north then `.repeat(8)}}\n`).join('')}`;
  return files;
}
