import { Writable } from 'node:stream';

const HEADERS_END = Buffer.from('\r\n\r\n');

type Written = (error?: Error | null) => void;

/**
 * Writes each message in one go. `vscode-jsonrpc` writes the headers, waits, and writes the rest: two calls of
 * the system for each answer, and a client that wakes up twice.
 */
export class MessageOutput extends Writable {
  private headers: Buffer | null = null;

  /** @param output where the messages go; when it fails, this stream does */
  constructor(private readonly output: NodeJS.WritableStream) {
    super();
    output.on('error', (error: Error) => {
      this.destroy(error);
    });
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, written: Written): void {
    if (this.headers === null && chunk.subarray(-HEADERS_END.length).equals(HEADERS_END)) {
      this.headers = chunk;
      written();
      return;
    }
    const whole = this.headers === null ? chunk : Buffer.concat([this.headers, chunk]);
    this.headers = null;
    this.output.write(whole, written);
  }
}
