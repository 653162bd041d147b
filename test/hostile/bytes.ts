import type { HostileFiles } from './nesting.js';

const plain = 'facts:\n  - {subject: pct, property: count, value: 152, quote: 152 trusts}\n';
const prose = '# Trusts\n\nEngland has 152 primary care trusts.\n';

/** Bytes that are no text, or not the text they seem to be. */
export function bytes(): HostileFiles {
  const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
    'utf16-le': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    'utf16-be': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    'utf16-unmarked': (text) => Buffer.from(text, 'utf16le'),
    latin1: (text) => Buffer.from(`é £ ${text}`, 'latin1'),
    bom: (text) => Buffer.from(`\ufeff${text}`),
    boms: (text) => Buffer.from(`\ufeff\ufeff\ufeff${text}\ufeff`),
    'lone-cr': (text) => Buffer.from(text.replaceAll('\n', '\r')),
    crlf: (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
    'mixed-breaks': (text) => Buffer.from(text.replaceAll('\n', '\r\n\r\u2028\u0085\n')),
    nul: (text) => Buffer.from(text.replaceAll(' ', '\0')),
    tabs: (text) => Buffer.from(text.replaceAll(' ', '\t')),
    cut: (text) => Buffer.from(`${text}\ud83d\ude00`).subarray(0, -2),
    overlong: (text) =>
      Buffer.concat([Buffer.from(text), Buffer.from('c0afeda080f5808080fffe', 'hex')]),
    combining: (text) => Buffer.from(text.replaceAll(/[a-z]/g, '$&\u0301\u0323')),
    'combining-many': (text) => Buffer.from(`${text}a${'\u0301'.repeat(50_000)}`),
    astral: (text) => Buffer.from(text.replaceAll(' ', ' \u{1f9d1}\u200d\u{1f680} ')),
    rtl: (text) => Buffer.from(text.replaceAll(' ', ' \u202e\u2067')),
    random: () => Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7919 + (at >> 3)) % 256),
    'control-characters': (text) =>
      Buffer.from(text + Array.from({ length: 160 }, (_, at) => String.fromCharCode(at)).join('')),
    empty: () => new Uint8Array(),
    'only-bom': () => Buffer.from('\ufeff'),
    'only-breaks': () => Buffer.from('\n\r\r\n'.repeat(4000)),
    'only-spaces': () => Buffer.from(' '.repeat(200_000)),
  };
  return Object.fromEntries(
    Object.entries(encodings).flatMap(([name, encode]) => [
      [`bytes/${name}.facts.yaml`, encode(plain)],
      [`bytes/${name}.md`, encode(prose)],
      [`bytes/${name}.txt`, encode(prose)],
    ]),
  );
}
