import type { FactHead } from './boundFact.js';
import type { FactIndex } from './factIndex.js';
import type { Interner } from './interner.js';

/** So many facts of a slot are looked at for one that is about the same: commonly all are. */
const LOOKED_AT = 4;

/** So many heads are remembered: those of one file, and of files near by, are often the same. */
const REMEMBERED = 2000;

/** One head for all facts that are about the same, as far as that is quickly found. */
export class FactHeads {
  /** Those that were asked for last, by subject. */
  private readonly latest = new Map<string, FactHead[]>();
  private count = 0;

  constructor(
    private readonly index: FactIndex,
    private readonly interner: Interner,
  ) {}

  /**
   * A head that was asked for lately: its slot need not be put together again.
   *
   * @param conditions as the interner gives them
   * @param isCompared whether it has a slot
   */
  remembered(
    { subject, propertyId, property, conditions }: Omit<FactHead, 'slot'>,
    isCompared: boolean,
  ): FactHead | undefined {
    const heads = this.latest.get(subject);
    if (heads !== undefined) {
      for (const head of heads) {
        if (
          head.conditions === conditions &&
          head.property === property &&
          head.propertyId === propertyId &&
          (head.slot !== null) === isCompared
        ) {
          return head;
        }
      }
    }
    return undefined;
  }

  /** @param wanted with conditions as the interner gives them; its ids may be cut from a file's text */
  of(wanted: FactHead): FactHead {
    const last = this.remembered(wanted, wanted.slot !== null);
    if (last !== undefined) {
      return last;
    }
    const head = this.known(wanted) ?? this.made(wanted);
    if (++this.count > REMEMBERED) {
      this.latest.clear();
      this.count = 1;
    }
    const heads = this.latest.get(head.subject);
    if (heads === undefined) {
      this.latest.set(head.subject, [head]);
    } else {
      heads.push(head);
    }
    return head;
  }

  private known(wanted: FactHead): FactHead | undefined {
    let left = LOOKED_AT;
    for (const { head } of this.index.alike(wanted)) {
      if (isSame(head, wanted)) {
        return head;
      }
      if (--left === 0) {
        break;
      }
    }
    return undefined;
  }

  private made({ subject, propertyId, property, conditions, slot }: FactHead): FactHead {
    return {
      subject: this.interner.text(subject),
      propertyId: this.interner.text(propertyId),
      property,
      conditions,
      slot,
    };
  }
}

function isSame(a: FactHead, b: FactHead): boolean {
  return (
    a.slot === b.slot &&
    a.conditions === b.conditions &&
    a.property === b.property &&
    a.subject === b.subject &&
    a.propertyId === b.propertyId
  );
}
