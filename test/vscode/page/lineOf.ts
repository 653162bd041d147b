import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The number, from 1, of the first line of a file that holds some text. */
export function lineOf(folder: string, file: string, text: string): number {
  const lines = readFileSync(path.join(folder, file), 'utf8').split('\n');
  const index = lines.findIndex((line) => line.includes(text));
  assert.ok(index >= 0, `${file} does not contain “${text}”`);
  return index + 1;
}
