/** Room for so many numbers is enough for most texts, and is kept for the next one; a book's is not. */
const FIRST_ROOM = 256;
const MOST_KEPT = 1 << 16;

/** So many rows are written at a time. */
const MOST_SPARE = 4;

/** Rooms that nobody writes in: making them anew for every text takes longer than writing. */
const spares: Uint32Array[] = [];

/** Whole numbers from 0 on, written one after another and taken out together. */
export class NumberRow {
  items = spares.pop() ?? new Uint32Array(FIRST_ROOM);
  length = 0;

  push(item: number): void {
    if (this.length === this.items.length) this.makeRoom(1);
    this.items[this.length++] = item;
  }

  pushAll(items: Uint32Array): void {
    this.makeRoom(items.length);
    this.items.set(items, this.length);
    this.length += items.length;
  }

  /** Makes sure that so many more can be written. */
  makeRoom(more: number): void {
    const { items, length } = this;
    if (length + more <= items.length) return;
    this.items = new Uint32Array(Math.max(4 * items.length, length + more));
    this.items.set(items);
  }

  /** All of them, in a list of their own; nothing is to be written after that. */
  take(): Uint32Array {
    const { items, length } = this;
    if (items.length <= MOST_KEPT && spares.length < MOST_SPARE) spares.push(items);
    this.items = new Uint32Array(0);
    this.length = 0;
    return items.slice(0, length);
  }
}
