/** Marks that reverse the direction of writing. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text of a file made safe for a terminal, or for a line of a list: control characters, which could
 * move the cursor or change colours, and marks that reverse the direction of writing become visible
 * or go. It is one line.
 */
export function visible(text: string): string {
  return withoutDirection(text.replace(/[\t\r\n]+/g, ' ')).replace(
    /\p{Cc}/gu,
    (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** @param instead what stands for each of the marks */
export function withoutDirection(
  text: string,
  instead: (char: string) => string = () => '',
): string {
  return text.replace(DIRECTION, instead);
}
