import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FeatureContext } from '../../../server/src/features/context.js';
import { prepareRename } from '../../../server/src/features/rename.js';
import { scalarsByStart, yamlOf } from '../../../server/src/features/rename/idPlaces.js';
import { isSlug } from '../../../server/src/text/slug.js';
import { pool } from '../corpus/pool.js';
import { topicPool } from '../corpus/topicPool.js';
import { uriOf, type Files } from '../rules/world.js';
import { contextOf, LIMIT } from './fixing.js';
import { renamed } from './renaming.js';

/* Laws of renaming, whatever the corpus: nothing but the name is another, and there is a way back. */

const folder = join(import.meta.dirname, '../../../../seeds');

const seeds: Files = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

const NEW_ID = 'zz-new-id';

interface IdPlace {
  readonly name: string;
  readonly offset: number;
  readonly id: string;
}

/** Every place from which something can be renamed, and renamed back. */
function renamablePlaces(files: Files, context: FeatureContext): readonly IdPlace[] {
  return Object.keys(files).flatMap((name) => {
    const yaml = yamlOf(context.corpus, uriOf(name));
    return [...(yaml === undefined ? [] : scalarsByStart(yaml).values())].flatMap(({ scalar }) => {
      const offset = scalar.span.end - (scalar.style === 'plain' ? 0 : 1);
      const prepared = prepareRename(context, uriOf(name), offset);
      return 'refused' in prepared || !isSlug(prepared.placeholder)
        ? []
        : [{ name, offset, id: prepared.placeholder }];
    });
  });
}

/** What is found, and for what is unknown the message too, but for the id in question. */
function findings({ checker }: FeatureContext, id: string): readonly string[] {
  const anonymous = (message: string): string =>
    [id, NEW_ID].reduce((text, name) => text.replaceAll(`\`${name}\``, '`ID`'), message);
  return checker
    .all()
    .map(({ code, uri, message }) =>
      code === 'unknown-reference'
        ? `${uri} ${anonymous(message).replace(/ Did you mean .*/, '')}`
        : `${uri} ${code}`,
    )
    .sort();
}

/** @returns whether anything was renamed */
function assertLaws(files: Files, pick: number): boolean {
  const context = contextOf(files);
  const places = renamablePlaces(files, context);
  const place = places[pick % places.length];
  if (place === undefined) {
    return false;
  }
  const after = renamed(files, place.name, place.offset, NEW_ID, context);
  if (typeof after === 'string') {
    assert.match(after, /YAML alias|cannot be read/);
    return false;
  }
  const then = contextOf(after);
  assert.deepEqual(findings(then, place.id), findings(context, place.id), JSON.stringify(place));
  const back = renamablePlaces(after, then).find(({ id }) => id === NEW_ID);
  assert.ok(back, `${place.id} can be renamed again`);
  assert.deepEqual(renamed(after, back.name, back.offset, place.id, then), files);
  return true;
}

/** One version of each file, or none. */
function versionsOf(versions: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<Files> {
  const names = Object.keys(versions);
  return fc
    .tuple(...names.map((name) => fc.nat({ max: versions[name]?.length ?? 0 })))
    .map((picks) =>
      Object.fromEntries(
        names.flatMap((name, index) => {
          const text = versions[name]?.[picks[index] ?? 0];
          return text === undefined ? [] : [[name, text]];
        }),
      ),
    );
}

describe('every rename', function () {
  this.timeout(LIMIT);

  it('of the sample corpus leaves the findings, and can be taken back to the letter', () => {
    let done = 0;
    fc.assert(
      fc.property(fc.nat(), (pick) => {
        done += assertLaws(seeds, pick) ? 1 : 0;
      }),
      { numRuns: 3 },
    );
    assert.equal(done, 3);
  });

  for (const [what, versions] of Object.entries({ links: pool, topics: topicPool })) {
    it(`does so in a tangle of ${what}`, () => {
      let done = 0;
      fc.assert(
        fc.property(versionsOf(versions), fc.nat(), (files, pick) => {
          done += assertLaws(files, pick) ? 1 : 0;
        }),
        { numRuns: 60 },
      );
      assert.ok(done > 25, `${done} were renamed`);
    });
  }
});
