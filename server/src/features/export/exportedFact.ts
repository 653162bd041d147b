import type { ArticleInfo } from '../../corpus/articleInfo.js';
import type { BoundFact } from '../../corpus/boundFact.js';
import type { Corpus, SidecarEntry } from '../../corpus/corpus.js';
import { factsFor } from '../../corpus/factReference.js';
import { ancestorsOf, rootsOf } from '../../corpus/lineage.js';
import { findEchoesInSlot } from '../../rules/slotPairs.js';
import type { Fact, Sidecar } from '../../sidecars/sidecar.js';
import { mapGet, type YamlNode } from '../../text/yamlTree.js';
import { FileNames } from './exportedFile.js';
import { quotesOf, type ExportedQuote } from './exportedQuote.js';
import { exportedTime, type ExportedTime } from './exportedTime.js';
import { exportedValue, type ExportedValue } from './exportedValue.js';

/** A fact with everything looked up that an export may tell of it. */
export interface ExportedFact {
  /** Unlike any other fact's: its file and its number there, from 1. Holds no `|`. */
  readonly key: string;
  readonly bound: BoundFact;
  /** As written. */
  readonly fact: Fact;
  readonly file: string;
  /** Where its value is written, or else the fact: from 1, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** The article's own file, where it is there. */
  readonly articleFile: string | null;
  readonly value: ExportedValue;
  readonly time: ExportedTime;
  readonly quotes: readonly ExportedQuote[];
  /** Equal for facts that are about the same thing; null for one that is not to be compared. */
  readonly slot: string | null;
  /** Facts that share one of these are of one voice. */
  readonly voices: readonly string[];
  /** The articles that its article repeats, and those of them (or itself) that repeat nobody: ids. */
  readonly ancestors: readonly string[];
  readonly roots: readonly string[];
  /** Keys of the facts that it says it denies or disputes. */
  readonly linked: readonly string[];
  /** It only says what an article that its own is based on says too. */
  readonly repeatsSource: boolean;
  readonly note: string | null;
  readonly reason: string | null;
}

/** The shared voice of all articles that speak in their own name. */
const OWN_VOICE = 'own';

/**
 * All facts of a corpus, file by file: what a file says is let go before the next one is read, so that
 * a large corpus needs little memory.
 */
export function* exportFacts(corpus: Corpus): Generator<ExportedFact> {
  const exporter = new FactExporter(corpus);
  for (const entry of corpus.sidecars()) {
    yield* exporter.factsOf(entry);
  }
}

class FactExporter {
  private readonly names: FileNames;
  private readonly echoes = new Map<string, ReadonlySet<BoundFact>>();
  private readonly lineages = new WeakMap<
    ArticleInfo,
    { readonly ancestors: readonly string[]; readonly roots: readonly string[] }
  >();

  constructor(private readonly corpus: Corpus) {
    this.names = new FileNames(corpus);
  }

  *factsOf(entry: SidecarEntry): Generator<ExportedFact> {
    const { content } = entry;
    const file = this.names.nameOf(entry.uri);
    for (const bound of entry.facts) {
      const { fact, article } = bound;
      const { line, character } = content.lines.positionAt(bound.span.start);
      yield {
        key: this.keyOf(bound),
        bound,
        fact,
        file,
        line: line + 1,
        column: character + 1,
        articleFile: article.articleUri === null ? null : this.names.nameOf(article.articleUri),
        value: exportedValue(bound),
        time: exportedTime(bound.time),
        quotes: quotesOf(this.corpus, bound),
        slot: slotText(bound.slot),
        voices: this.voicesOf(bound),
        ...this.lineageOf(article),
        linked: factsFor(this.corpus, bound.uri, [...fact.denies, ...fact.disputes]).map((other) =>
          this.keyOf(other),
        ),
        repeatsSource: this.isEcho(bound),
        ...remarksOn(content, fact),
      };
    }
  }

  private keyOf({ uri, position }: BoundFact): string {
    return `${inList(this.names.nameOf(uri))}#${position + 1}`;
  }

  private voicesOf({ ownVoice, fact, uri }: BoundFact): readonly string[] {
    return ownVoice
      ? [OWN_VOICE]
      : fact.saidBy.map(({ value }) =>
          value === 'anonymous'
            ? `anonymous:${this.names.nameOf(uri)}:${fact.saidAs?.value ?? ''}`
            : `id:${value}`,
        );
  }

  private lineageOf(info: ArticleInfo): {
    readonly ancestors: readonly string[];
    readonly roots: readonly string[];
  } {
    let lineage = this.lineages.get(info);
    if (lineage === undefined) {
      lineage = {
        ancestors: [...ancestorsOf(this.corpus, info)].sort(),
        roots: [...rootsOf(this.corpus, info)].sort(),
      };
      this.lineages.set(info, lineage);
    }
    return lineage;
  }

  private isEcho(bound: BoundFact): boolean {
    const { slot, article } = bound;
    if (slot === null || article.basedOn.length === 0) {
      return false;
    }
    let echoes = this.echoes.get(slot);
    if (echoes === undefined) {
      echoes = findEchoesInSlot(this.corpus, slot);
      this.echoes.set(slot, echoes);
    }
    return echoes.has(bound);
  }
}

/** The slot's key as a JSON list: subject, property, `separator=value` …. */
function slotText(slot: string | null): string | null {
  return slot?.includes('\0') === true ? JSON.stringify(slot.split('\0')) : slot;
}

/** `note` and `reason`, which nothing but an export reads. */
function remarksOn(
  { text, root }: Sidecar,
  { span }: Fact,
): { readonly note: string | null; readonly reason: string | null } {
  const facts = /\b(?:note|reason)\b/.test(text) && root?.kind === 'map' && mapGet(root, 'facts');
  const node =
    facts !== undefined && facts !== false && facts?.kind === 'list'
      ? facts.items.find((item) => item.span.start === span.start)
      : undefined;
  return { note: textUnder(node, 'note'), reason: textUnder(node, 'reason') };
}

function textUnder(node: YamlNode | undefined, key: string): string | null {
  const value = node?.kind === 'map' ? mapGet(node, key) : undefined;
  return value?.kind === 'scalar' && !value.isNull ? value.text : null;
}

/** An entry of a list in one cell: entries are parted by `|`, so that `%` and `|` are encoded. */
export function inList(text: string): string {
  return text.replace(/[%|]/g, (sign) => (sign === '%' ? '%25' : '%7C'));
}
