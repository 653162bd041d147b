import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';

/**
 * The folder of the package: the nearest above the running program that holds a `package.json`.
 * The program runs from `dist/`, or from `out/server/src/cli/` in the tests.
 */
function packageFolder(): string {
  let folder = __dirname; // esbuild bundles to CommonJS
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}

const folder = packageFolder();

/** The version in `package.json`. */
export function packageVersion(): string {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Where the tool is kept: an address that is printed in reports, and never asked for anything. */
export function packageAddress(): string {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const { repository } = JSON.parse(text) as { repository: { url: string } };
  return repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
}

/** Tells this build from any other, of the same version too: another may read files otherwise. */
export function buildId(): string {
  const { mtimeMs, size } = statSync(__filename);
  return `${packageVersion()} ${mtimeMs} ${size}`;
}

/** The page of a rule as a file, or undefined where there is none. */
export function rulePagePath(code: string): string | undefined {
  const path = join(folder, 'docs', 'rules', `${code}.md`);
  return /^[a-z-]+$/.test(code) && existsSync(path) ? path : undefined;
}

/** Every finding has the address of its page: each is looked for once. */
const uris = new Map<string, string | undefined>();

/** The page of a rule as a URI for an editor. */
export function rulePageUri(code: string): string | undefined {
  if (!uris.has(code)) {
    const path = rulePagePath(code);
    uris.set(code, path === undefined ? undefined : URI.file(path).toString());
  }
  return uris.get(code);
}

/** The text of a rule's page, and its address for those who have not installed the tool. */
export function rulePage(code: string): { readonly page?: string; readonly address: string } {
  const path = rulePagePath(code);
  const address = `${packageAddress()}/blob/main/docs/rules/${code}.md`;
  return path === undefined ? { address } : { page: readFileSync(path, 'utf8'), address };
}
