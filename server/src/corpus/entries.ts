import type { Article, ArticleLimit } from '../articles/article.js';
import type { Sidecar } from '../sidecars/sidecar.js';
import type { IgnoreComment } from '../sidecars/ignoreComments.js';
import type { ArticleInfo } from './articleInfo.js';
import type { ArticleLink } from './articleLink.js';
import type { BoundFact } from './boundFact.js';
import type { Defined, UseKey } from './dependencies.js';
import { idUses, type IdUse } from './idUse.js';
import type { FactTable } from './factTable.js';
import type { Kept } from './kept.js';
import { RestingFacts } from './restingFacts.js';

/** An article of the corpus. What it says is read again when it is asked for and no longer in memory. */
export class ArticleEntry {
  constructor(
    readonly uri: string,
    readonly root: string,
    readonly kept: Kept<Article>,
    /** What it says of itself, as if it had no sidecar. */
    readonly ownInfo: ArticleInfo,
    /** Undefined where it has to be read to know that. */
    private readonly knownLimit?: ArticleLimit | null,
  ) {}

  /** Why it was not read as it is written, or `null`. */
  get limit(): ArticleLimit | null {
    return this.knownLimit === undefined ? this.content.limit : this.knownLimit;
  }

  /** Its source, which is cheaper to have than what it says. */
  get text(): string {
    return this.kept.lined().text;
  }

  get content(): Article {
    return this.kept.get();
  }
}

/** What is known of a sidecar besides what it says. */
interface SidecarLinks {
  readonly link: ArticleLink;
  readonly info: ArticleInfo;
  readonly defined: Defined;
  readonly ignored: readonly IgnoreComment[];
}

/** A sidecar of the corpus. What it says is read again when it is asked for and no longer in memory. */
export class SidecarEntry {
  readonly link: ArticleLink;
  readonly info: ArticleInfo;
  readonly defined: Defined;
  /** Comments that silence findings. */
  readonly ignored: readonly IgnoreComment[];
  /** Its facts, or the rows that they rest in. */
  private factsNow: readonly BoundFact[] | RestingFacts = [];
  private useKeysNow: readonly UseKey[] = [];

  constructor(
    readonly uri: string,
    readonly root: string,
    readonly kept: Kept<Sidecar>,
    links: SidecarLinks,
  ) {
    this.link = links.link;
    this.info = links.info;
    this.defined = links.defined;
    this.ignored = links.ignored;
  }

  get content(): Sidecar {
    return this.kept.get();
  }

  /** Its facts, as objects that are theirs for good: for whoever works with this file or keeps any of them. */
  get facts(): readonly BoundFact[] {
    if (this.factsNow instanceof RestingFacts) {
      this.factsNow = this.factsNow.wake();
    }
    return this.factsNow;
  }

  /** The same for whoever looks at them once: objects that are made for it are not to be kept. */
  get factsForNow(): readonly BoundFact[] {
    return this.factsNow instanceof RestingFacts ? this.factsNow.all() : this.factsNow;
  }

  /** One of them, for now. @param position its place among them, from 0 */
  factForNow(position: number): BoundFact | undefined {
    return this.factsNow instanceof RestingFacts
      ? this.factsNow.at(position)
      : this.factsNow[position];
  }

  get factCount(): number {
    return this.factsNow.length;
  }

  /** The object of a fact that can be kept. @param bound one that may have been made for now */
  hold(bound: BoundFact): BoundFact {
    if (this.factsNow instanceof RestingFacts) {
      return this.factsNow.hold(bound);
    }
    bound.isHeld = true;
    return bound;
  }

  /**
   * Nobody works with the file: its facts are put down as numbers until somebody does. Objects of them that
   * somebody wants to keep are to be held before.
   */
  rest(table: FactTable): void {
    if (!(this.factsNow instanceof RestingFacts)) {
      this.factsNow = table.rest(this, this.factsNow);
    }
  }

  /** What it depends on, each once. */
  get useKeys(): readonly UseKey[] {
    return this.useKeysNow;
  }

  /** Facts know their file, so that they come after it. */
  bound(facts: readonly BoundFact[] | RestingFacts, useKeys: readonly UseKey[]): void {
    this.factsNow = facts instanceof RestingFacts ? facts : facts.slice(); // without the room for more that a list keeps
    this.useKeysNow = useKeys;
  }

  /** Every use of an id in it. */
  get uses(): readonly IdUse[] {
    return idUses(this.content);
  }
}
