import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
} from 'node:fs';

/** Room for nearly every file, used for one after the other. */
const room = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * Should a plain file have become something else since it was looked at, no link is followed, and no
 * pipe waited for. Windows knows neither flag, and undefined adds nothing.
 */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * What is known of a plain file without reading it; null for a link, a folder, a pipe and the like.
 * @throws when it is not there
 */
export function lookAtPlain(path: string): Stats | null {
  const info = lstatSync(path);
  return info.isFile() ? info : null;
}

/**
 * The text of a plain file, without a byte order mark: editors do not count one as a character of the
 * first line. All of it at once: that takes a hundredth of a millisecond, and much longer by way of a promise.
 * @throws when it cannot be read
 */
export function textOf(path: string): string {
  const bytes = bytesOf(path);
  return bytes.toString('utf8', startsWithMark(bytes) ? 3 : 0);
}

/**
 * The text as if each byte were a character: ASCII is as it is written, and what else there is is of no
 * concern. Takes less time and room.
 * @throws when it cannot be read
 */
export function asciiOf(path: string): string {
  return bytesOf(path).toString('latin1');
}

function startsWithMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Only until the next file is read. */
function bytesOf(path: string): Buffer {
  const file = openSync(path, FLAGS);
  try {
    let length = 0;
    while (length < room.length) {
      const read = readSync(file, room, length, room.length - length, null);
      if (read === 0) {
        return room.subarray(0, length);
      }
      length += read;
    }
    return Buffer.concat([room, readFileSync(file)]);
  } finally {
    closeSync(file);
  }
}
