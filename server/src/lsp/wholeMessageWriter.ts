import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-jsonrpc/node';

/**
 * Writes each message at once and in one piece, and all messages of one turn in one go. The writer of
 * `vscode-jsonrpc` writes headers and body apart and lets a turn pass before each message: then an answer waits
 * for whatever else is done in that turn, and a client wakes up several times for what belongs together.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  private failures = 0;
  private isGathering = false;

  /** @param output where the messages go */
  constructor(private readonly output: Writable) {
    super();
    output.on('error', (error: Error) => {
      this.fireError(error);
    });
    output.on('close', () => {
      this.fireClose();
    });
  }

  /**
   * Settles once the message has left.
   * @throws what keeps it from leaving, or from being put into JSON
   */
  async write(message: Message): Promise<void> {
    try {
      const body = JSON.stringify(message);
      this.gather();
      await this.leave(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      this.failures = 0;
    } catch (error) {
      this.fireError(error, message, ++this.failures);
      throw error;
    }
  }

  /** What is written until the end of this turn goes together. */
  private gather(): void {
    if (!this.isGathering) {
      this.isGathering = true;
      this.output.cork();
      process.nextTick(() => {
        this.isGathering = false;
        this.output.uncork();
      });
    }
  }

  private leave(whole: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.output.write(whole, 'utf8', (error) => {
        if (error) {
          reject(error);
        } else {
          resolve();
        }
      });
    });
  }

  end(): void {
    this.output.end();
  }
}
