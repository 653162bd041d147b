/** More of a text than this is not shown: it would fill the page. In UTF-16 units. */
const LONGEST = 500;

/** Controls, halves of a pair and what is no character: no XML may hold them. */
const unprintable = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu;

/** What turns the direction of the text that follows: it could show figures the wrong way round. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A text of a file as one line that can be shown, and put into XML, as it is. */
export function shownText(text: string): string {
  const start = text.length > LONGEST * 2 ? text.slice(0, LONGEST * 2) : text;
  const line = start.replace(turning, '').replace(unprintable, ' ').replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST
    ? line
    : `${line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
