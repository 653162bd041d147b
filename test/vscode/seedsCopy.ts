import { cpSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './launcher/projectFolder.js';
import { scratchFolder } from './launcher/scratch.js';

/** Copies the sample corpus to a folder that goes when this process ends; tests may change it. */
export function copyOfSeeds(): string {
  const folder = path.join(scratchFolder('policy-facts-seeds'), 'seeds');
  cpSync(path.join(projectFolder, 'seeds'), folder, { recursive: true });
  return folder;
}
