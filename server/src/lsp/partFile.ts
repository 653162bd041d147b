import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/*
 * A file of parts, each with a checksum: the parts, then a list of them, then a trailer of fixed length
 * with the length and the checksum of the list. It is written under another name and renamed when it
 * is complete, so that a reader finds the old one or the new one and never a torn one.
 */

const MAGIC = 'PFPARTS1';
const CHECKSUM = 20;
/** The length of the list, its checksum, the magic word. */
const TRAILER = 4 + CHECKSUM + MAGIC.length;
/** Nobody writes for so long, in milliseconds: what is unfinished and older was left behind. */
const LONGEST_WRITING = 3_600_000;

interface PartList {
  readonly header: unknown;
  readonly parts: readonly (readonly [offset: number, length: number, checksum: string])[];
}

/** Writes a file of parts, for the eyes of its user alone. */
export class PartWriter {
  private readonly parts: [number, number, string][] = [];
  private offset = 0;

  private constructor(
    private readonly path: string,
    private readonly unfinished: string,
    private readonly file: FileHandle,
  ) {}

  /** @throws when the file cannot be written */
  static async create(path: string): Promise<PartWriter> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await removeLeftBehind(path);
    const unfinished = `${path}.${randomUUID()}.tmp`;
    return new PartWriter(path, unfinished, await open(unfinished, 'wx', 0o600));
  }

  async add(bytes: Uint8Array): Promise<void> {
    this.parts.push([this.offset, bytes.length, checksumOf(bytes).toString('base64')]);
    await this.write(bytes);
  }

  /** Puts the file in its place. */
  async finish(header: unknown): Promise<void> {
    const list: PartList = { header, parts: this.parts };
    const bytes = Buffer.from(JSON.stringify(list));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    await this.write(Buffer.concat([bytes, length, checksumOf(bytes), Buffer.from(MAGIC)]));
    await this.file.sync();
    await this.file.close();
    await rename(this.unfinished, this.path);
  }

  /** Leaves everything as it was. */
  async abandon(): Promise<void> {
    await this.file.close().catch(() => undefined);
    await rm(this.unfinished, { force: true }).catch(() => undefined);
  }

  private async write(bytes: Uint8Array): Promise<void> {
    this.offset += bytes.length;
    await this.file.writeFile(bytes);
  }
}

async function removeLeftBehind(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${basename(path)}.`) && name.endsWith('.tmp')) {
      const { mtimeMs } = await stat(join(folder, name));
      if (mtimeMs < Date.now() - LONGEST_WRITING) {
        await rm(join(folder, name), { force: true });
      }
    }
  }
}

/**
 * Reads a file of parts, one after another.
 *
 * @param isValid whether a file with this header is what is looked for
 * @throws when it is not there, is another file, or is damaged, which may show only at a later part
 */
export async function* readParts(
  path: string,
  isValid: (header: unknown) => boolean,
): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const trailer = Buffer.from(await readAt(file, size - TRAILER, TRAILER));
    if (trailer.toString('latin1', 4 + CHECKSUM) !== MAGIC) {
      throw new Error('This is another kind of file.');
    }
    const length = trailer.readUInt32LE(0);
    const bytes = await readAt(file, size - TRAILER - length, length);
    verify(bytes, trailer.toString('base64', 4, 4 + CHECKSUM));
    const { header, parts } = JSON.parse(Buffer.from(bytes).toString('utf8')) as PartList;
    if (!isValid(header)) {
      throw new Error('This file is about something else.');
    }
    for (const [offset, partLength, checksum] of parts) {
      const part = await readAt(file, offset, partLength);
      verify(part, checksum);
      yield part;
    }
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  if (offset < 0) {
    throw new Error('This file is too short.');
  }
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) {
      throw new Error('This file is too short.');
    }
    done += bytesRead;
  }
  return bytes;
}

function verify(bytes: Uint8Array, checksum: string): void {
  if (checksumOf(bytes).toString('base64') !== checksum) {
    throw new Error('This file is damaged.');
  }
}

function checksumOf(bytes: Uint8Array): Buffer {
  return createHash('sha1').update(bytes).digest();
}
