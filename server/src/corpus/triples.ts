import { NumberList, NumberTable } from './numberTable.js';

/** Numbers, from 0, for rows of three whole numbers: the same number for the same three. */
export class Triples {
  private readonly rows = new NumberList();
  private readonly table = new NumberTable((number) => this.hashAt(number - 1));

  /** How many there are. */
  get length(): number {
    return this.rows.length / ROW;
  }

  /** The number of a row, which is new where it was not asked for before. */
  numberOf(first: number, second: number, third: number): number {
    const known = this.find(first, second, third);
    if (known >= 0) {
      return known;
    }
    const number = this.length;
    this.rows.push(first);
    this.rows.push(second);
    this.rows.push(third);
    this.table.add(number + 1);
    return number;
  }

  /** The number of a row; -1 of one that has none. */
  find(first: number, second: number, third: number): number {
    const { table, rows } = this;
    for (let slot = table.slot(hashOf(first, second, third)); ; slot = table.after(slot)) {
      const number = table.at(slot) - 1;
      if (number < 0) {
        return -1;
      }
      const at = number * ROW;
      if (rows.at(at) === first && rows.at(at + 1) === second && rows.at(at + 2) === third) {
        return number;
      }
    }
  }

  first(number: number): number {
    return this.rows.at(number * ROW);
  }

  second(number: number): number {
    return this.rows.at(number * ROW + 1);
  }

  third(number: number): number {
    return this.rows.at(number * ROW + 2);
  }

  private hashAt(number: number): number {
    return hashOf(this.first(number), this.second(number), this.third(number));
  }
}

const ROW = 3;

function hashOf(first: number, second: number, third: number): number {
  return (
    Math.imul(Math.imul(first, 0x85ebca6b) ^ second, 0xc2b2ae35) ^ Math.imul(third, 0x27d4eb2f)
  );
}
