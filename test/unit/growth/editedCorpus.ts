import { Corpus } from '../../../server/src/corpus/corpus.js';
import { Checker } from '../../../server/src/rules/checker.js';
import { corpusFiles } from '../../bench/corpusGenerator.js';

/** How much is done for an edit: numbers of things, not times. */
export interface Work {
  readonly files: number;
  readonly slots: number;
  readonly topics: number;
  /** How often the findings of one file, slot or topic were made anew. */
  readonly checks: number;
  /** Files whose findings may be others. */
  readonly affected: number;
}

const ROOT = 'file:///growth';

/** A corpus in memory, of which files are replaced, and the work for it counted. */
export class EditedCorpus {
  private readonly corpus = new Corpus();
  private readonly checker = new Checker(this.corpus);
  private readonly texts = new Map<string, string>();

  /** Reads and checks so many articles, of about so many facts each. */
  constructor(articles: number, facts: number) {
    for (const { path, text } of corpusFiles({ articles, seed: 1, facts })) {
      this.set(path, text);
    }
    this.check();
  }

  private set(path: string, text: string): Omit<Work, 'checks' | 'affected'> {
    this.texts.set(path, text);
    const change = this.corpus.setFile({ uri: `${ROOT}/${path}`, root: ROOT, text });
    this.checker.note(change);
    return { files: change.files.size, slots: change.slots.size, topics: change.topics.size };
  }

  private check(): Pick<Work, 'checks' | 'affected'> {
    const before = this.checker.revision;
    while (this.checker.step());
    const checks = this.checker.revision - before;
    return { checks, affected: this.checker.takeAffected().size };
  }

  /** A file with another text. */
  replace(path: string, text: string): Work {
    return { ...this.set(path, text), ...this.check() };
  }

  /** A file with other words in its text. */
  edit(path: string, words: string, by: string): Work {
    const text = this.texts.get(path) ?? '';
    if (!text.includes(words)) {
      throw new Error(`"${words}" is not in ${path}`);
    }
    return this.replace(
      path,
      text.replace(words, () => by),
    );
  }
}
