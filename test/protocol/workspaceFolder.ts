import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';

/** Files by their path below the folder, with `/`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder on disk for one test, gone after it. */
export class WorkspaceFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'policy-facts-protocol-')));

  constructor(files: Files = {}) {
    for (const [name, content] of Object.entries(files)) {
      this.write(name, content);
    }
  }

  pathOf(name: string): string {
    return join(this.path, name);
  }

  /** The URI of a file of the folder; a name that is a URI already stays as it is. */
  uriOf(name: string): string {
    return /^[a-z-]{2,}:/i.test(name) ? name : URI.file(this.pathOf(name)).toString();
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.pathOf(name)), { recursive: true });
    writeFileSync(this.pathOf(name), content);
  }

  delete(name: string): void {
    rmSync(this.pathOf(name), { recursive: true });
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
