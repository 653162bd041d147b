import { fold } from './fold.js';
import { MappedTextBuilder, type MappedText } from './mappedText.js';
import type { TextChange } from './textChange.js';

/** A folded text, and what differs between it and how it was folded before an edit. */
export interface FoldedAgain {
  readonly folded: MappedText;
  readonly change: TextChange;
}

/**
 * `fold(text)` in the time that folding the change takes: what stands around it is taken from how
 * the text was folded before.
 */
export function foldEdited(before: MappedText, text: string, change: TextChange): FoldedAgain {
  const shift = change.newEnd - change.oldEnd;
  const start = lastSeam(text, change.start);
  const end = firstSeam(text, change.newEnd);
  const oldEnd = end === text.length ? before.text.length : before.renderedOffset(end - shift);
  const at = before.renderedOffset(start);
  const middle = fold(text.slice(start, end));
  const builder = new MappedTextBuilder();
  builder.appendStretch(before, 0, at, 0);
  builder.appendStretch(middle, 0, middle.text.length, start);
  builder.appendStretch(before, oldEnd, before.text.length, shift);
  return {
    folded: builder.build(),
    change: { start: at, oldEnd, newEnd: at + middle.text.length },
  };
}

/** The last place before an offset where a text can be cut in two that are folded by themselves, or 0. */
function lastSeam(text: string, offset: number): number {
  let at = offset - 1;
  while (at > 0 && !isSeam(text, at)) at--;
  return Math.max(at, 0);
}

/** The first such place after an offset, or the text's end. */
function firstSeam(text: string, offset: number): number {
  let at = offset + 1;
  while (at < text.length && !isSeam(text, at)) at++;
  return Math.min(at, text.length);
}

/** Between two characters that stay what they are whatever stands beside them. */
function isSeam(text: string, offset: number): boolean {
  return isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset));
}

/** Printable ASCII but the space and the grave accent. */
function isPlain(code: number): boolean {
  return code > 0x20 && code < 0x7f && code !== 0x60;
}
