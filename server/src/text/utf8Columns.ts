/** How many UTF-16 units lie between two remembered byte counts of a long line. */
const STEP = 1024;

/**
 * Counts UTF-8 bytes within a line. A long line keeps a byte count every `STEP` units, so that
 * many positions in one line of megabytes stay cheap.
 */
export class Utf8Columns {
  readonly #text: string;
  /** By line start: byte counts at start, start + STEP, start + 2 STEP … */
  readonly #marks = new Map<number, readonly number[]>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Bytes from the line's start to `offset`; both ends of the line are UTF-16 offsets. */
  bytesBetween(start: number, end: number, offset: number): number {
    const marks = this.#marksOf(start, end);
    const index = Math.min(Math.floor((offset - start) / STEP), marks.length - 1);
    const from = start + index * STEP;
    return (marks[index] ?? 0) + this.#count(from, offset);
  }

  /** The offset `bytes` into the line, before the character it would cut, at most `end`. */
  offsetOfByte(start: number, end: number, bytes: number): number {
    const marks = this.#marksOf(start, end);
    let low = 0;
    let high = marks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((marks[middle] ?? 0) <= bytes) low = middle;
      else high = middle - 1;
    }
    let offset = start + low * STEP;
    if (this.#cutsPair(offset)) offset++;
    let left = bytes - (marks[low] ?? 0);
    while (offset < end) {
      const units = this.#isPair(offset) ? 2 : 1;
      const width = units === 2 ? 4 : byteWidth(this.#text.charCodeAt(offset));
      if (width > left) break;
      left -= width;
      offset += units;
    }
    return offset;
  }

  #marksOf(start: number, end: number): readonly number[] {
    if (end - start <= STEP) return [0];
    const known = this.#marks.get(start);
    if (known) return known;
    const marks = [0];
    let bytes = 0;
    for (let from = start; from + STEP <= end; from += STEP) {
      bytes += this.#count(from, from + STEP);
      marks.push(bytes);
    }
    this.#marks.set(start, marks);
    return marks;
  }

  /** A pair counts where its first half stands, so that stretches add up wherever they are cut. */
  #count(from: number, to: number): number {
    let bytes = 0;
    for (let i = from; i < to; i++) {
      if (this.#isPair(i)) bytes += 4;
      else if (!this.#cutsPair(i)) bytes += byteWidth(this.#text.charCodeAt(i));
    }
    return bytes;
  }

  #isPair(offset: number): boolean {
    return isHigh(this.#text.charCodeAt(offset)) && isLow(this.#text.charCodeAt(offset + 1));
  }

  #cutsPair(offset: number): boolean {
    return offset > 0 && this.#isPair(offset - 1);
  }
}

function isHigh(code: number): boolean {
  return (code & 0xfc00) === 0xd800;
}

function isLow(code: number): boolean {
  return (code & 0xfc00) === 0xdc00;
}

/** A lone surrogate is sent as U+FFFD, which has three bytes. */
function byteWidth(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
}
