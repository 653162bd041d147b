import {
  ErrorCodes,
  Message,
  type DataCallback,
  type Disposable,
  type Event,
  type MessageReader,
  type MessageWriter,
  type PartialMessageInfo,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-jsonrpc/node';

/**
 * Enforces the order of life of a language server, which `vscode-languageserver` leaves to its
 * clients: a request before `initialize` gets −32002, a second `initialize` and any request after
 * `shutdown` −32600; notifications out of order are dropped, but for `exit`.
 */
export class LifecycleReader implements MessageReader {
  private state: 'created' | 'initialized' | 'shut-down' = 'created';

  constructor(
    private readonly inner: MessageReader,
    private readonly writer: MessageWriter,
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
      if (this.admits(message)) {
        callback(message);
      }
    });
  }

  dispose(): void {
    this.inner.dispose();
  }

  private admits(message: Message): boolean {
    if (Message.isNotification(message)) {
      return message.method === 'exit' || this.state === 'initialized';
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
