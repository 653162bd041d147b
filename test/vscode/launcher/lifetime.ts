import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

/** Turns the signals that end a program into an ordinary exit, so that exit handlers run. */
export function exitOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      process.exit(128 + constants.signals[signal]);
    });
  }
}

/** Ends this process after a number of seconds, whatever it is waiting for. */
export function exitAfter(seconds: number, code: number): void {
  setTimeout(() => {
    console.error(`Not finished after ${seconds} s: giving up.`);
    process.exit(code);
  }, seconds * 1000).unref();
}

/** Kills a child that leads a process group, and with it all that it started, when we end. */
export function dieTogether(child: ChildProcess): void {
  const kill = (): void => {
    if (child.pid === undefined) return;
    try {
      if (process.platform === 'win32') child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The whole group has ended by itself.
    }
  };
  // Before the handlers that clear up behind the child.
  process.prependOnceListener('exit', kill);
}
