import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient/node';

/** So many crashes within {@link SOON} are too many: the next start would fare no better. */
export const MOST_CRASHES = 5;
const SOON = 3 * 60 * 1000;

/** The end of a process and that of its connection may be told one after the other: one crash. */
const AT_ONCE = 100;

/** Starts the server again after a crash, until there are too many; then a person decides. */
export class Crashes implements ErrorHandler {
  private times: number[] = [];
  private isAsked = false;

  /** @param giveUp tells that the server is not started again by itself */
  constructor(private readonly giveUp: () => unknown) {}

  /**
   * Whatever cannot be written or read: a server that is dying is told of so before its end is, and to
   * stop the client then would leave it without one. A connection that is lost is closed soon after.
   */
  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    const last = this.times.at(-1);
    if (last !== undefined && now - last < AT_ONCE) {
      return { action: CloseAction.Restart, handled: true };
    }
    this.times = [...this.times.filter((time) => now - time < SOON), now];
    if (this.times.length < MOST_CRASHES) {
      return { action: CloseAction.Restart, handled: true };
    }
    this.giveUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** A person wants the server: what was before is forgotten, and files left out are tried again. */
  forget(): void {
    this.times = [];
    this.isAsked = true;
  }

  /** Whether a person has asked for the start that is about to be. */
  takeAsked(): boolean {
    const { isAsked } = this;
    this.isAsked = false;
    return isAsked;
  }
}
