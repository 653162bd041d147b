import { MultiMap } from '../corpus/multiMap.js';
import type { Finding } from './finding.js';

/**
 * What findings come of: a file, the figures of an article, the pairs of a slot or the slot as a
 * whole, a topic, or the register.
 */
export type SourceKind = 'file' | 'figures' | 'pairs' | 'slot' | 'topic' | 'register';

/** A source: its kind, a space, and the URI or key. */
export type Source = `${SourceKind} ${string}`;

export function sourceOf(kind: SourceKind, key: string): Source {
  return `${kind} ${key}`;
}

/** A source taken apart. */
export function partsOf(source: Source): { readonly kind: SourceKind; readonly key: string } {
  const space = source.indexOf(' ');
  return { kind: source.slice(0, space) as SourceKind, key: source.slice(space + 1) };
}

/** From so many findings of one source on, those of each file are kept apart. */
const MANY = 40;

type FindingsByFile = ReadonlyMap<string, readonly Finding[]>;

/** Findings by source, and which files they stand in and speak of. */
export class FindingStore {
  private readonly bySource = new Map<Source, readonly Finding[]>();
  /** Of sources with many findings these by file, made when somebody asks for those of a file. */
  private readonly manyByFile = new Map<Source, FindingsByFile>();
  private readonly sourcesIn = new MultiMap<string, Source>();
  private readonly sourcesAbout = new MultiMap<string, Source>();

  /**
   * Puts new findings of a source in the place of the old ones.
   * @param affected is told the files in which findings stood or stand
   */
  replace(source: Source, findings: readonly Finding[], affected: Set<string>): void {
    const before = this.bySource.get(source);
    if (before === undefined && findings.length === 0) {
      return;
    }
    this.manyByFile.delete(source);
    for (const finding of before ?? []) {
      affected.add(finding.uri);
      this.sourcesIn.delete(finding.uri, source);
      for (const uri of involved(finding)) {
        this.sourcesAbout.delete(uri, source);
      }
    }
    if (findings.length === 0) {
      this.bySource.delete(source);
      return;
    }
    this.bySource.set(source, findings.slice()); // without the room for more that a list keeps
    for (const finding of findings) {
      affected.add(finding.uri);
      this.sourcesIn.add(finding.uri, source);
      for (const uri of involved(finding)) {
        this.sourcesAbout.add(uri, source);
      }
    }
  }

  /** All sources that have findings. */
  sources(): Iterable<Source> {
    return this.bySource.keys();
  }

  of(source: Source): readonly Finding[] {
    return this.bySource.get(source) ?? [];
  }

  /** The sources whose findings stand in a file, or point to it. */
  touching(uri: string): ReadonlySet<Source> {
    return new Set([...this.sourcesIn.get(uri), ...this.sourcesAbout.get(uri)]);
  }

  /** The findings in a file, in no particular order. */
  in(uri: string): readonly Finding[] {
    const findings: Finding[] = [];
    for (const source of this.sourcesIn.get(uri)) {
      for (const finding of this.mayBeIn(source, uri)) {
        if (finding.uri === uri) {
          findings.push(finding);
        }
      }
    }
    return findings;
  }

  /** The findings of a source, or only those in a file: a slot of a thousand files has a thousand times those. */
  private mayBeIn(source: Source, uri: string): readonly Finding[] {
    const all = this.of(source);
    if (all.length < MANY) {
      return all;
    }
    let byFile = this.manyByFile.get(source);
    if (byFile === undefined) {
      byFile = groupedByFile(all);
      this.manyByFile.set(source, byFile);
    }
    return byFile.get(uri) ?? [];
  }

  /** The files that have findings, sorted. */
  files(): readonly string[] {
    return [...this.sourcesIn.keys()].sort();
  }
}

/** The other files that a finding points to. Of a pair this is known without putting it into words. */
function involved(finding: Finding): readonly string[] {
  return finding.involves ?? [...new Set(finding.related.map(({ uri }) => uri))];
}

function groupedByFile(findings: readonly Finding[]): FindingsByFile {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const inFile = byFile.get(finding.uri);
    if (inFile === undefined) {
      byFile.set(finding.uri, [finding]);
    } else {
      inFile.push(finding);
    }
  }
  return byFile;
}
