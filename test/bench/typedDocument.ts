import { readFileSync } from 'node:fs';
import { URI } from 'vscode-uri';
import { positionAt } from '../protocol/markers.js';
import type { Position } from 'vscode-languageserver/node';
import type { TimedServer } from './timedServer.js';

/** A document that is open in an editor and typed in. */
export class TypedDocument {
  readonly uri: string;
  text: string;
  version = 1;

  constructor(
    private readonly server: TimedServer,
    path: string,
    languageId: string,
  ) {
    this.uri = URI.file(path).toString();
    this.text = readFileSync(path, 'utf8');
    const { uri, text, version } = this;
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Where words stand, a number of characters into them. A line may break between them. */
  positionOf(words: string, into = 0): Position {
    return positionAt(this.text, this.offsetOf(words) + into);
  }

  private offsetOf(words: string): number {
    const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    const offset = this.text.search(new RegExp(pattern));
    if (offset < 0) {
      throw new Error(`"${words}" is not in ${this.uri}`);
    }
    return offset;
  }

  /**
   * Replaces the words by others, as one key does.
   * @returns when it was sent, by `performance.now()`
   */
  replace(words: string, by: string): number {
    const offset = this.offsetOf(words);
    const start = positionAt(this.text, offset);
    const end = { line: start.line, character: start.character + words.length };
    this.text = this.text.slice(0, offset) + by + this.text.slice(offset + words.length);
    const { uri } = this;
    const sent = performance.now();
    this.server.notify('textDocument/didChange', {
      textDocument: { uri, version: ++this.version },
      contentChanges: [{ range: { start, end }, text: by }],
    });
    return sent;
  }

  /** The whole text anew, for a server that takes nothing less. */
  replaceWhole(words: string, by: string): number {
    this.text = this.text.replace(words, () => by);
    const { uri, text } = this;
    const sent = performance.now();
    this.server.notify('textDocument/didChange', {
      textDocument: { uri, version: ++this.version },
      contentChanges: [{ text }],
    });
    return sent;
  }
}
