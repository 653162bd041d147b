import type { SeededRandom } from '../../unit/text/seededRandom.js';
import type { Head } from './articleFiles.js';
import type { Statement } from './statement.js';

const comments = ['as printed', 'the article names no month', 'see also the fact before'];

/** Statements as a sidecar, in the style people write: block style, comments, a line between facts. */
export function sidecarText(
  statements: readonly Statement[],
  { title, publisher, published, basedOn }: Head,
  { stem, hasFrontMatter }: { readonly stem: string; readonly hasFrontMatter: boolean },
  random: SeededRandom,
): string {
  const lines = [`# Facts of ${stem.slice(stem.lastIndexOf('/') + 1)}.`];
  const head = [
    ...(hasFrontMatter
      ? []
      : [
          `  title: ${title}`,
          `  publisher: ${publisher}`,
          '  author: null',
          ...(published === null ? [] : [`  published: ${published}`]),
        ]),
    ...(basedOn.length > 0 ? [`  basedOn: [${basedOn.join(', ')}]`] : []),
  ];
  if (head.length > 0) {
    lines.push('article:', ...head);
  }
  lines.push('facts:');
  for (const [number, { words, quote = words, keys }] of statements.entries()) {
    if (random.chance(0.02)) {
      lines.push('  # To be looked at again with the next report.');
    }
    lines.push(`  - id: fact-${number + 1}`);
    for (const [key, value] of keys) {
      const comment = random.chance(0.01) ? ` # ${random.pick(comments)}` : '';
      lines.push(`    ${key}: ${value}${comment}`);
    }
    const style = random.next();
    lines.push(
      style < 0.05
        ? `    quote: "${quote}"`
        : style < 0.07
          ? `    quote: {exact: '${quote}'}`
          : `    quote: ${quote}`,
      '',
    );
  }
  return lines.join('\n');
}
