import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node';

/**
 * The tokens each open document was last told, so that afterwards only what changed has to be told.
 * A document that is not open is told all, and nothing is kept of it.
 */
export class TokenResults {
  private readonly last = new Map<string, { readonly id: string; readonly data: number[] }>();
  private count = 0;

  /** @param isOpen whether the client has the document open, by its canonical URI */
  constructor(private readonly isOpen: (uri: string) => boolean) {}

  full(uri: string, data: number[]): SemanticTokens {
    if (!this.isOpen(uri)) {
      return { data };
    }
    const known = this.last.get(uri);
    const id = known !== undefined && isSame(known.data, data) ? known.id : `${++this.count}`;
    this.last.set(uri, { id, data });
    return { resultId: id, data };
  }

  /** What turns the tokens of an earlier answer into these; all of them where it is not known. */
  delta(uri: string, data: number[], previous: string): SemanticTokens | SemanticTokensDelta {
    const known = this.last.get(uri);
    const { resultId } = this.full(uri, data);
    return known?.id !== previous || resultId === undefined
      ? { data, ...(resultId === undefined ? {} : { resultId }) }
      : { resultId, edits: [...tokenEdits(known.data, data)] };
  }

  evict(uri: string): void {
    this.last.delete(uri);
  }
}

/** The one stretch in which two lists of numbers differ, as edits of the first; none where they do not. */
export function tokenEdits(
  before: readonly number[],
  after: readonly number[],
): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) {
    head++;
  }
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) {
    tail++;
  }
  const deleteCount = before.length - head - tail;
  const data = after.slice(head, after.length - tail);
  return deleteCount === 0 && data.length === 0
    ? []
    : [{ start: head, deleteCount, ...(data.length > 0 ? { data } : {}) }];
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, index) => number === b[index]);
}
