/** Files by name. */
export type HostileFiles = Record<string, string | Uint8Array>;

/**
 * Nesting in all its shapes, half typed and whole.
 * @param depths just within, just past and far past what is read, and what brought parsers down
 */
export function nesting(depths: readonly number[]): HostileFiles {
  const files: HostileFiles = {};
  for (const depth of depths) {
    const sidecars: Record<string, string> = {
      'flow-lists': `facts: ${'['.repeat(depth)}`,
      'flow-lists-closed': `facts: ${'['.repeat(depth)}${']'.repeat(depth)}\n`,
      'flow-maps': `organisations: ${'{a: '.repeat(depth)}`,
      'flow-maps-closed': `organisations: ${'{a: '.repeat(depth)}x${'}'.repeat(depth)}\n`,
      'flow-mixed': `facts: ${'[{a: '.repeat(depth)}x`,
      'block-lists': `facts:\n  ${'- '.repeat(depth)}x\n`,
      'block-keys': `${'? '.repeat(depth)}x\n`,
      'block-maps': indented(Math.min(depth, 2000), (level) => `k${level}:`),
      'block-lists-indented': indented(Math.min(depth, 2000), () => '-'),
      quotes: `facts:\n  - quote: ${'"'.repeat(depth)}\n  - quote: ${"'".repeat(depth)}\n`,
      tags: `facts: ${'!a '.repeat(depth)}x\n`,
    };
    const articles: Record<string, string> = {
      quotes: `${'> '.repeat(depth)}deep\n`,
      'quotes-tight': `${'>'.repeat(depth)}deep\n`,
      lists: `${'- '.repeat(depth)}deep\n`,
      'lists-and-quotes': `${'> - 1. '.repeat(depth)}deep\n`,
      'lists-indented': indented(Math.min(depth, 2000), () => '- 152 primary care trusts'),
      brackets: `${'['.repeat(depth)}x${']('.repeat(depth)}`,
      images: `${'!['.repeat(depth)}x${']()'.repeat(depth)}`,
      stars: '*a **b '.repeat(depth),
      footnotes: `${'[^'.repeat(depth)}x`,
      angles: `${'<a '.repeat(depth)}<!-- ${'<!--'.repeat(depth)}`,
      backticks: Array.from({ length: Math.min(depth, 900) }, (_, at) => '`'.repeat(at)).join(' '),
    };
    for (const [shape, text] of Object.entries(sidecars)) {
      files[`nesting/${shape}-${depth}.facts.yaml`] = text;
    }
    for (const [shape, text] of Object.entries(articles)) {
      files[`nesting/${shape}-${depth}.md`] = text;
    }
  }
  return files;
}

function indented(levels: number, line: (level: number) => string): string {
  return Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}${line(level)}\n`).join(
    '',
  );
}
