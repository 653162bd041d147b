import assert from 'node:assert/strict';
import { differing, missing, toPaste, unused } from '../../l10n/faults.js';
import {
  clientSources,
  clientTexts,
  manifestTexts as files,
  readManifest,
  readTexts,
} from '../../l10n/files.js';
import { keyIn, manifestTexts } from '../../l10n/manifestTexts.js';
import { textsOf } from '../../l10n/sourceTexts.js';

const howTo = 'Run `npm run l10n` (CONTRIBUTING.md, “Add a string”)';

/** Fails where a translation lacks something, has too much, or does not keep what it must. */
function assertComplete(file: string, english: ReadonlyMap<string, string>): void {
  const german = readTexts(file);
  const lacking = missing(english, german);
  assert.equal(lacking.size, 0, `${howTo}. ${file} lacks:\n\n${toPaste(lacking)}\n`);
  assert.deepEqual(unused(english, german), [], `${howTo}. ${file} translates what is gone`);
  assert.deepEqual(differing(english, german), [], `${file}: places, code or links differ`);
  const familiar = [...german].filter(([, text]) =>
    /(?<!\p{L})(du|dein\w*|dir|dich)(?!\p{L})/iu.test(text),
  );
  assert.deepEqual(familiar, [], `${file} says “Sie”`);
  const empty = [...german].filter(([, text]) => text.trim() === '').map(([key]) => key);
  assert.deepEqual(empty, [], `${file}: nothing is said`);
}

describe('the texts of package.json', () => {
  const texts = manifestTexts(readManifest() as object);

  it('stand in package.nls.json, all of them and no others', () => {
    const bare = texts.filter(({ text }) => keyIn(text) === undefined);
    const toMove = new Map(bare.map(({ key, text }) => [key, text]));
    assert.equal(bare.length, 0, `${howTo}. In package.json itself:\n\n${toPaste(toMove)}\n`);
    const keys = new Set(texts.map(({ text }) => keyIn(text)));
    assert.deepEqual([...readTexts(files.english).keys()].sort(), [...keys].sort());
    assert.ok(keys.size > 30);
  });

  it('are all translated', () => {
    assertComplete(files.german, readTexts(files.english));
  });
});

describe('the texts of the client', () => {
  const texts = [...clientSources()].map(([file, source]) => textsOf(file, source));

  it('all go through l10n.t', () => {
    const bare = texts
      .flatMap((text) => text.bare)
      .map(({ file, line, text }) => `${file}:${line}  ${text}`);
    assert.deepEqual(bare, [], 'Put them into l10n.t(…), or mark the line with // not shown');
  });

  it('are all translated', () => {
    const used = texts.flatMap(({ translated }) => translated.map(({ text }) => text));
    assert.ok(used.length > 40);
    assertComplete(clientTexts, new Map(used.map((text) => [text, text])));
  });
});
