import assert from 'node:assert/strict';
import { prepareRename, provideRename } from '../../../server/src/features/rename.js';
import { LineIndex } from '../../../server/src/text/lineIndex.js';
import { uriOf, type Files } from '../rules/world.js';
import { applied, contextOf } from './fixing.js';

/* Renaming as a user does. Files mark what is to change: `subject: «pct»`. */

const mark = /«([^»]*)»/g;

export function unmarked(files: Files): Files {
  return mapped(files, (text) => text.replace(mark, '$1'));
}

export function marksReplaced(files: Files, by: string): Files {
  return mapped(files, (text) => text.replace(mark, by));
}

export function mapped(files: Files, change: (text: string) => string): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, change(text)]));
}

/** The files after a rename at an offset, or the words in which it is refused. */
export function renamed(
  files: Files,
  name: string,
  offset: number,
  newId: string,
  context = contextOf(files),
): Files | string {
  const answer = provideRename(context, uriOf(name), offset, newId);
  return 'refused' in answer ? answer.refused : applied(files, { title: '', edit: answer });
}

/** The words in which a rename of what stands at the first «mark» is refused. */
export function refusalOf(marked: Files, newId: string): string {
  const [place] = placesIn(marked);
  assert.ok(place);
  const after = renamed(unmarked(marked), place.name, place.start, newId);
  assert.ok(typeof after === 'string', 'it is renamed');
  return after;
}

/** Renames from every marked place in turn: all marked places change, and nothing else. */
export function assertRenamed(marked: Files, newId: string): void {
  const files = unmarked(marked);
  const expected = marksReplaced(marked, newId);
  const context = contextOf(files);
  const places = placesIn(marked);
  assert.ok(places.length > 0);
  for (const { name, start, id } of places) {
    for (const offset of [start, start + id.length]) {
      const where = `${name} at ${offset}`;
      const prepared = prepareRename(context, uriOf(name), offset);
      assert.ok(!('refused' in prepared), `${where}: ${JSON.stringify(prepared)}`);
      assert.equal(prepared.placeholder, id, where);
      const lines = new LineIndex(files[name] ?? '');
      assert.equal(lines.offsetAt(prepared.range.start), start, where);
      assert.equal(lines.offsetAt(prepared.range.end), start + id.length, where);
      assert.deepEqual(renamed(files, name, offset, newId, context), expected, where);
    }
  }
}

interface MarkedPlace {
  readonly name: string;
  /** In the text without marks. */
  readonly start: number;
  readonly id: string;
}

function placesIn(marked: Files): readonly MarkedPlace[] {
  return Object.entries(marked).flatMap(([name, text]) =>
    [...text.matchAll(mark)].map((match, index) => {
      return { name, start: match.index - 2 * index, id: match[1] ?? '' };
    }),
  );
}
