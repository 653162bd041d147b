import type { ArticleEntry } from './entries.js';
import { formsOf } from './named.js';
import { NameProbe } from './nameProbe.js';
import type { NameMatcher } from './names.js';

/** With more names than this nearly every text holds one, and looking for them first is in vain. */
const FEW = 64;

interface Probed {
  readonly names: NameMatcher;
  readonly version: number;
  /** Null where there are too many names to look for them. */
  readonly probe: NameProbe | null;
}

/** Which articles surely mention nothing, by their sources: those need not be read to know it. */
export class NamelessTexts {
  private probed: Probed | undefined;
  /** Articles with the names that were looked for in their source in vain. */
  private readonly known = new WeakMap<ArticleEntry, Probed>();

  /** Whether none of the names can be in what readers see of a Markdown source. False may be wrong. */
  isNameless(source: string, names: NameMatcher): boolean {
    const { probe } = this.probeOf(names);
    return probe !== null && !probe.mayHoldBehindMarks(source);
  }

  /** Remembers of an article that it is nameless. */
  add(entry: ArticleEntry, names: NameMatcher): void {
    this.known.set(entry, this.probeOf(names));
  }

  /** Whether an article is known to be nameless; one that was added is looked at again for other names. */
  has(entry: ArticleEntry, names: NameMatcher): boolean {
    const before = this.known.get(entry);
    if (before === undefined) {
      return false;
    }
    const isKnown = before === this.probeOf(names);
    if (isKnown || this.isNameless(entry.text, names)) {
      this.known.set(entry, this.probeOf(names));
      return true;
    }
    this.known.delete(entry);
    return false;
  }

  private probeOf(names: NameMatcher): Probed {
    const { version } = names;
    if (this.probed?.names !== names || this.probed.version !== version) {
      const forms = names.atMost(FEW)?.flatMap(formsOf) ?? null;
      const probe = forms === null || forms.length > FEW ? null : new NameProbe(forms);
      this.probed = { names, version, probe };
    }
    return this.probed;
  }
}
