import { Transform, type TransformCallback } from 'node:stream';

/** No header of the protocol comes near this, in bytes. */
const LONGEST_HEADERS = 1000;

/** Nor any message near this, in bytes. */
const LONGEST_MESSAGE = 256_000_000;

/**
 * Passes a stream of messages on, and fails at the first header that is none of the Language Server
 * Protocol's. `vscode-jsonrpc` waits for the rest of such a header, and so for ever.
 */
export class MessageHeaders extends Transform {
  private headers = '';
  /** Bytes of the present message that are still to come. */
  private rest = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      for (let at = 0; at < chunk.length;) {
        at = this.rest > 0 ? this.passBody(chunk, at) : this.readHeaders(chunk, at);
      }
      done(null, chunk);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private passBody(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + this.rest);
    this.rest -= end - at;
    return end;
  }

  /** Reads a line at a time, so that a client that speaks something else is told apart at once. */
  private readHeaders(chunk: Buffer, at: number): number {
    const lineEnd = chunk.indexOf('\n', at);
    const end = lineEnd < 0 ? chunk.length : lineEnd + 1;
    this.headers += chunk.toString('latin1', at, end);
    if (this.headers.length > LONGEST_HEADERS) {
      throw new Error('The headers of a message have no end.');
    }
    if (lineEnd >= 0) {
      this.readLine();
    }
    return end;
  }

  private readLine(): void {
    const lines = this.headers.split('\r\n');
    const line = lines.at(-2) ?? '';
    if (!this.headers.endsWith('\r\n') || (line !== '' && !/^[\w-]+:/.test(line))) {
      throw new Error(`This is no header of a message: ${JSON.stringify(line || this.headers)}`);
    }
    if (line === '') {
      this.rest = contentLength(this.headers);
      this.headers = '';
    }
  }
}

function contentLength(headers: string): number {
  const length = /^content-length: *(\d+)\r$/im.exec(headers)?.[1];
  if (length === undefined || Number(length) > LONGEST_MESSAGE) {
    throw new Error(`The headers state no length of a message: ${JSON.stringify(headers)}`);
  }
  return Number(length);
}
