import { existsSync } from 'node:fs';
import path from 'node:path';

/** The project's root: the nearest folder above this file that holds `package.json`. */
export const projectFolder = (() => {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
})();

/** What is downloaded or unpacked once and used again; git-ignored. */
export const cacheFolder = path.join(projectFolder, '.vscode-test');
