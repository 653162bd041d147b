import type { Fact, Sidecar } from '../sidecars/sidecar.js';

/** How many facts from the start and from the end of a sidecar read as they did before an edit. */
export interface Unchanged {
  readonly head: number;
  readonly tail: number;
}

const none: Unchanged = { head: 0, tail: 0 };

/** A YAML alias repeats what stands elsewhere, so that equal words need not say the same. */
const mayAlias = /(?:^|[\s,:[{])\*/m;

/**
 * Finds the facts that an edit left alone: those that end before its first change, and those whose
 * lines begin after its last. What is in doubt counts as changed: in a file that is no good YAML the
 * same words may be part of something else.
 */
export function unchangedFacts(before: Sidecar, after: Sidecar): Unchanged {
  const isBroken = before.yamlProblems.length + after.yamlProblems.length > 0;
  if (isBroken || mayHoldAlias(before.text) || mayHoldAlias(after.text)) {
    return none;
  }
  const most = Math.min(before.facts.length, after.facts.length);
  const prefix = commonPrefix(before.text, after.text);
  let head = 0;
  while (head < most && endsBefore(prefix, before.facts[head], after.facts[head])) {
    head++;
  }
  const suffix = commonSuffix(before.text, after.text, prefix);
  let tail = 0;
  while (
    tail < most - head &&
    beginsAfter(suffix, before, before.facts.at(-1 - tail), after, after.facts.at(-1 - tail))
  ) {
    tail++;
  }
  return { head, tail };
}

function mayHoldAlias(text: string): boolean {
  return text.includes('*') && mayAlias.test(text);
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

function beginsAfter(
  suffix: number,
  before: Sidecar,
  a: Fact | undefined,
  after: Sidecar,
  b: Fact | undefined,
): boolean {
  if (a === undefined || b === undefined) {
    return false;
  }
  const line = before.text.lastIndexOf('\n', a.span.start - 1) + 1;
  return (
    line >= before.text.length - suffix &&
    before.text.length - a.span.start === after.text.length - b.span.start &&
    before.text.length - a.span.end === after.text.length - b.span.end
  );
}

/** As much is compared in one go: what is built in is many times as quick as one unit after the other. */
const STRETCH = 256;

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + STRETCH <= most && a.startsWith(b.slice(at, at + STRETCH), at)) {
    at += STRETCH;
  }
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) {
    at++;
  }
  return at;
}

/** In the part that is not of the common prefix. */
function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let length = 0;
  while (
    length + STRETCH <= most &&
    a.endsWith(b.slice(b.length - length - STRETCH, b.length - length), a.length - length)
  ) {
    length += STRETCH;
  }
  while (
    length < most &&
    a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)
  ) {
    length++;
  }
  return length;
}
