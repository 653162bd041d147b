/**
 * A number of 53 bits for a text: the same for the same text, and for another one hardly ever (once in a million
 * million pairs of texts, or rarer). For telling whether a text changed without keeping it; no protection against
 * people who look for two texts with one number.
 */
export function digestOf(text: string): number {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x9e3779b1);
    other = Math.imul(other ^ code, 0x5f356495);
  }
  one = mixed(one) ^ mixed(other ^ text.length);
  other = mixed(other) ^ mixed(one);
  return (other & 0x1fffff) * 0x1_0000_0000 + (one >>> 0);
}

/** Makes each bit depend on all others. */
function mixed(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}
