import { lstatSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { URI } from 'vscode-uri';
import { kindOfFile, relativePath, SETTINGS_FILE } from '../corpus/uri.js';
import { hashOf, stampOf, type FileStamp } from './fileStamp.js';
import { lookAtPlain, textOf } from './plainFile.js';
import type { Settings } from './settings.js';

/** Folders that hold no articles of the user's. */
const alwaysSkipped = new Set(['.git', 'node_modules', '.hg', '.svn']);

/** A file of a folder: its text, or why it was not read. */
export interface FolderFile {
  readonly uri: string;
  readonly text: string;
  readonly unread?: string;
  /** Reads the same text again; undefined when it is not the same any more. */
  readonly again?: () => string | undefined;
  readonly stamp: FileStamp;
}

/**
 * Lists the articles and sidecars below a folder, sorted. Symbolic links are passed over, so that
 * nothing outside is read, no loop is walked and no file is seen twice; so are pipes and sockets.
 *
 * @param root URI of the folder
 * @throws when the folder itself cannot be read
 */
export async function listFolder(root: string, settings: Settings): Promise<readonly string[]> {
  const base = URI.parse(root).fsPath;
  const found: string[] = [];
  await walk(base, '', [rootRules(settings)], settings, found, true);
  return found.map((path) => URI.file(join(base, path)).toString());
}

/** The rules of a `.gitignore` or of the settings, with the folder they speak about. */
interface Rules {
  readonly folder: string;
  readonly patterns: Ignore;
}

function rootRules(settings: Settings): Rules {
  return { folder: '', patterns: compile([...settings.exclude]) };
}

/** `allowRelativePaths`, because a folder may be called `...`, which would throw otherwise. */
function compile(lines: string | string[]): Ignore {
  return ignore({ allowRelativePaths: true }).add(lines);
}

async function walk(
  base: string,
  folder: string,
  rules: readonly Rules[],
  settings: Settings,
  found: string[],
  isRoot = false,
): Promise<void> {
  let entries;
  try {
    entries = await readdir(join(base, folder), { withFileTypes: true });
  } catch (error) {
    if (isRoot) {
      throw error;
    }
    return; // a folder that went away or may not be read
  }
  const own = entries.some((entry) => entry.name === '.gitignore' && entry.isFile())
    ? [...rules, gitignoreOf(base, folder)]
    : rules;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!alwaysSkipped.has(entry.name) && !isIgnored(own, `${path}/`)) {
        await walk(base, path, own, settings, found);
      }
    } else if (
      entry.isFile() &&
      kindOfFile(`file:///${encodeURIComponent(entry.name)}`) !== undefined
    ) {
      if (path === SETTINGS_FILE || (!isIgnored(own, path) && isIncluded(settings, path))) {
        found.push(path);
      }
    }
  }
}

function gitignoreOf(base: string, folder: string): Rules {
  const path = join(base, folder, '.gitignore');
  let text = '';
  try {
    text = lookAtPlain(path) === null ? '' : textOf(path);
  } catch {
    // there is none, or it is gone since it was listed
  }
  return { folder: folder === '' ? '' : `${folder}/`, patterns: compile(text) };
}

function isIgnored(rules: readonly Rules[], path: string): boolean {
  return rules.some(({ folder, patterns }) => patterns.ignores(path.slice(folder.length)));
}

function isIncluded({ include }: Settings, path: string): boolean {
  return include.length === 0 || compile([...include]).ignores(path);
}

/** Whether a file that was created or changed belongs to a folder's corpus. */
export function belongs(root: string, uri: string, settings: Settings): boolean {
  return kindOfFile(uri) !== undefined && isWanted(root, uri, settings);
}

/**
 * Whether a folder's corpus would have a file of this name, going by the settings and by the
 * `.gitignore` files on the way to it. It need not be there. Answers at once, because a document
 * that is opened is asked about at once: one small file is read for each folder above it.
 */
export function isWanted(root: string, uri: string, settings: Settings): boolean {
  const path = relativePath(root, uri);
  if (path === uri) {
    return false;
  }
  const base = URI.parse(root).fsPath;
  const parts = path.split('/');
  const rules: Rules[] = [rootRules(settings)];
  for (let depth = 0; depth < parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/');
    const isFolder = depth === 0 || !isLinkOrFile(join(base, folder));
    if (!isFolder || (depth < parts.length - 1 && alwaysSkipped.has(parts[depth] ?? ''))) {
      return false;
    }
    rules.push(gitignoreOf(base, folder));
  }
  return path === SETTINGS_FILE || (!isIgnored(rules, path) && isIncluded(settings, path));
}

/** As {@link listFolder}, but only what stands in a folder below the root; nothing where it is none. */
export async function listBelow(
  root: string,
  folder: string,
  settings: Settings,
): Promise<readonly string[]> {
  const base = URI.parse(root).fsPath;
  const path = relativePath(root, folder);
  const found: string[] = [];
  const isSkipped = path === folder || path.split('/').some((part) => alwaysSkipped.has(part));
  if (!isSkipped && isRealFolder(join(base, path))) {
    await walk(base, path, [rootRules(settings)], settings, found);
  }
  return found.map((file) => URI.file(join(base, file)).toString());
}

/** A link to a folder is passed over, as it is when a folder is listed. */
function isLinkOrFile(path: string): boolean {
  try {
    return !lstatSync(path).isDirectory();
  } catch {
    return false; // not there yet
  }
}

function isRealFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Reads a file of the corpus; null when it is not there, or is no plain file.
 *
 * @param onChanged told when the text is asked for again and is not the same any more
 */
export function readFolderFile(
  uri: string,
  settings: Settings,
  onChanged: (uri: string) => void = () => undefined,
): FolderFile | null {
  const path = URI.parse(uri).fsPath;
  try {
    const now = Date.now();
    const info = lookAtPlain(path);
    if (info === null) {
      return null;
    }
    const unread = whyUnread(info, settings);
    const text = unread === undefined ? textOf(path) : '';
    const stamp = stampOf(info, text, now);
    return {
      uri,
      text,
      stamp,
      ...(unread === undefined ? { again: reader(uri, stamp, onChanged) } : { unread }),
    };
  } catch {
    return null;
  }
}

function whyUnread(
  { size }: { readonly size: number },
  { maxFileSize }: Settings,
): string | undefined {
  return size > maxFileSize
    ? `This file has ${size} bytes, more than the limit of ${maxFileSize} (\`maxFileSize\`); it is not analysed.`
    : undefined;
}

/** Reads a text again as long as it is the one with this stamp. */
function reader(
  uri: string,
  stamp: FileStamp,
  onChanged: (uri: string) => void,
): () => string | undefined {
  return () => {
    const path = URI.parse(uri).fsPath;
    try {
      const now = lookAtPlain(path);
      if (now?.mtimeMs === stamp.mtimeMs && now.size === stamp.size) {
        return textOf(path);
      }
    } catch {
      // gone, or not to be read any more
    }
    onChanged(uri);
    return undefined;
  };
}

/** How a file is read again whose text had this stamp. */
export function sourceAgain(
  uri: string,
  stamp: FileStamp,
  settings: Settings,
  onChanged: (uri: string) => void,
): { readonly again: () => string | undefined; readonly unread?: string } {
  const unread = whyUnread(stamp, settings);
  return unread === undefined
    ? { again: reader(uri, stamp, onChanged) }
    : { again: () => '', unread };
}

/** The stamp of a file as of now if it still has the text with this stamp; null if not. */
export function stillHas(uri: string, stamp: FileStamp, settings: Settings): FileStamp | null {
  const path = URI.parse(uri).fsPath;
  try {
    const now = Date.now();
    const info = lookAtPlain(path);
    if (info?.mtimeMs !== stamp.mtimeMs || info.size !== stamp.size) {
      return null;
    }
    if (stamp.hash === undefined) {
      return stamp;
    }
    const text = whyUnread(info, settings) === undefined ? textOf(path) : '';
    return hashOf(text) === stamp.hash ? stampOf(info, text, now) : null;
  } catch {
    return null;
  }
}
