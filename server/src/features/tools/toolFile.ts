import type { Corpus } from '../../corpus/corpus.js';
import {
  fileName,
  inFolder,
  innermostFolder,
  relativePath,
  resolveReference,
} from '../../corpus/uri.js';
import { placeOf, type Place } from '../../text/place.js';
import type { Span } from '../../text/span.js';
import type { ToolRefusal } from './tool.js';

/** A place as tools name it: the file from its folder with `/`, lines and columns from 1. */
export interface FilePlace extends Place {
  readonly file: string;
}

const whole = { type: 'integer', minimum: 1 } as const;

/** The schema of a {@link FilePlace}, to be put among other properties. */
export const placeOutput = {
  file: { type: 'string' },
  line: whole,
  column: whole,
  endLine: whole,
  endColumn: whole,
} as const;

/** Names files for people and programs, and finds them by these names: only those of the corpus. */
export class ToolFiles {
  private readonly roots: readonly string[];

  constructor(private readonly corpus: Corpus) {
    const files = [...corpus.sidecars(), ...corpus.articles()];
    this.roots = [...new Set(files.map(({ root }) => root))].sort();
  }

  /** A file's path from its folder; where there are several folders, with the folder's name before it. */
  nameOf(uri: string): string {
    const root = this.rootOf(uri);
    const path = root === undefined ? uri : relativePath(root, uri);
    return root === undefined || this.roots.length === 1 ? path : `${fileName(root)}/${path}`;
  }

  placeOf(uri: string, span: Span): FilePlace {
    const lines = this.corpus.source(uri)?.lines;
    const place =
      lines === undefined ? { line: 1, column: 1, endLine: 1, endColumn: 1 } : placeOf(lines, span);
    return { file: this.nameOf(uri), ...place };
  }

  /** The URI of a file of the corpus. Nothing else is looked at, wherever a path seems to lead. */
  find(path: string): { readonly uri: string } | ToolRefusal {
    if (path.split(/[/\\]/).includes('..')) {
      return refused(path, 'it leads up with `..`');
    }
    if (/^[/~]|^[a-z]:/i.test(path)) {
      return refused(path, 'it is not relative to the folder');
    }
    const found = new Set<string>();
    for (const root of this.roots) {
      const own = `${fileName(root)}/`;
      const paths =
        this.roots.length > 1 && path.startsWith(own) ? [path.slice(own.length), path] : [path];
      for (const each of paths) {
        const reference = resolveReference(root, inFolder(root, 'any'), each);
        if (reference.kind === 'refused') {
          return refused(path, reference.why);
        }
        if (this.isKnown(reference.uri)) {
          found.add(reference.uri);
        }
      }
    }
    const [uri, another] = found;
    if (uri === undefined) {
      return {
        refused: `There is no article or sidecar “${path}” in the folder. Symbolic links and files that the settings leave out are not read.`,
      };
    }
    return another === undefined
      ? { uri }
      : { refused: `Several folders hold a file “${path}”: write the folder’s name before it.` };
  }

  private isKnown(uri: string): boolean {
    const { corpus } = this;
    return [corpus.article(uri), corpus.sidecar(uri), corpus.settings(uri)].some(
      (entry) => entry !== undefined,
    );
  }

  private rootOf(uri: string): string | undefined {
    return innermostFolder(this.roots, uri);
  }
}

function refused(path: string, why: string): ToolRefusal {
  return {
    refused: `The path “${path}” is refused: ${why}. Write it from the folder, with \`/\`.`,
  };
}
