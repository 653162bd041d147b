import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { articleFiles } from './corpus/articleFiles.js';
import { registerFiles } from './corpus/registers.js';
import { makeWorld } from './corpus/world.js';

/*
 * Corpora of any size, invented from a seed: the shapes that people write (see `seeds/`), 4.6 kB and
 * 39 facts an article on average, five names an article in the registers, a few organisations that
 * nearly all articles speak about, and of each kind of finding a few.
 */

/** A file by its path below the folder, with `/`. */
export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

/** What was made, sizes in bytes. */
export interface CorpusSize {
  articles: number;
  articleBytes: number;
  sidecarBytes: number;
  facts: number;
  registers: number;
  registerBytes: number;
}

export interface CorpusOptions {
  readonly articles: number;
  readonly seed: number;
  /** Facts of every article, if not 39 on average. */
  readonly facts?: number;
}

/** All files of a corpus, the registers first. The same for the same options. */
export function* corpusFiles({ articles, seed, facts }: CorpusOptions): Iterable<CorpusFile> {
  const world = makeWorld(articles, seed);
  for (const [name, text] of registerFiles(world)) {
    yield { path: `registers/${name}.facts.yaml`, text };
  }
  for (let article = 0; article < articles; article++) {
    const { stem, ending, text, sidecar } = articleFiles(
      world,
      article,
      facts === undefined ? {} : { facts },
    );
    yield { path: stem + ending, text };
    yield { path: `${stem}.facts.yaml`, text: sidecar };
  }
}

/** Writes a corpus to a folder, which is made if need be. */
export function writeCorpus(folder: string, options: CorpusOptions): CorpusSize {
  const size: CorpusSize = {
    articles: 0,
    articleBytes: 0,
    sidecarBytes: 0,
    facts: 0,
    registers: 0,
    registerBytes: 0,
  };
  const made = new Set<string>();
  for (const { path, text } of corpusFiles(options)) {
    const file = join(folder, path);
    if (!made.has(dirname(file))) {
      mkdirSync(dirname(file), { recursive: true });
      made.add(dirname(file));
    }
    const bytes = Buffer.from(text);
    writeFileSync(file, bytes);
    if (path.startsWith('registers/')) {
      size.registers++;
      size.registerBytes += bytes.length;
    } else if (path.endsWith('.facts.yaml')) {
      size.sidecarBytes += bytes.length;
      size.facts += text.split('\n  - id: ').length - 1;
    } else {
      size.articles++;
      size.articleBytes += bytes.length;
    }
  }
  return size;
}
