import { flatCopy } from '../text/intern.js';
import type { TextChange } from '../text/textChange.js';
import { MAP, STRIDE } from '../text/yamlTape.js';
import { scanItems } from '../text/yamlScanner.js';
import { movedFact } from './movedFact.js';
import { readFact } from './readFact.js';
import type { Fact, Sidecar } from './sidecar.js';
import { sidecarSchema } from './sidecarSchema.js';
import { shapeOf } from './surelyValid.js';

const isSurelyFact = shapeOf(sidecarSchema.properties.facts.items);

/**
 * The facts of a sidecar after an edit within one of them: only that one is read. It refuses on any
 * doubt; then the whole file is read, which gives the same. The facts before the edit stay the same
 * objects, and those after it too where they stand where they stood.
 *
 * @param before a sidecar of the regular kind (see `YamlReading`) without any problem
 * @param change what makes the text of its own
 * @returns null if it refuses
 */
export function rereadFacts(
  before: Sidecar,
  text: string,
  change: TextChange,
): readonly Fact[] | null {
  const { facts, article } = before;
  const at = factAt(facts, change.start);
  const [start, next] = [lineOfItem(before, at), lineOfItem(before, at + 1)];
  if (
    start === null ||
    next === null ||
    change.start < start ||
    // The line break before the next item is not part of the change.
    (at + 1 < facts.length && change.oldEnd >= next) ||
    (article !== null && article.span.start > change.start) ||
    before.definitions.length > 0
  ) {
    return null;
  }
  const by = text.length - before.text.length;
  if (/(?:^|\s)#/.test(text.slice(start, next + by))) {
    return null; // a comment may belong to what stands around it, or silence a rule
  }
  // With the next one, an item ends where it ends in the whole file.
  const end = lineOfItem(before, at + 2) ?? before.text.length;
  const anew = readItem(text.slice(start, end + by), at, facts[at + 1], start - by);
  return (
    anew && [
      ...facts.slice(0, at),
      movedFact(anew, start),
      ...facts.slice(at + 1).map((later) => (by === 0 ? later : movedFact(later, by))),
    ]
  );
}

/**
 * The first of some items, as a fact with its places in this text.
 *
 * @param following the item after it, which was not edited
 * @param shift how much further on that one stood
 */
function readItem(
  text: string,
  index: number,
  following: Fact | undefined,
  shift: number,
): Fact | null {
  const items = scanItems(flatCopy(text)); // a slice would keep all of the text alive
  if (items === null) {
    return null;
  }
  const { tape, isAll } = items;
  const second = tape.after(STRIDE);
  const isRead =
    tape.kind(STRIDE) === MAP &&
    isSurelyFact(tape, STRIDE) &&
    (following === undefined
      ? isAll && second === tape.after(0)
      : second < tape.after(0) && tape.start(second) + shift === following.span.start);
  const fact = isRead ? readFact(tape, STRIDE, index) : null;
  tape.release();
  return fact;
}

/** The last fact that starts at an offset or before it; one whose dash does is good enough. */
function factAt(facts: readonly Fact[], offset: number): number {
  let [low, high] = [0, facts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((facts[middle]?.span.start ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/**
 * Where the line of an item starts; the end of the text after the last one. Null for an item that
 * does not stand on the line of its dash.
 */
function lineOfItem({ text, facts }: Sidecar, index: number): number | null {
  const fact = facts[index];
  if (fact === undefined) {
    return facts.length > 0 ? text.length : null;
  }
  const start = text.lastIndexOf('\n', fact.span.start - 1) + 1;
  return /^ *- +$/.test(text.slice(start, fact.span.start)) ? start : null;
}
