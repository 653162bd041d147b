/**
 * Counts a text in code points, as the Web Annotation standard does, where everything else here counts
 * UTF-16 units. A byte order mark at the start is no part of the text. Half a surrogate pair counts as
 * one. Reads the text once and keeps a mark every so often.
 */
export class CodePoints {
  private readonly marks: number[] = [];
  private readonly mark: number;

  constructor(private readonly text: string) {
    this.mark = text.startsWith('\uFEFF') ? 1 : 0;
    let points = 0;
    for (let at = this.mark; at < text.length; at++) {
      if ((at - this.mark) % STEP === 0) {
        this.marks.push(points);
      }
      points += startsPoint(text, at) ? 1 : 0;
    }
  }

  /** Code points before a UTF-16 offset; an offset inside a pair counts the pair. */
  before(offset: number): number {
    const end = Math.min(offset, this.text.length);
    const step = Math.max(0, Math.min(Math.floor((end - this.mark) / STEP), this.marks.length - 1));
    let points = this.marks[step] ?? 0;
    for (let at = this.mark + step * STEP; at < end; at++) {
      points += startsPoint(this.text, at) ? 1 : 0;
    }
    return points;
  }

  /** UTF-16 units before an offset, without the byte order mark. */
  unitsBefore(offset: number): number {
    return Math.max(0, offset - this.mark);
  }
}

/** In UTF-16 units. */
const STEP = 4096;

/** Whether a unit starts a code point: it is not the second half of a pair. */
function startsPoint(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xdc00 || unit > 0xdfff || at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return before < 0xd800 || before > 0xdbff;
}
