import type { FactTime } from '../values/factTime.js';
import type { ArticleState, Corpus, FileAgain, SidecarEntry, SidecarState } from './corpus.js';
import type { UseKey } from './dependencies.js';
import type { Conditions } from './conditions.js';
import type { FactTable, RestingFact } from './factTable.js';
import type { Property } from './property.js';
import type { IdKey } from './register.js';
import type { RestingFacts } from './restingFacts.js';
import { textsFrom, type Shard, type ShardFile, type ShardSidecar } from './shard.js';
import type { Columns } from './shardFacts.js';
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
    const rows = this.rowsOf(shard.columns, strings);
    let row = 0;
    for (const file of files) {
      const source = { uri: file.uri, ...this.sourceOf(file.uri) };
      if (file.kind === 'article') {
        this.corpus.adoptArticle(source, articleState(file, strings));
      } else {
        const first = row;
        row += file.facts;
        this.corpus.adoptSidecar(source, sidecarState(file, strings), (entry, table) =>
          factsOf(entry, table, file, (position) => rows(first + position)),
        );
      }
      yield file.uri;
    }
  }

  /** What stands in the rows of a shard. Each text of it is made into a thing once. */
  private rowsOf(columns: Columns, strings: readonly string[]): (row: number) => RestingFact {
    const { heads } = this.corpus;
    const [property, conditions] = [this.properties.of(strings), this.conditions.of(strings)];
    const [value, time, voices] = [
      this.values.of(strings),
      this.times.of(strings),
      this.voices.of(strings),
    ];
    return (row) => {
      const about = {
        subject: strings[columns.subject[row] ?? -1] ?? '',
        propertyId: strings[columns.propertyId[row] ?? -1] ?? '',
        property: property(columns.property[row] ?? -1) ?? null,
        conditions: conditions(columns.conditions[row] ?? -1) ?? noConditions,
      };
      return {
        head: heads.numberOf(about, columns.compared[row] === 1),
        said: {
          value: value(columns.value[row] ?? -1) ?? null,
          valueText: strings[columns.valueText[row] ?? -1] ?? '',
          time: time(columns.time[row] ?? -1) ?? unknownTime,
          voices: voices(columns.voices[row] ?? -1) ?? noVoices,
          packed: columns.packed[row] ?? 0,
          start: columns.start[row] ?? 0,
          end: columns.end[row] ?? 0,
        },
      };
    };
  }
}

function factsOf(
  entry: SidecarEntry,
  table: FactTable,
  { facts, problems }: ShardSidecar,
  factAt: (position: number) => RestingFact,
): RestingFacts {
  const resting = table.addResting(entry, facts, factAt);
  for (const [position, listed] of problems) {
    resting.holdProblems(position, listed);
  }
  return resting;
}

const noConditions: Conditions = [];
/** Those of the article itself, which are not put down. */
const noVoices: readonly string[] = [];
const unknownTime: FactTime = { kind: 'unknown' };

/** Makes things of their texts, one of each. */
class Memory<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly make: (text: string) => T) {}

  /** @returns what gives the thing of a text by the number of the text; undefined for -1 */
  of(strings: readonly string[]): (number: number) => T | undefined {
    const things: (T | undefined)[] = [];
    return (number) => {
      const text = strings[number];
      return text === undefined ? undefined : (things[number] ??= this.ofText(text));
    };
  }

  private ofText(text: string): T {
    const known = this.known.get(text);
    if (known !== undefined) {
      return known;
    }
    const made = this.make(text);
    this.known.set(text, made);
    return made;
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
