// Makes a picture of a window small: a PNG of 24 bits a pixel becomes one with a palette of a few
// dozen colours, which is what a window is drawn in. Other pictures come back as they are.
import { Buffer } from 'node:buffer';
import { deflateSync, inflateSync } from 'node:zlib';
import { crc32 } from './crc32.js';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The same picture with at most `most` colours, or the picture itself where that is no smaller. */
export function smallPng(file, most = 48) {
  const picture = decode(file);
  if (picture === undefined) return file;
  const { palette, indexes } = quantise(picture.pixels, most);
  const small = encode(picture, palette, indexes);
  return small.length < file.length ? small : file;
}

/** Width, height and pixels (RGB, one number each); undefined for any other kind of file. */
function decode(file) {
  if (!file.subarray(0, 8).equals(signature)) return undefined;
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const [depth, colour, , , interlaced] = file.subarray(24, 29);
  if (depth !== 8 || colour !== 2 || interlaced !== 0) return undefined;
  const parts = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(file.subarray(at + 8, at + 8 + length));
    }
  }
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(parts)), width, height) };
}

/** Takes back the filter of each line (PNG specification, 9.2). */
function unfiltered(data, width, height) {
  const stride = 3 * width;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const line = new Uint8Array(data.subarray(start + 1, start + 1 + stride));
    for (let x = 0; x < stride; x++) {
      const left = x < 3 ? 0 : line[x - 3];
      const corner = x < 3 ? 0 : above[x - 3];
      line[x] += predicted(data[start], left, above[x], corner);
    }
    for (let x = 0; x < width; x++) {
      pixels[y * width + x] = (line[3 * x] << 16) | (line[3 * x + 1] << 8) | line[3 * x + 2];
    }
    above = line;
  }
  return pixels;
}

function predicted(filter, left, above, corner) {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const sum = left + above - corner;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

const channels = [16, 8, 0];
const part = (colour, shift) => (colour >> shift) & 255;

/** Median cut: the box of colours that varies most is halved until there are enough. */
function quantise(pixels, most) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const boxes = [measured([...counts.keys()], counts)];
  while (boxes.length < most) {
    const widest = boxes.reduce((a, b) => (b.weight > a.weight ? b : a));
    if (widest.weight === 0) break;
    boxes.splice(boxes.indexOf(widest), 1, ...halves(widest, counts));
  }
  const indexOf = new Map();
  boxes.forEach(({ colours }, index) => colours.forEach((colour) => indexOf.set(colour, index)));
  return {
    palette: boxes.map(({ colours }) => commonest(colours, counts)),
    indexes: Uint8Array.from(pixels, (colour) => indexOf.get(colour)),
  };
}

function measured(colours, counts) {
  const spans = channels.map((shift) => {
    const values = colours.map((colour) => part(colour, shift));
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  });
  const span = Math.max(...spans);
  const amount = colours.reduce((sum, colour) => sum + counts.get(colour), 0);
  return {
    colours,
    channel: channels[spans.indexOf(span)],
    // Rare colours count too: a squiggle is small.
    weight: span * Math.sqrt(amount),
  };
}

function halves({ colours, channel }, counts) {
  const values = colours.map((colour) => part(colour, channel));
  const lowest = values.reduce((a, b) => Math.min(a, b));
  const highest = values.reduce((a, b) => Math.max(a, b));
  const middle = (lowest + highest) / 2;
  return [
    measured(
      colours.filter((colour) => part(colour, channel) <= middle),
      counts,
    ),
    measured(
      colours.filter((colour) => part(colour, channel) > middle),
      counts,
    ),
  ];
}

/** Plain surfaces keep their colour exactly. */
function commonest(colours, counts) {
  return colours.reduce((a, b) => (counts.get(b) > counts.get(a) ? b : a));
}

function encode({ width, height }, palette, indexes) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const lines = Buffer.alloc(height * (width + 1)); // filter 0, which suits a palette
  for (let y = 0; y < height; y++) {
    lines.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  const colours = Buffer.from(
    palette.flatMap((colour) => channels.map((shift) => part(colour, shift))),
  );
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const result = Buffer.alloc(body.length + 8);
  result.writeUInt32BE(data.length, 0);
  result.set(body, 4);
  result.writeUInt32BE(crc32(body), body.length + 4);
  return result;
}
