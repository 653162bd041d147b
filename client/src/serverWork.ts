import { type Disposable, EventEmitter } from 'vscode';
import type { HandleWorkDoneProgressSignature, Middleware } from 'vscode-languageclient/node';

/** What the server says it is doing (indexing, checking), as it reports progress. */
export class ServerWork implements Disposable {
  private readonly running = new Map<string | number, { title: string; message?: string }>();
  private readonly changed = new EventEmitter<void>();

  /** Fires when `current` may have changed. */
  readonly onDidChange = this.changed.event;

  /** The latest work that has not ended, in words; undefined when the server is idle. */
  get current(): string | undefined {
    return [...this.running.values()].at(-1)?.title;
  }

  /** How far it has come, as the server says it: `300 of 2000 files`; undefined where it says nothing. */
  get progress(): string | undefined {
    return [...this.running.values()].at(-1)?.message;
  }

  /** Forgets all: a server that is gone ends nothing. */
  clear(): void {
    this.running.clear();
    this.changed.fire();
  }

  /** Listens to the server's progress and passes it on. */
  readonly middleware: Pick<Middleware, 'handleWorkDoneProgress'> = {
    handleWorkDoneProgress: (token, params, next: HandleWorkDoneProgressSignature) => {
      const known = this.running.get(token);
      if (params.kind === 'begin') this.running.set(token, { title: params.title });
      else if (params.kind === 'end') this.running.delete(token);
      else if (known !== undefined && params.message !== undefined) known.message = params.message;
      this.changed.fire();
      next(token, params);
    },
  };

  dispose(): void {
    this.changed.dispose();
  }
}
