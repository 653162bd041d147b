import { COLON, CR, HASH, LF, SPACE } from './yamlScanCharacters.js';

/**
 * Where the plain scalars of a text end that run to the end of their line. Places are asked for
 * from the start of the text to its end.
 *
 * V8 finds a character of a text without wide ones many times quicker than a loop does.
 */
export class PlainEnds {
  private readonly isNarrow: boolean;
  /** The next one of each, from where it was looked for last. */
  private colon = -1;
  private hash = -1;

  constructor(private readonly text: string) {
    // Among the characters that are left, only tabs mean anything to `yaml` within a scalar.
    this.isNarrow = !text.includes('\t') && !/[\u0100-\uffff]/.test(text);
  }

  /**
   * The end of the line, if a plain scalar outside flow collections surely reaches to it, perhaps with
   * spaces behind it; else -1.
   *
   * @param start of the scalar: its first character may start one
   */
  after(start: number): number {
    const { text } = this;
    if (!this.isNarrow) {
      return endByCharacters(text, start);
    }
    const end = text.indexOf('\n', start);
    if (this.colon < start) {
      this.colon = next(text, ':', start);
    }
    if (this.hash < start) {
      this.hash = next(text, '#', start);
    }
    if (end < 0 || this.colon < end || this.hash < end) {
      return endByCharacters(text, start);
    }
    return text.charCodeAt(end - 1) === CR ? end - 1 : end;
  }
}

function next(text: string, char: string, from: number): number {
  const found = text.indexOf(char, from);
  return found < 0 ? text.length : found;
}

function endByCharacters(text: string, start: number): number {
  const { length } = text;
  for (let end = start; end < length; end++) {
    const char = text.charCodeAt(end);
    if (char > COLON || char === SPACE) {
      continue;
    }
    if (char < SPACE) {
      return char === LF || char === CR ? end : -1;
    }
    if (
      (char === COLON && !(text.charCodeAt(end + 1) > SPACE)) ||
      (char === HASH && text.charCodeAt(end - 1) === SPACE)
    ) {
      return -1;
    }
  }
  return -1;
}
