import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asciiOf, lookAtPlain, textOf } from '../../../server/src/lsp/plainFile.js';

const ROOM = 64 * 1024;

describe('a plain file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-facts-'));
  const file = join(folder, 'a.md');
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const contents: Readonly<Record<string, Buffer>> = {
    nothing: Buffer.alloc(0),
    ASCII: Buffer.from('one\r\ntwo\0'),
    'letters of Western Europe': Buffer.from('Zürich, São Paulo'),
    'other letters': Buffer.from('“Łódź” – 東京 𝟚'),
    'a byte order mark': Buffer.from('\uFEFFone'),
    'two byte order marks': Buffer.from('\uFEFF\uFEFFone'),
    'nothing but a byte order mark': Buffer.from('\uFEFF'),
    'half a byte order mark': Buffer.from([0xef, 0xbb, 0x61]),
    'a byte order mark inside': Buffer.from('a\uFEFFb'),
    'bytes that are no UTF-8': Buffer.from([
      0x61, 0xff, 0xc3, 0x0a, 0xe2, 0x82, 0xed, 0xa0, 0x80, 0xc0, 0x80,
    ]),
    'UTF-16': Buffer.from('\uFEFFone', 'utf16le'),
    'as much as there is room for': Buffer.alloc(ROOM, 'é'),
    'a little less than there is room for': Buffer.alloc(ROOM - 1, 'é'),
    'a little more than there is room for': Buffer.alloc(ROOM + 1, '€'),
    'much more than there is room for': Buffer.alloc(3 * ROOM + 2, '𝟚'),
  };
  for (const [what, bytes] of Object.entries(contents)) {
    it(`is read as Node reads it, without a byte order mark: ${what}`, () => {
      writeFileSync(file, bytes);
      assert.equal(textOf(file), readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
      assert.equal(asciiOf(file), bytes.toString('latin1'));
    });
  }

  it('is read without what was read before it', () => {
    writeFileSync(file, 'a long text');
    const before = textOf(file);
    writeFileSync(file, 'short');
    assert.equal(textOf(file), 'short');
    assert.equal(before, 'a long text');
  });

  it('is none where there is a folder or a link', () => {
    const link = join(folder, 'link.md');
    writeFileSync(file, 'text');
    symlinkSync(file, link);
    mkdirSync(join(folder, 'folder.md'));
    assert.equal(lookAtPlain(file)?.size, 4);
    assert.equal(lookAtPlain(link), null);
    assert.equal(lookAtPlain(join(folder, 'folder.md')), null);
    assert.throws(() => lookAtPlain(join(folder, 'none.md')), { code: 'ENOENT' });
    if (process.platform !== 'win32') {
      assert.throws(() => textOf(link), { code: 'ELOOP' });
    }
  });

  it('is none where there is a pipe, which nobody waits for', function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const pipe = join(folder, 'pipe.md');
    execFileSync('mkfifo', [pipe]);
    assert.equal(lookAtPlain(pipe), null);
    assert.equal(textOf(pipe), '');
  });
});
