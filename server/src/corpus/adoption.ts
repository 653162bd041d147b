import type { FactTime } from '../values/factTime.js';
import type { ArticleState, Corpus, FileAgain, SidecarEntry, SidecarState } from './corpus.js';
import type { UseKey } from './dependencies.js';
import type { Conditions } from './conditions.js';
import type { FactTable } from './factTable.js';
import type { Property } from './property.js';
import type { IdKey } from './register.js';
import type { RestingFacts } from './restingFacts.js';
import { textsFrom, type Shard, type ShardFile, type ShardSidecar } from './shard.js';
import { commentFrom, definedFrom, infoFrom } from './shardInfo.js';
import { timeFrom, valueFrom } from './shardValues.js';

/** How a file is read again whose state was adopted. */
export type Source = Required<Pick<FileAgain, 'again'>> & Pick<FileAgain, 'unread'>;

/**
 * Takes shards over into a corpus that is new. Once all of them are there that another corpus was put
 * down in, in any order, the corpus is as if their files had been set in it; none of them is read.
 */
export class Adoption {
  private readonly values = new Memory(valueFrom);
  private readonly times = new Memory(timeFrom);
  private readonly properties = new Memory((text) => JSON.parse(text) as Property);
  private readonly voices: Memory<readonly string[]>;
  private readonly conditions: Memory<Conditions>;

  /** @param sourceOf how a file can be read again */
  constructor(
    private readonly corpus: Corpus,
    private readonly sourceOf: (uri: string) => Source,
  ) {
    const { interner } = corpus;
    this.voices = new Memory((text) => interner.list(JSON.parse(text) as string[]));
    this.conditions = new Memory((text) => JSON.parse(text) as Conditions);
  }

  /** Takes a shard over, file by file, so that there is room for other work. @yields each file's URI */
  *adopt(shard: Shard): Generator<string> {
    const strings = JSON.parse(shard.strings) as readonly string[];
    const files = JSON.parse(shard.files) as readonly ShardFile[];
    let row = 0;
    for (const file of files) {
      const source = { uri: file.uri, ...this.sourceOf(file.uri) };
      if (file.kind === 'article') {
        this.corpus.adoptArticle(source, articleState(file, strings));
      } else {
        const first = row;
        row += file.facts;
        this.corpus.adoptSidecar(source, sidecarState(file, strings), (entry, table) =>
          this.factsOf(entry, table, file, { shard, strings, first }),
        );
      }
      yield file.uri;
    }
  }

  private factsOf(
    entry: SidecarEntry,
    table: FactTable,
    { facts: count, problems }: ShardSidecar,
    { shard, strings, first }: { shard: Shard; strings: readonly string[]; first: number },
  ): RestingFacts {
    const { heads } = this.corpus;
    const ownVoice = [`article:${entry.info.uri}`];
    const { columns } = shard;
    const facts = Array.from({ length: count }, (_, position) => {
      const row = first + position;
      const about = {
        subject: textAt(columns.subject, row, strings) ?? '',
        propertyId: textAt(columns.propertyId, row, strings) ?? '',
        property: this.properties.of(textAt(columns.property, row, strings)) ?? null,
        conditions: this.conditions.of(textAt(columns.conditions, row, strings)) ?? [],
      };
      const packed = columns.packed[row] ?? 0;
      return {
        head: heads.of(about, columns.compared[row] === 1),
        said: {
          value: this.values.of(textAt(columns.value, row, strings)) ?? null,
          valueText: textAt(columns.valueText, row, strings) ?? '',
          time: this.times.of(textAt(columns.time, row, strings)) ?? unknownTime,
          voices: this.voices.of(textAt(columns.voices, row, strings)) ?? ownVoice,
          packed,
          start: columns.start[row] ?? 0,
          end: columns.end[row] ?? 0,
        },
      };
    });
    const resting = table.addResting(entry, facts);
    for (const [position, listed] of problems) {
      resting.holdProblems(position, listed);
    }
    return resting;
  }
}

/** The text that a cell points to; undefined where it points to none. */
function textAt(column: Int32Array, row: number, strings: readonly string[]): string | undefined {
  const number = column[row] ?? -1;
  return number < 0 ? undefined : strings[number];
}

const unknownTime: FactTime = { kind: 'unknown' };

/** Makes things of their texts, one of each. */
class Memory<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly make: (text: string) => T) {}

  of(text: string | undefined): T | undefined {
    if (text === undefined) {
      return undefined;
    }
    const known = this.known.get(text) ?? this.make(text);
    this.known.set(text, known);
    return known;
  }
}

function articleState(
  file: Extract<ShardFile, { readonly kind: 'article' }>,
  strings: readonly string[],
): ArticleState {
  const { root, size, info, mentioned, times, counted } = file;
  return {
    root,
    size,
    info: infoFrom(info),
    naming:
      mentioned === null
        ? null
        : {
            mentioned: new Map(
              textsFrom(mentioned, strings).map((key, n) => [key as IdKey, times[n] ?? 0]),
            ),
            counted: new Set(textsFrom(counted, strings)),
          },
  };
}

function sidecarState(file: ShardSidecar, strings: readonly string[]): SidecarState {
  const { root, size, info, link, defined, ignored, uses, hasUnknownIds } = file;
  return {
    root,
    size,
    link,
    info: infoFrom(info),
    defined: definedFrom(defined),
    ignored: ignored.map(commentFrom),
    uses: textsFrom(uses, strings) as readonly UseKey[],
    hasUnknownIds,
  };
}
