/** Texts and columns of numbers by name. */
export type Sections = Readonly<Record<string, string | Int32Array>>;

/** What stands in a section, and how many bytes it takes. */
type Head = readonly (readonly [name: string, kind: 'text' | 'numbers', length: number])[];

const WORD = 4;

/** Sections as bytes: how long the head is, the head as JSON, the sections, each from a full word on. */
export function toBytes(sections: Sections): Uint8Array {
  const bodies = Object.entries(sections).map(([name, content]) => {
    const bytes =
      typeof content === 'string'
        ? new TextEncoder().encode(content)
        : new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
    return { name, kind: typeof content === 'string' ? 'text' : 'numbers', bytes };
  });
  const list = bodies.map(({ name, kind, bytes }) => [name, kind, bytes.length]);
  const head = new TextEncoder().encode(JSON.stringify(list));
  const parts = [head, ...bodies.map(({ bytes }) => bytes)];
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + upToWord(length), WORD));
  new DataView(all.buffer).setUint32(0, head.length, true);
  let offset = WORD;
  for (const part of parts) {
    all.set(part, offset);
    offset += upToWord(part.length);
  }
  return all;
}

/** @param bytes what {@link toBytes} gave, at the start of a buffer of their own */
export function fromBytes(bytes: Uint8Array): Sections {
  const text = (from: number, length: number): string =>
    new TextDecoder().decode(bytes.subarray(from, from + length));
  const headLength = new DataView(bytes.buffer).getUint32(0, true);
  const head = JSON.parse(text(WORD, headLength)) as Head;
  let offset = WORD + upToWord(headLength);
  const sections = head.map(([name, kind, length]) => {
    const from = offset;
    offset += upToWord(length);
    return [
      name,
      kind === 'text' ? text(from, length) : new Int32Array(bytes.buffer, from, length / WORD),
    ] as const;
  });
  return Object.fromEntries(sections);
}

function upToWord(length: number): number {
  return Math.ceil(length / WORD) * WORD;
}
