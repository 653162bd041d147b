import type { Article, ArticleLimit } from '../articles/article.js';
import type { Sidecar } from '../sidecars/sidecar.js';
import type { IgnoreComment } from '../sidecars/ignoreComments.js';
import type { ArticleInfo } from './articleInfo.js';
import type { ArticleLink } from './articleLink.js';
import type { BoundFact } from './boundFact.js';
import type { Defined, UseKey } from './dependencies.js';
import { idUses, type IdUse } from './idUse.js';
import type { Kept } from './kept.js';

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
  private factsNow: readonly BoundFact[] = [];
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

  get facts(): readonly BoundFact[] {
    return this.factsNow;
  }

  /** What it depends on, each once. */
  get useKeys(): readonly UseKey[] {
    return this.useKeysNow;
  }

  /** Facts know their file, so that they come after it. */
  bound(facts: readonly BoundFact[], useKeys: readonly UseKey[]): void {
    this.factsNow = facts.slice(); // without the room for more that a list keeps
    this.useKeysNow = useKeys;
  }

  /** Every use of an id in it. */
  get uses(): readonly IdUse[] {
    return idUses(this.content);
  }
}
