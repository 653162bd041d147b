import type { Fact, QuoteSource, Sidecar } from '../sidecars/sidecar.js';
import { changeBetween, type TextChange } from '../text/textChange.js';
import { mayHoldAlias } from '../text/yamlAlias.js';

/** How many facts from the start and from the end of a sidecar read as they did before an edit. */
export interface Unchanged {
  readonly head: number;
  readonly tail: number;
}

const none: Unchanged = { head: 0, tail: 0 };

/**
 * Finds the facts that an edit left alone: those that end before its first change, and those whose
 * lines begin after its last. What is in doubt counts as changed: in a file that is no good YAML the
 * same words may be part of something else.
 *
 * @param change what makes one text of the other
 */
export function unchangedFacts(
  before: Sidecar,
  after: Sidecar,
  change: TextChange = changeBetween(before.text, after.text),
): Unchanged {
  const isBroken = before.yamlProblems.length + after.yamlProblems.length > 0;
  if (isBroken || mayHoldAlias(before.text) || mayHoldAlias(after.text)) {
    return none;
  }
  const most = Math.min(before.facts.length, after.facts.length);
  const { start: prefix, oldEnd } = change;
  const line = lineFrom(before.text, oldEnd);
  let head = 0;
  while (head < most && endsBefore(prefix, before.facts[head], after.facts[head])) {
    head++;
  }
  let tail = 0;
  while (
    tail < most - head &&
    beginsAfter(line, before, before.facts.at(-1 - tail), after, after.facts.at(-1 - tail))
  ) {
    tail++;
  }
  return { head, tail };
}

/**
 * Whether the facts of two versions of a sidecar quote the same words.
 *
 * @param unchanged those that read as before, and need no look
 */
export function quoteTheSame(before: Sidecar, after: Sidecar, unchanged: Unchanged): boolean {
  return areSameQuotes(quotesOf(before, unchanged), quotesOf(after, unchanged));
}

/** Whether quotes are of the same words, wherever they are written. */
export function areSameQuotes(a: readonly QuoteSource[], b: readonly QuoteSource[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every(
        ({ exact, prefix, suffix }, at) =>
          exact.value === b[at]?.exact.value &&
          prefix?.value === b[at].prefix?.value &&
          suffix?.value === b[at].suffix?.value,
      ))
  );
}

function quotesOf({ facts }: Sidecar, { head, tail }: Unchanged): readonly QuoteSource[] {
  return facts.slice(head, facts.length - tail).flatMap(({ quotes }) => quotes);
}

function endsBefore(prefix: number, a: Fact | undefined, b: Fact | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    a.index === b.index &&
    a.span.end <= prefix
  );
}

/** Where the first line starts at an offset or after it; infinite where there is none. */
function lineFrom(text: string, offset: number): number {
  const before = offset === 0 ? -1 : text.indexOf('\n', offset - 1);
  return offset > 0 && before < 0 ? Infinity : before + 1;
}

/** @param line where the first line starts that the edit left alone, in the text before it */
function beginsAfter(
  line: number,
  before: Sidecar,
  a: Fact | undefined,
  after: Sidecar,
  b: Fact | undefined,
): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.span.start >= line &&
    before.text.length - a.span.start === after.text.length - b.span.start &&
    before.text.length - a.span.end === after.text.length - b.span.end
  );
}
