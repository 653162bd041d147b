import { URI, Utils } from 'vscode-uri';

/*
 * The corpus names files by URI, never by path: the same code serves a disk, an editor's unsaved
 * document and a virtual file system.
 */

/** One spelling for all spellings of a URI (`file:///C%3A/a` and `file:///c:/a`), to compare by. */
export function canonicalUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** A file URI that says itself what a parser would make of it: each name is letters, digits and the like. */
const plainUri = /^file:\/\/(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*){2,}$/;
const plainName = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** The last segment of a URI's path, decoded: `a b.md`. */
export function fileName(uri: string): string {
  if (plainUri.test(uri)) {
    return uri.slice(uri.lastIndexOf('/') + 1);
  }
  return Utils.basename(URI.parse(uri));
}

/** The URI of the folder a file stands in. */
export function folderOf(uri: string): string {
  if (plainUri.test(uri)) {
    return uri.slice(0, uri.lastIndexOf('/'));
  }
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The URI of a file in a folder. */
export function inFolder(folder: string, name: string): string {
  if (plainName.test(name) && plainUri.test(folder)) {
    return `${folder}/${name}`;
  }
  return Utils.joinPath(URI.parse(folder), name).toString();
}

/** True when a URI is that of a folder or of something below it. */
export function isInside(folder: string, uri: string): boolean {
  if (!uri.startsWith(folder)) {
    return false;
  }
  return uri.length === folder.length || folder.endsWith('/') || uri[folder.length] === '/';
}

/** Of the folders that contain a file the innermost; undefined where none does. */
export function innermostFolder(folders: Iterable<string>, uri: string): string | undefined {
  let innermost: string | undefined;
  for (const folder of folders) {
    if (folder.length > (innermost?.length ?? -1) && isInside(folder, uri)) {
      innermost = folder;
    }
  }
  return innermost;
}

/** A file's path below its folder with `/`, decoded; its whole URI where it stands elsewhere. */
export function relativePath(root: string, uri: string): string {
  const base = root.endsWith('/') ? root : `${root}/`;
  return uri.startsWith(base) ? decodeURIComponent(uri.slice(base.length)) : uri;
}

/**
 * The path that leads from one file to another, decoded, as {@link resolveReference} reads it:
 * `../a b.md`. Undefined where there is none: another scheme or host.
 */
export function referenceBetween(from: string, to: string): string | undefined {
  const [here, there] = [URI.parse(folderOf(from)), URI.parse(to)];
  if (here.scheme !== there.scheme || here.authority !== there.authority) {
    return undefined;
  }
  const up = here.path.split('/').filter((part) => part !== '');
  const down = there.path.split('/').filter((part) => part !== '');
  while (up.length > 0 && down.length > 1 && up[0] === down[0]) {
    up.shift();
    down.shift();
  }
  return [...up.map(() => '..'), ...down].join('/');
}

export type FileReference =
  | { readonly kind: 'inside'; readonly uri: string }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Resolves a file name that stands in a sidecar. It must be a plain relative path that stays in
 * the workspace folder: a sidecar from elsewhere must not make the tool read other files.
 *
 * @param root URI of the workspace folder
 * @param from URI of the file in which the reference stands
 */
export function resolveReference(root: string, from: string, reference: string): FileReference {
  if (/\p{Cc}/u.test(reference)) {
    return { kind: 'refused', why: 'it contains control characters' };
  }
  if (/\p{Cs}/u.test(reference)) {
    return { kind: 'refused', why: 'it contains half a character' };
  }
  if (reference.includes('\\')) {
    return { kind: 'refused', why: 'folders are separated with `/`, not with a backslash' };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference) || reference.startsWith('/')) {
    return { kind: 'refused', why: 'it is not relative to this file' };
  }
  if (/%[0-9a-f]{2}/i.test(reference)) {
    return { kind: 'refused', why: 'it contains encoded characters; write the name as it is' };
  }
  const uri = Utils.resolvePath(URI.parse(folderOf(from)), reference).toString();
  return isInside(root, uri)
    ? { kind: 'inside', uri }
    : { kind: 'refused', why: 'it leads out of the workspace folder' };
}

/** The kinds of file the tool reads. */
export type FileKind = 'article' | 'sidecar' | 'settings';

/** The settings of a folder, at its root. */
export const SETTINGS_FILE = 'policy-facts.yaml';

/** What a file is by its name; undefined for one that is of no concern. */
export function kindOfFile(uri: string): FileKind | undefined {
  const name = fileName(uri);
  if (/\.facts\.ya?ml$/i.test(name)) {
    return 'sidecar';
  }
  if (name === SETTINGS_FILE) {
    return 'settings';
  }
  return /\.(?:md|markdown|txt)$/i.test(name) ? 'article' : undefined;
}

/** The sidecar that was asked about last: its articles are asked for several times in a row. */
let askedLast: { readonly uri: string; readonly beside: readonly string[] } | null = null;

/** The articles that stand beside a sidecar, or would: one for each ending. */
export function articlesBeside(sidecarUri: string): readonly string[] {
  if (askedLast?.uri !== sidecarUri) {
    const [folder, stem] = [folderOf(sidecarUri), stemOf(sidecarUri)];
    const beside = articleEndings.map((ending) => inFolder(folder, stem + ending));
    askedLast = { uri: sidecarUri, beside };
  }
  return askedLast.beside;
}

/** The name without what makes it an article or a sidecar: `003-x` for `003-x.facts.yaml`. */
export function stemOf(uri: string): string {
  return fileName(uri).replace(/\.(?:facts\.ya?ml|md|markdown|txt)$/i, '');
}

/** The endings of an article that stands beside its sidecar, in the order they are looked for. */
export const articleEndings = ['.md', '.markdown', '.txt'] as const;

/** The endings of a sidecar. */
export const sidecarEndings = ['.facts.yaml', '.facts.yml'] as const;
