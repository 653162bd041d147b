import type { YamlScalar } from '../text/yamlTree.js';

/* Writing single YAML values: plain where YAML reads the same text back, in quotation marks otherwise. */

export interface ScalarPlace {
  /** Inside `{…}` or `[…]`, where commas and brackets mean something. */
  readonly flow: boolean;
  /** Where a number would be of the wrong type: an id such as `2010`. */
  readonly isText?: boolean;
}

/** Text as YAML that reads back as that text. */
export function writeScalar(text: string, place: ScalarPlace): string {
  return isSafePlain(text, place) ? text : quoted(text);
}

/** The same in the style of the value that it takes the place of. */
export function rewriteScalar(old: YamlScalar, text: string, place: ScalarPlace): string {
  if (old.raw.startsWith('"')) {
    return JSON.stringify(text);
  }
  return old.raw.startsWith("'") && !unprintable.test(text)
    ? singleQuoted(text)
    : writeScalar(text, place);
}

/** A value as it stands, for a place between braces; in quotation marks where it would not do there. */
export function keepScalar(old: YamlScalar): string {
  const { raw, style, text } = old;
  const isSafe = style === 'quoted' || (style === 'plain' && !/[,[\]{}\n\r]|^[&*!]/.test(raw));
  return isSafe ? raw : writeScalar(text, { flow: true });
}

/** What some reader of YAML takes for a number, a date, or true or false: YAML 1.1 has `no` and `0b1`. */
const otherThanText = /^(?:[-+]?[.\d][\d.eE+-]*|0(?:x[\da-f]+|o[0-7]+|b[01]+)|yes|no|on|off)$/i;

const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u;

function isSafePlain(text: string, { flow, isText = false }: ScalarPlace): boolean {
  return !(
    text === '' ||
    text.trim() !== text ||
    unprintable.test(text) ||
    /^[-?:,[\]{}#&*!|>'"%@`]/.test(text) ||
    /:\s|\s#|:$/.test(text) ||
    (flow && /[,[\]{}]/.test(text)) ||
    /^(?:~|null|true|false|<<)$/i.test(text) ||
    (isText && otherThanText.test(text))
  );
}

function quoted(text: string): string {
  if (unprintable.test(text)) {
    return JSON.stringify(text);
  }
  return text.includes("'") && !/["\\]/.test(text) ? `"${text}"` : singleQuoted(text);
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
