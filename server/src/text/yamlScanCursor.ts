import { internedSlice } from './intern.js';
import { MAX_YAML_DEPTH } from './yamlDepth.js';
import { CR, DASH, DOT, HASH, LF, SPACE } from './yamlScanCharacters.js';
import { KeyStack } from './yamlScanKeys.js';
import { PlainEnds } from './yamlScanPlainEnds.js';
import { refuse } from './yamlScanRefusal.js';
import { PLAIN, QUOTED, type YamlTape } from './yamlTape.js';

/* Where the scanner stands in its text, and what the lines between two nodes mean for their spans. */

/**
 * A place in the text that moves forward. Between two nodes it stands at the next *content*: the
 * first character of a line that is neither blank nor a comment.
 *
 * A scalar is read in two steps: it is found, which fills the fields that start with `scalar`, and
 * then put on the tape, unless it turned out to be a mapping's first key: the mapping comes first.
 */
export class ScanCursor {
  pos = 0;
  lineStart = 0;
  /** The content's column, which is its indentation; -1 at the end of the text. */
  column = -1;
  /**
   * How far the node that was read last reaches for the collection around it: with the rest of
   * its last line and the comments that count as its own.
   */
  reach = 0;
  scalarKind = PLAIN;
  scalarStart = 0;
  scalarEnd = 0;
  /** Its text, where that is not what stands in the file (between the quotation marks, if any). */
  scalarText: string | null = null;
  readonly text: string;
  readonly plainEnds: PlainEnds;
  /** The keys of the mappings that are open. */
  readonly keys = new KeyStack();
  /** The whole-line comments before the content: column and end of each, in turn. */
  private readonly comments: number[] = [];
  /** From where on the comments belong to no node yet. */
  private firstLoose = 0;
  private depth = 0;

  constructor(readonly tape: YamlTape) {
    this.text = tape.text;
    this.plainEnds = new PlainEnds(this.text);
  }

  get atEnd(): boolean {
    return this.pos >= this.text.length;
  }

  /** Whether comments stand between the last node and the content, and belong to neither. */
  get hasLooseComments(): boolean {
    return this.firstLoose < this.comments.length;
  }

  /** Whether one of the comments before the content is no deeper than a column. */
  hasCommentWithin(column: number): boolean {
    for (let i = 0; i < this.comments.length; i += 2) {
      if ((this.comments[i] ?? 0) <= column) {
        return true;
      }
    }
    return false;
  }

  /** Whether the character at an offset is white space, a line break or the end of the text. */
  isEmptyAt(offset: number): boolean {
    if (offset >= this.text.length) {
      return true;
    }
    const char = this.text.charCodeAt(offset);
    return char === SPACE || char === LF || char === CR;
  }

  /** Whether a `-` that makes a list item stands at the place. */
  atDash(): boolean {
    return this.text.charCodeAt(this.pos) === DASH && this.isEmptyAt(this.pos + 1);
  }

  skipSpaces(): void {
    while (this.text.charCodeAt(this.pos) === SPACE) {
      this.pos++;
    }
  }

  /** Whether nothing but a comment stands on the rest of the line. */
  atLineEnd(): boolean {
    if (this.pos >= this.text.length) {
      return true;
    }
    const char = this.text.charCodeAt(this.pos);
    return char === LF || char === CR || char === HASH;
  }

  /**
   * Goes to the start of the next line. Only spaces and a comment may be passed.
   *
   * @returns whether there was a comment
   */
  endLine(): boolean {
    this.skipSpaces();
    const commented = this.text.charCodeAt(this.pos) === HASH;
    if (commented) {
      // A space sets a comment off. In flow mappings some may not even start their line.
      if (this.text.charCodeAt(this.pos - 1) !== SPACE) {
        refuse();
      }
      this.skipComment();
    } else {
      this.skipBreak();
    }
    return commented;
  }

  /** Goes to content in a column, on the line after that of the node that was read last. */
  toEntry(lineStart: number, column: number): void {
    this.pos = lineStart + column;
    this.lineStart = lineStart;
    this.column = column;
    this.reach = lineStart;
    this.forgetComments();
  }

  /**
   * Passes blank lines and comments; the place must be the start of a line.
   *
   * @param markerMayFollow whether the content may be `---` or `...`
   */
  toContent(markerMayFollow = false): void {
    this.forgetComments();
    for (;;) {
      this.lineStart = this.pos;
      this.skipSpaces();
      if (this.pos >= this.text.length) {
        this.column = -1;
        return;
      }
      const char = this.text.charCodeAt(this.pos);
      if (char === HASH) {
        const column = this.pos - this.lineStart;
        this.skipComment();
        this.comments.push(column, this.pos);
      } else if (char === LF || char === CR) {
        this.skipBreak();
      } else {
        this.column = this.pos - this.lineStart;
        if (!markerMayFollow && this.column === 0 && (char === DASH || char === DOT)) {
          this.refuseMarker(char);
        }
        return;
      }
    }
  }

  /**
   * Gives a scalar or flow collection that ended on the line before the comments their due:
   * `yaml` counts those below it, indented deeper than the collection it stands in, as its own.
   *
   * @param indent the column of the collection
   * @param lineEnd where the line after the node's last one starts
   */
  reachOwnComments(indent: number, lineEnd: number): void {
    this.reach = lineEnd;
    for (let i = 0; i < this.comments.length && (this.comments[i] ?? 0) > indent; i += 2) {
      this.reach = this.comments[i + 1] ?? 0;
      this.firstLoose = i + 2;
    }
  }

  /**
   * An absent value reaches to where its key's or dash's line leaves room for it, or to the next
   * content if a comment stands in between.
   */
  reachNothing(at: number, commented: boolean): void {
    this.reach = commented || this.comments.length > 0 ? this.pos : at;
    this.firstLoose = this.comments.length;
  }

  /**
   * A collection ends. Loose comments belong to what comes next, unless one of them is indented
   * as deep as the collection: then the collection takes them all, up to the next content.
   */
  closeCollection(indent: number): void {
    if (indent === 0) {
      return;
    }
    for (let i = this.firstLoose; i < this.comments.length; i += 2) {
      if ((this.comments[i] ?? 0) >= indent) {
        this.reach = this.pos;
        this.firstLoose = this.comments.length;
        return;
      }
    }
  }

  enter(): void {
    if (++this.depth > MAX_YAML_DEPTH) {
      refuse();
    }
  }

  leave(): void {
    this.depth--;
  }

  foundScalar(kind: number, start: number, end: number, text: string | null): void {
    this.scalarKind = kind;
    this.scalarStart = start;
    this.scalarEnd = end;
    this.scalarText = text;
  }

  addScalar(): void {
    this.tape.addScalar(this.scalarKind, this.scalarStart, this.scalarEnd, this.scalarText);
  }

  /**
   * If a known key stands here, puts it on the tape as one of the mapping that was opened last, and
   * passes it with its colon.
   */
  passKnownKey(): boolean {
    const known = this.tape.knownKeys;
    const key = known.at(this.text, this.pos);
    if (key < 0) {
      return false;
    }
    const end = this.pos + known.length(key);
    this.keys.addKnown(known.word(key), known.bit(key));
    this.tape.addKnownKey(key, this.pos, end);
    this.pos = end + 1;
    return true;
  }

  /** Puts the scalar on the tape as a key of the mapping that was opened last. */
  addKey(): void {
    const word = this.scalarText ?? this.scalarWord();
    const isPlain = this.scalarKind !== QUOTED;
    if (isPlain) {
      this.tape.knownKeys.learn(word);
    }
    this.keys.add(word, this.scalarEnd - this.scalarStart, isPlain);
    this.tape.addScalar(this.scalarKind, this.scalarStart, this.scalarEnd, word);
  }

  private forgetComments(): void {
    if (this.comments.length > 0) {
      this.comments.length = 0;
      this.firstLoose = 0;
    }
  }

  private scalarWord(): string {
    const quote = this.scalarKind === QUOTED ? 1 : 0;
    return internedSlice(this.text, this.scalarStart + quote, this.scalarEnd - quote);
  }

  private skipComment(): void {
    const lineEnd = this.text.indexOf('\n', this.pos);
    this.pos = lineEnd < 0 ? this.text.length : lineEnd + 1;
  }

  /** Passes a line break, if the text does not end here. A lone CR is left to the parser. */
  private skipBreak(): void {
    const { text, pos } = this;
    if (pos >= text.length) {
      return;
    }
    if (text.charCodeAt(pos) === LF) {
      this.pos++;
    } else if (text.charCodeAt(pos) === CR && text.charCodeAt(pos + 1) === LF) {
      this.pos += 2;
    } else {
      refuse();
    }
  }

  /** `---` and `...` begin and end documents. */
  private refuseMarker(char: number): void {
    const { text, pos } = this;
    if (text.charCodeAt(pos + 1) === char && text.charCodeAt(pos + 2) === char) {
      refuse();
    }
  }
}
