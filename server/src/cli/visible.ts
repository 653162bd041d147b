import { visible, withoutDirection } from '../text/visible.js';

export { visible };

/** JSON for a program or a terminal: JSON itself escapes only the first 32 control characters. */
export function jsonText(value: unknown): string {
  const escaped = (char: string): string =>
    `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const text = JSON.stringify(value, null, 2);
  return `${withoutDirection(text.replace(/[\u007f-\u009f]/g, escaped), escaped)}\n`;
}
