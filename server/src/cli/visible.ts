/** Marks that reverse the direction of writing. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text of a file made safe for a terminal: control characters, which could move the cursor or
 * change colours, and marks that reverse the direction of writing become visible or go.
 */
export function visible(text: string): string {
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(DIRECTION, '');
}

/** JSON for a program or a terminal: JSON itself escapes only the first 32 control characters. */
export function jsonText(value: unknown): string {
  const escaped = (char: string): string =>
    `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/[\u007f-\u009f]/g, escaped).replace(DIRECTION, escaped)}\n`;
}
