import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontMatterSpan } from '../../../server/src/articles/frontMatter.js';
import { parseMarkdown } from '../../../server/src/articles/markdown.js';
import { scanMarkdown, type ScannedMarkdown } from '../../../server/src/articles/markdownScan.js';
import { render } from '../../../server/src/articles/render.js';
import { span } from '../../../server/src/text/span.js';
import { broken, cut } from '../text/brokenYaml.js';
import type { SeededRandom } from '../text/seededRandom.js';
import { trialTexts } from '../text/trialTexts.js';
import { markdownTroubles, plainMarkdown } from './plainMarkdown.js';

/* The scanner of Markdown against the parser, on as many texts as one likes. */

export type ScanMarkdown = typeof scanMarkdown;

const root = join(import.meta.dirname, '../../../..');

/** The project's own Markdown: its documents, the pages of rules and the sample articles. */
export const ownMarkdown: readonly string[] = ['', 'docs', 'docs/rules', 'seeds'].flatMap(
  (folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
);

/** Stretches of it of a few lines each, so that many can be tried in a second. */
const pieces: readonly string[] = ownMarkdown.flatMap((text) => {
  const lines = text.split('\n');
  return Array.from({ length: Math.ceil(lines.length / 5) }, (_, i) =>
    lines.slice(i * 5, i * 5 + 8).join('\n'),
  );
});

export interface Verdict {
  readonly accepted: boolean;
  /** What the scanner read differently from the parser. */
  readonly wrong: string | null;
}

/** What the parser makes of a text; `null` where it gives up. */
export function parsed(text: string): ScannedMarkdown | null {
  const tree = parseMarkdown(text);
  return tree && { ...render(tree, text), frontMatter: frontMatterSpan(tree, text) };
}

/** Where an accepted text must be what the parser makes of it. */
export function tryScanner(text: string, scan: ScanMarkdown = scanMarkdown): Verdict {
  const scanned = scan(text);
  if (!scanned) return { accepted: false, wrong: null };
  const right = parsed(text);
  const wrong = right ? difference(scanned, right, text.length) : 'the parser gives up';
  return { accepted: true, wrong };
}

/** Compares the words, the blocks, the front matter, and where every character leads. */
export function difference(a: ScannedMarkdown, b: ScannedMarkdown, length: number): string | null {
  if (a.rendered.text !== b.rendered.text) {
    return `${JSON.stringify(a.rendered.text)} is ${JSON.stringify(b.rendered.text)}`;
  }
  const parts = [
    [a.blocks.blocks, b.blocks.blocks],
    [a.frontMatter, b.frontMatter],
    [a.blocks.firstHeading, b.blocks.firstHeading],
  ].map((both) => both.map((part) => JSON.stringify(part)));
  for (const [one, other] of parts) {
    if (one !== other) return `${one ?? ''} is ${other ?? ''}`;
  }
  for (let i = -1; i <= length + 1; i++) {
    const of = span(i, i + 1);
    const places = [a.rendered, b.rendered].map((rendered) =>
      [
        rendered.sourceOffset(i),
        rendered.sourceSpan(of).end,
        rendered.renderedOffset(i),
        rendered.renderedSpan(of).start,
        rendered.renderedSpan(of).end,
      ].join(' '),
    );
    if (places[0] !== places[1]) return `at ${i}: ${places.join(' is ')}`;
  }
  return null;
}

/** The kinds of text that are tried: those made up, and those cut out of the project’s own Markdown. */
export const madeUpKinds = ['plain', 'broken plain', 'cut plain', 'nasty'] as const;
export const inputKinds = [...madeUpKinds, 'broken own', 'cut own'] as const;
export type InputKind = (typeof inputKinds)[number];

/** Texts without end, the same for the same seed; what is made up is so whatever our documents say. */
export function inputs(
  seed: number,
  kinds: readonly InputKind[] = inputKinds,
): Generator<{ kind: InputKind; text: string }, never> {
  return trialTexts(seed, kinds, inputOf);
}

function inputOf(kind: InputKind, random: SeededRandom): string {
  switch (kind) {
    case 'plain':
      return plainMarkdown(random);
    case 'broken plain':
      return broken(plainMarkdown(random), random, markdownTroubles);
    case 'broken own':
      return broken(random.pick(pieces), random, markdownTroubles);
    case 'cut plain':
      return cut(plainMarkdown(random), random);
    case 'cut own':
      return cut(random.pick(pieces), random);
    case 'nasty': {
      const start = random.pick(['', '', 'a\n', '- a\n', '> a\n', '1. a\n\n', '    a\n']);
      const parts = Array.from({ length: 1 + random.below(12) }, () =>
        random.pick(markdownTroubles),
      );
      return start + parts.join('');
    }
  }
}
