import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';
import { root } from '../../l10n/files.js';

type SmallPng = (file: Buffer, most?: number) => Buffer;
type SelfContained = (
  markdown: string,
  options: { folder: string; repository: string; room: number },
) => { text: string; leftOut: string[] };

/** The build's scripts are plain JavaScript. */
async function script(name: string): Promise<Readonly<Record<string, unknown>>> {
  const address = pathToFileURL(path.join(root, 'scripts', name)).href;
  return (await import(address)) as Record<string, unknown>;
}

const { smallPng } = (await script('smallPng.js')) as { smallPng: SmallPng };
const { selfContained } = (await script('packageReadme.js')) as { selfContained: SelfContained };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Without its checksum, which nobody looks at here. */
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const result = Buffer.alloc(body.length + 8);
  result.writeUInt32BE(data.length, 0);
  body.copy(result, 4);
  return result;
}

/** A picture of 24 bits, each line filtered in another way; noise keeps it larger than a palette. */
function picture(width: number, pixels: readonly (readonly [number, number, number])[]): Buffer {
  const height = pixels.length / width;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const stride = 3 * width;
  const raw = Uint8Array.from(pixels.flat());
  const lines = Buffer.alloc(height * (stride + 1));
  const at = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : raw[y * stride + x]!);
  for (let y = 0; y < height; y++) {
    const filter = y % 5;
    lines[y * (stride + 1)] = filter;
    for (let x = 0; x < stride; x++) {
      const [left, above] = [at(x - 3, y), at(x, y - 1)];
      const corner = x < 3 ? 0 : at(x - 3, y - 1);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]!;
      lines[y * (stride + 1) + 1 + x] = at(x, y) - guess;
    }
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function paeth(left: number, above: number, corner: number): number {
  const distances = [left, above, corner].map((value) => Math.abs(left + above - corner - value));
  return [left, above, corner][distances.indexOf(Math.min(...distances))]!;
}

/** The colours of a picture with a palette, pixel by pixel. */
function colours(file: Buffer, width: number): number[][] {
  const palette = dataOf(file, 'PLTE');
  const lines = inflateSync(dataOf(file, 'IDAT'));
  return [...lines]
    .filter((_, index) => index % (width + 1) > 0)
    .map((index) => [...palette.subarray(3 * index, 3 * index + 3)]);
}

function dataOf(file: Buffer, name: string): Buffer {
  const start = file.indexOf(name, 0, 'latin1');
  return file.subarray(start + 4, start + 4 + file.readUInt32BE(start - 4));
}

describe('a picture with a palette', () => {
  const some = [
    [255, 255, 255],
    [0, 0, 0],
    [200, 30, 30],
    [20, 90, 200],
    [21, 91, 199],
  ] as const;
  const width = 100;
  const pixels = Array.from(
    { length: width * 50 },
    (_, index) => some[(index * 3 + (index >> 4)) % 5]!,
  );

  it('is the same picture where it has few colours, and smaller', () => {
    const large = picture(width, pixels);
    const small = smallPng(large);
    assert.ok(small.length < large.length);
    assert.deepEqual(
      colours(small, width),
      pixels.map((pixel) => [...pixel]),
    );
  });

  it('puts colours together that are alike, where it has many', () => {
    const kept = new Set(colours(smallPng(picture(width, pixels), 4), width).map(String));
    assert.equal(kept.size, 4);
    assert.ok(kept.has('255,255,255') && kept.has('200,30,30'));
  });

  it('is left alone where it is another kind of file', () => {
    const hover = readFileSync(path.join(root, 'docs/images/hover.png'));
    assert.equal(smallPng(smallPng(hover)).equals(smallPng(hover)), true);
    const other = Buffer.from('no picture at all');
    assert.equal(smallPng(other), other);
  });
});

describe('a page in the package', () => {
  const repository = 'https://example.org/here';
  const markdown = '![One](docs/images/hover.png) [a](docs/ci.md) [b](https://x.org) [c](#d)';

  it('has its pictures in it, and nothing relative', () => {
    const { text, leftOut } = selfContained(markdown, { folder: root, repository, room: 1e6 });
    assert.match(text, /^!\[One\]\(data:image\/png;base64,[\w+/=]+\) /u);
    assert.ok(text.endsWith(`[a](${repository}/blob/HEAD/docs/ci.md) [b](https://x.org) [c](#d)`));
    assert.deepEqual(leftOut, []);
  });

  it('links to a picture that it has no room for, and says so', () => {
    const { text, leftOut } = selfContained(markdown, { folder: root, repository, room: 1000 });
    assert.ok(text.startsWith(`[Picture: One](${repository}/blob/HEAD/docs/images/hover.png)`));
    assert.deepEqual(leftOut, ['docs/images/hover.png']);
  });
});
