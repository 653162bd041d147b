import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Adoption } from '../corpus/adoption.js';
import type { Corpus, FileAgain } from '../corpus/corpus.js';
import { encodeShard } from '../corpus/shard.js';
import { columnNames, type Columns } from '../corpus/shardFacts.js';
import type { Checker } from '../rules/checker.js';
import type { Finding } from '../rules/finding.js';
import { partsOf, type Source } from '../rules/findingStore.js';
import { adoptFindings, encodeFindings } from '../rules/findingShard.js';
import { fromBytes, toBytes, type Sections } from './columnBytes.js';
import type { FileStamp } from './fileStamp.js';
import type { Turns } from './nextTurn.js';
import { PartWriter, readParts } from './partFile.js';
import type { Settings } from './settings.js';

/** To be raised with every change of what is put down, or of what it means. */
const FORMAT = 4;

/** As much as is put down in one go: a few milliseconds. */
const FILES_A_PART = 32;
const FACTS_A_PART = 600;
const FINDINGS_A_PART = 150;

/** What an index is about: one of other folders, or read otherwise, is of no use. */
export type Roots = ReadonlyMap<string, Pick<Settings, 'financialYearStart' | 'maxFileSize'>>;

/** An index: what is known of files, and of which texts of them. */
export interface Index {
  readonly corpus: Corpus;
  readonly checker: Checker;
  /** By URI. Only files with a stamp are put down. */
  readonly stamps: ReadonlyMap<string, FileStamp>;
}

/** How files are read again that were put down. */
export type SourceOf = (
  uri: string,
  stamp: FileStamp,
) => Required<Pick<FileAgain, 'again'>> & Pick<FileAgain, 'unread'>;

/**
 * Keeps what was read from folders in a file, so that the next start need not read everything again.
 * It is no more than a help: whatever is wrong with the file, there is none.
 */
export class IndexCache {
  /**
   * @param folder a path; it is created when something is saved
   * @param build of the product: another may read files otherwise
   */
  constructor(
    private readonly folder: string,
    private readonly build: string,
  ) {}

  /**
   * Restores an index into a corpus and a checker that are new.
   * @returns the stamps of its files; null where there is no such index, and then what was begun is
   * of no use
   */
  async load(
    roots: Roots,
    { corpus, checker }: Pick<Index, 'corpus' | 'checker'>,
    sourceOf: SourceOf,
    turns: Turns,
  ): Promise<ReadonlyMap<string, FileStamp> | null> {
    const stamps = new Map<string, FileStamp>();
    const adoption = new Adoption(corpus, (uri) => {
      const stamp = stamps.get(uri);
      if (stamp === undefined) {
        throw new Error('This file has no stamp.');
      }
      return sourceOf(uri, stamp);
    });
    const expected = JSON.stringify(this.headerOf(roots));
    try {
      const parts = readParts(this.pathOf(roots), (header) => JSON.stringify(header) === expected);
      for await (const bytes of parts) {
        const part = fromBytes(bytes);
        if (part['stamps'] === undefined) {
          const [texts, sources, claims] = [
            text(part, 'texts'),
            text(part, 'sources'),
            text(part, 'claims'),
          ];
          adoptFindings(corpus, checker, { texts, sources, claims });
        } else {
          for (const [uri, stamp] of JSON.parse(text(part, 'stamps')) as [string, FileStamp][]) {
            stamps.set(uri, stamp);
          }
          const shard = {
            strings: text(part, 'strings'),
            files: text(part, 'files'),
            columns: columnsOf(part),
          };
          for (const files = adoption.adopt(shard); files.next().done !== true;) {
            if (turns.isOver()) {
              await turns.next();
            }
          }
        }
        if (turns.isOver()) {
          await turns.next();
        }
      }
      return stamps;
    } catch {
      return null;
    }
  }

  /**
   * Puts an index down, a little at a time.
   *
   * @param isCurrent asked between two portions whether the index is still what it was
   * @returns whether it is there; where not, an older one is as it was
   */
  async save(roots: Roots, index: Index, isCurrent: () => boolean, turns: Turns): Promise<boolean> {
    let writer: PartWriter | undefined;
    try {
      writer = await PartWriter.create(this.pathOf(roots));
      for (const part of sectionsOf(index)) {
        if (part !== undefined) {
          await writer.add(toBytes(part));
        }
        if (turns.isOver()) {
          await turns.next();
        }
        if (!isCurrent()) {
          await writer.abandon();
          return false;
        }
      }
      await writer.finish(this.headerOf(roots));
      return true;
    } catch {
      await writer?.abandon();
      return false;
    }
  }

  private headerOf(roots: Roots): unknown {
    return {
      format: FORMAT,
      build: this.build,
      roots: [...roots].map(([uri, { financialYearStart, maxFileSize }]) => [
        uri,
        financialYearStart,
        maxFileSize,
      ]),
    };
  }

  private pathOf(roots: Roots): string {
    const key = JSON.stringify([...roots.keys()].sort());
    const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
    return join(this.folder, `${name}.index`);
  }
}

/** The parts of an index: files, then findings, which need all of them; nothing where there may be a pause. */
function* sectionsOf({ corpus, checker, stamps }: Index): Generator<Sections | undefined> {
  for (const uris of inPortions(corpus, stamps.keys())) {
    const { columns, ...shard } = encodeShard(corpus, uris);
    yield {
      stamps: JSON.stringify(uris.map((uri) => [uri, stamps.get(uri)])),
      ...shard,
      ...columns,
    };
    yield { ...(yield* encodeFindings(corpus, [], uris)) };
  }
  let portion: (readonly [Source, readonly Finding[]])[] = [];
  let findings = 0;
  for (const entry of checker.bySource()) {
    const [source, found] = entry;
    const { kind, key } = partsOf(source);
    if (kind === 'file' && !stamps.has(key)) {
      continue; // settings are read at every start
    }
    portion.push(entry);
    findings += found.length;
    if (findings >= FINDINGS_A_PART) {
      yield { ...(yield* encodeFindings(corpus, portion)) };
      [portion, findings] = [[], 0];
    }
  }
  yield { ...(yield* encodeFindings(corpus, portion)) };
}

function* inPortions(corpus: Corpus, uris: Iterable<string>): Generator<readonly string[]> {
  let portion: string[] = [];
  let facts = 0;
  for (const uri of uris) {
    portion.push(uri);
    facts += corpus.sidecar(uri)?.factCount ?? 0;
    if (portion.length >= FILES_A_PART || facts >= FACTS_A_PART) {
      yield portion;
      [portion, facts] = [[], 0];
    }
  }
  yield portion;
}

function text(part: Sections, name: string): string {
  const section = part[name];
  if (typeof section !== 'string') {
    throw new Error(`There is no text ${name}.`);
  }
  return section;
}

function columnsOf(part: Sections): Columns {
  return Object.fromEntries(columnNames.map((name) => [name, part[name]])) as unknown as Columns;
}
