import type { YamlScalar } from './yamlNode.js';
import { refuse } from './yamlScanRefusal.js';

/** More than that after the start of a key, its colon is an error (YAML 1.2, 7.4.2). */
const MAX_KEY_LENGTH = 1000;

/** From this many keys on, a set is quicker than looking through them. */
const MANY_KEYS = 12;

/** The keys of one mapping. Repeated keys, merge keys and very long ones are left to the parser. */
export class MapKeys {
  private readonly few: string[] = [];
  private many: Set<string> | undefined;

  add(key: YamlScalar): void {
    const { text } = key;
    if (key.raw.length > MAX_KEY_LENGTH || (text === '<<' && key.style === 'plain')) {
      refuse();
    }
    if (this.many !== undefined) {
      if (this.many.has(text)) {
        refuse();
      }
      this.many.add(text);
      return;
    }
    if (this.few.includes(text)) {
      refuse();
    }
    this.few.push(text);
    if (this.few.length === MANY_KEYS) {
      this.many = new Set(this.few);
    }
  }
}
