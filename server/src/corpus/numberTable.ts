/** So many numbers are in a page, as bits of an index. */
const PAGE_BITS = 13;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;

/**
 * A list of whole numbers that grows, in typed arrays of one size, the pages: hardly any room is kept in reserve,
 * and nothing is left behind, as it would be by one array that is copied to a longer one now and then.
 */
export class NumberList {
  length = 0;
  private readonly pages: Int32Array[];

  /** @param capacity of the first page, which alone is as long as it has to be */
  constructor(capacity = 64) {
    this.pages = [new Int32Array(Math.min(capacity, PAGE))];
  }

  push(item: number): void {
    const at = this.length;
    this.reach(at);
    this.set(at, item);
  }

  /** Makes the list so long that there is such an index, with zeros. */
  reach(index: number): void {
    if (index < this.length) {
      return;
    }
    const [first] = this.pages;
    if (first !== undefined && first.length < PAGE && index >= first.length) {
      const wider = new Int32Array(Math.min(PAGE, Math.max(index + 16, first.length * 2)));
      wider.set(first);
      this.pages[0] = wider;
    }
    while (index >>> PAGE_BITS >= this.pages.length) {
      this.pages.push(new Int32Array(PAGE));
    }
    this.length = index + 1;
  }

  add(index: number, more: number): void {
    this.set(index, this.at(index) + more);
  }

  /** 0 outside of the list. */
  at(index: number): number {
    return this.pages[index >>> PAGE_BITS]?.[index & IN_PAGE] ?? 0;
  }

  /** @param index one that is in the list */
  set(index: number, item: number): void {
    const page = this.pages[index >>> PAGE_BITS];
    if (page !== undefined) {
      page[index & IN_PAGE] = item;
    }
  }
}

/** Makes the high bits of a hash depend on all others. */
function mixed(hash: number): number {
  return Math.imul(hash, 0x9e3779b1);
}

/**
 * A hash table of numbers from 1 on, in one typed array. Whoever uses it knows the hash of each and
 * tells equal ones apart.
 */
export class NumberTable {
  private count = 0;
  private bits = 10;
  private slots = new Int32Array(1 << this.bits);

  /** @param hashOf the hash of a number that was added */
  constructor(private readonly hashOf: (number: number) => number) {}

  /** The first slot to look into for a hash. */
  slot(hash: number): number {
    return mixed(hash) >>> (32 - this.bits);
  }

  /** The slot after a slot. */
  after(slot: number): number {
    return (slot + 1) & (this.slots.length - 1);
  }

  /** What is in a slot; 0 for nothing, and then nothing more of that hash comes. */
  at(slot: number): number {
    return this.slots[slot] ?? 0;
  }

  /** Adds a number that is not in the table. */
  add(number: number): void {
    if (++this.count * 3 > this.slots.length * 2) {
      const old = this.slots;
      this.bits++;
      this.slots = new Int32Array(1 << this.bits);
      for (const each of old) {
        if (each !== 0) {
          this.place(each);
        }
      }
    }
    this.place(number);
  }

  private place(number: number): void {
    let slot = this.slot(this.hashOf(number));
    while (this.at(slot) !== 0) {
      slot = this.after(slot);
    }
    this.slots[slot] = number;
  }
}

/**
 * A set of hashes that is quick to ask, and now and then says yes to one that was never added: of
 * each hash it keeps one bit, and has 16 to 32 times as many.
 */
export class Sieve {
  private readonly hashes = new NumberList();
  /** Of a mixed hash the bits from here on are the place of its bit. */
  private shift = 22;
  private rows = new Int32Array(1 << (27 - this.shift));

  /** One that says yes to all. */
  static ofEverything(): Sieve {
    const sieve = new Sieve();
    sieve.rows.fill(-1);
    return sieve;
  }

  add(hash: number): void {
    this.hashes.push(hash);
    if (this.hashes.length <= this.rows.length * 2) {
      this.mark(hash);
      return;
    }
    this.shift--;
    this.rows = new Int32Array(1 << (27 - this.shift));
    for (let n = 0; n < this.hashes.length; n++) {
      this.mark(this.hashes.at(n));
    }
  }

  private mark(hash: number): void {
    const bit = mixed(hash) >>> this.shift;
    this.rows[bit >>> 5] = (this.rows[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  /** Never false for a hash that was added. */
  mayHold(hash: number): boolean {
    const bit = mixed(hash) >>> this.shift;
    return (((this.rows[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }
}
