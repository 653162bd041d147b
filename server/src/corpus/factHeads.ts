import { flatCopy } from '../text/intern.js';
import type { FactHead } from './boundFact.js';
import type { FactIndex } from './factIndex.js';
import type { Interner } from './interner.js';
import { topicKey } from './slot.js';

/** So many facts of a slot are looked at for one that is about the same: commonly all are. */
const LOOKED_AT = 4;

/** So many heads are remembered for facts that are not in the index yet, such as those of one file. */
const REMEMBERED = 500;

/** One head for all facts that are about the same, as far as that is quickly found. */
export class FactHeads {
  private readonly latest = new Map<string, FactHead>();

  constructor(
    private readonly index: FactIndex,
    private readonly interner: Interner,
  ) {}

  /** @param wanted with conditions as the interner gives them; its ids may be cut from a file's text */
  of(wanted: FactHead): FactHead {
    const key = wanted.slot ?? topicKey(wanted);
    const last = this.latest.get(key);
    const head =
      last !== undefined && isSame(last, wanted) ? last : (this.known(wanted) ?? this.made(wanted));
    if (head !== last) {
      if (this.latest.size >= REMEMBERED) {
        this.latest.clear();
      }
      this.latest.set(head.slot ?? flatCopy(key), head);
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
