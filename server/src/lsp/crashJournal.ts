import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Which text of which file: its canonical URI, and the hash of the text. */
export interface ReadText {
  readonly uri: string;
  readonly hash: string;
}

const SKIPPED = 'skipped.json';
const journalName = /^reading-(\d+)\.json$/;

/** A record of what is not being read any more. */
const NOTHING = '\n';

/**
 * Knows after a crash which file was being read, and which texts have brought a server down before. The
 * file's name is written before it is read, over the name before it in one small file: what a process
 * has written stays when the process is killed, so nothing has to be forced to the disk.
 *
 * Lives in a folder of the client's, one a workspace. A second server in the same folder has a journal
 * of its own. When a folder cannot be written there is no journal.
 */
export class CrashJournal {
  private readonly journal: string;
  private readonly file: number;
  private readonly skipped: Map<string, string>;
  private readonly tidyUp = (): void => {
    this.close();
  };

  /** What was being read when a process of an earlier run ended without saying so. */
  readonly found: readonly ReadText[];

  private constructor(private readonly folder: string) {
    makeFolder(folder);
    this.found = leftBehind(folder);
    this.skipped = new Map(
      [...readSkipped(folder), ...this.found].map(({ uri, hash }) => [uri, hash]),
    );
    this.journal = join(folder, `reading-${process.pid}.json`);
    this.file = openSync(this.journal, 'w');
    if (this.found.length > 0) {
      this.keepSkipped();
    }
    process.once('exit', this.tidyUp);
  }

  /** @returns null when the folder cannot be written */
  static open(folder: string): CrashJournal | null {
    try {
      return new CrashJournal(folder);
    } catch {
      return null;
    }
  }

  /** A text is going to be read. One at a time; {@link done} says that it is. */
  reading(uri: string, hash: string): void {
    this.write(`${JSON.stringify({ uri, hash })}\n`);
  }

  done(): void {
    this.write(NOTHING);
  }

  /** Whether this very text has brought a server down. Another text of the file is given a try. */
  isSkipped(uri: string, text: string): boolean {
    const hash = this.skipped.get(uri);
    if (hash === undefined || hash === hashOf(text)) {
      return hash !== undefined;
    }
    this.skipped.delete(uri);
    this.keepSkipped();
    return false;
  }

  /** Forgets what brought earlier runs down, but for what was found just now. */
  forgetEarlier(): void {
    const found = new Set(this.found.map(({ uri }) => uri));
    for (const uri of [...this.skipped.keys()]) {
      if (!found.has(uri)) {
        this.skipped.delete(uri);
      }
    }
    this.keepSkipped();
  }

  /** The process ends in good order: nothing is left behind. */
  close(): void {
    process.removeListener('exit', this.tidyUp);
    try {
      closeSync(this.file);
      rmSync(this.journal, { force: true });
    } catch {
      // Gone already.
    }
  }

  /** A shorter record over a longer one ends in its line break; what comes after is of no account. */
  private write(record: string): void {
    try {
      writeSync(this.file, record, 0);
    } catch {
      // A full disk must not keep anybody from reading; the name that stands there is an older one.
      this.forgetRecord();
    }
  }

  private forgetRecord(): void {
    try {
      ftruncateSync(this.file, 0);
    } catch {
      // Nothing more can be done.
    }
  }

  private keepSkipped(): void {
    const path = join(this.folder, SKIPPED);
    const files = [...this.skipped].map(([uri, hash]) => ({ uri, hash }));
    try {
      writeFileSync(`${path}.${process.pid}`, JSON.stringify({ version: 1, files }));
      renameSync(`${path}.${process.pid}`, path);
    } catch {
      // Then it is known in this run only.
    }
  }
}

/** With its parent, where need be. Node's own way to make all of them is endless in places like /proc. */
function makeFolder(folder: string): void {
  for (const path of [dirname(folder), folder]) {
    if (!existsSync(path)) {
      mkdirSync(path);
    }
  }
}

/** Tells texts apart: 40 hexadecimal digits. */
export function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** Reads the journals of processes that are no more, and takes them away. */
function leftBehind(folder: string): readonly ReadText[] {
  return readdirSync(folder).flatMap((name) => {
    const pid = Number(journalName.exec(name)?.[1] ?? NaN);
    if (Number.isNaN(pid) || (pid !== process.pid && isAlive(pid))) {
      return [];
    }
    const path = join(folder, name);
    const [line = ''] = contentOf(path).split('\n');
    rmSync(path, { force: true });
    return readTexts([parsed(line)]);
  });
}

function readSkipped(folder: string): readonly ReadText[] {
  const kept = parsed(contentOf(join(folder, SKIPPED)));
  const files: unknown =
    typeof kept === 'object' && kept !== null && 'files' in kept ? kept.files : [];
  return Array.isArray(files) ? readTexts(files) : [];
}

function readTexts(values: readonly unknown[]): readonly ReadText[] {
  return values.flatMap((value) => {
    const { uri, hash } = (value ?? {}) as Record<string, unknown>;
    return typeof uri === 'string' && typeof hash === 'string' ? [{ uri, hash }] : [];
  });
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Undefined for what is no JSON: half a record, or somebody else's file. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
