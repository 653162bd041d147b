import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../rules/world.js';

/** The sample corpus. */
export function seedFiles(): Files {
  const folder = join(process.cwd(), 'seeds');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}
