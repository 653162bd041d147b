import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, type Pseudoterminal } from 'vscode';

/**
 * Runs the command line in a terminal of the extension's own, by the editor's own Node. That needs no
 * shell and nothing installed, and lines are not broken at the edge of the window, so that a
 * problem matcher reads them whole.
 */
export class CheckTerminal implements Pseudoterminal {
  private readonly written = new EventEmitter<string>();
  private readonly closed = new EventEmitter<number>();
  private child: ChildProcess | undefined;

  readonly onDidWrite = this.written.event;
  readonly onDidClose = this.closed.event;

  /** @param args the program first */
  constructor(
    private readonly args: readonly string[],
    private readonly cwd: string,
  ) {}

  /** Called by VS Code when the terminal is there. */
  open(): void {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', FORCE_COLOR: '1' };
    const child = spawn(process.execPath, this.args, { cwd: this.cwd, env, stdio: 'pipe' });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        this.written.fire(text.replace(/\r?\n/g, '\r\n'));
      });
    }
    child.once('error', ({ message }) => {
      this.written.fire(`${message}\r\n`);
      this.closed.fire(2);
    });
    // A signal is no success.
    child.once('close', (code) => {
      this.closed.fire(code ?? 2);
    });
  }

  /** Called by VS Code when the terminal is closed: the check is no longer wanted. */
  close(): void {
    this.child?.kill();
  }
}
