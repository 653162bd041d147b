import {
  ErrorCodes,
  Message,
  type DataCallback,
  type Disposable,
  type Event,
  type MessageReader,
  type MessageWriter,
  type NotificationMessage,
  type PartialMessageInfo,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-jsonrpc/node';
import { nextTurn } from './nextTurn.js';

/** How long answers are waited for before the process ends, in milliseconds. */
const LONGEST_FAREWELL = 1000;

/**
 * Enforces the order of life of a language server, which `vscode-languageserver` leaves to its
 * clients: a request before `initialize` gets −32002, a second `initialize` and any request after
 * `shutdown` −32600; notifications out of order are dropped, but for `exit`.
 */
export class LifecycleReader implements MessageReader {
  private state: 'created' | 'initialized' | 'shut-down' = 'created';

  constructor(
    private readonly inner: MessageReader,
    private readonly writer: LifecycleWriter,
  ) {}

  /** True once the client has asked to shut down: the process then ends without fault. */
  get wasShutDown(): boolean {
    return this.state === 'shut-down';
  }

  get onError(): Event<Error> {
    return this.inner.onError;
  }

  get onClose(): Event<void> {
    return this.inner.onClose;
  }

  get onPartialMessage(): Event<PartialMessageInfo> {
    return this.inner.onPartialMessage;
  }

  listen(callback: DataCallback): Disposable {
    return this.inner.listen((message) => {
      if (isExit(message)) {
        const answers = this.wasShutDown ? this.farewell() : Promise.resolve();
        void answers.then(() => {
          callback(message);
        });
      } else if (this.admits(message)) {
        if (Message.isRequest(message)) {
          this.writer.expect(message.id);
        }
        callback(message);
      }
    });
  }

  /**
   * Settles when all that the client has asked so far is answered: the process must not end before.
   * What takes long is not waited for.
   */
  async farewell(): Promise<void> {
    await nextTurn(); // the last messages may be on their way
    await nextTurn();
    await Promise.race([this.writer.allAnswered(), delay(LONGEST_FAREWELL)]);
  }

  dispose(): void {
    this.inner.dispose();
  }

  private admits(message: Message): boolean {
    if (Message.isNotification(message)) {
      return this.state === 'initialized';
    }
    if (!Message.isRequest(message)) {
      return true;
    }
    switch (this.state) {
      case 'created':
        if (message.method === 'initialize') {
          this.state = 'initialized';
          return true;
        }
        return this.refuse(
          message,
          ErrorCodes.ServerNotInitialized,
          'The server is not initialized yet.',
        );
      case 'initialized':
        if (message.method === 'initialize') {
          return this.refuse(
            message,
            ErrorCodes.InvalidRequest,
            'The server is initialized already.',
          );
        }
        if (message.method === 'shutdown') {
          this.state = 'shut-down';
        }
        return true;
      case 'shut-down':
        return this.refuse(message, ErrorCodes.InvalidRequest, 'The server is shut down.');
    }
  }

  private refuse(request: RequestMessage, code: number, message: string): false {
    const response: ResponseMessage = { jsonrpc: '2.0', id: request.id, error: { code, message } };
    void this.writer.write(response);
    return false;
  }
}

function isExit(message: Message): message is NotificationMessage {
  return Message.isNotification(message) && message.method === 'exit';
}

/** Tells when the answers to all requests have left. */
export class LifecycleWriter implements MessageWriter {
  private readonly unanswered = new Set<RequestMessage['id']>();
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly inner: MessageWriter) {}

  /** A request with this id will be answered. */
  expect(id: RequestMessage['id']): void {
    this.unanswered.add(id);
  }

  async allAnswered(): Promise<void> {
    if (this.unanswered.size > 0) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    }
  }

  get onError(): MessageWriter['onError'] {
    return this.inner.onError;
  }

  get onClose(): MessageWriter['onClose'] {
    return this.inner.onClose;
  }

  async write(message: Message): Promise<void> {
    try {
      await this.inner.write(message);
    } finally {
      if (Message.isResponse(message) && message.id !== null) {
        this.unanswered.delete(message.id);
      }
      if (this.unanswered.size === 0) {
        for (const resolve of this.waiting.splice(0)) {
          resolve();
        }
      }
    }
  }

  end(): void {
    this.inner.end();
  }

  dispose(): void {
    this.inner.dispose();
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
