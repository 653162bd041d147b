import type { TextEdit } from 'vscode-languageserver-types';
import type { Corpus, SidecarEntry } from '../corpus/corpus.js';
import {
  articleEndings,
  fileName,
  folderOf,
  inFolder,
  innermostFolder,
  isInside,
  kindOfFile,
  referenceBetween,
  resolveReference,
  stemOf,
} from '../corpus/uri.js';
import { setArticleKeys } from './articleEdit.js';
import type { FeatureContext } from './context.js';
import { editsFor } from './rename.js';
import { changesFor, type FileChanges } from './rename/changes.js';
import { usesOfArticle } from './rename/occurrences.js';

/** A file or folder that gets another name or place; canonical URIs. */
export interface FileRename {
  readonly oldUri: string;
  readonly newUri: string;
}

/** What is to be done before files are renamed. Texts are changed first, under their old names. */
export interface FileRenameEdit {
  readonly changes: Record<string, TextEdit[]>;
  /** Sidecars that go along with their articles. */
  readonly renames: readonly FileRename[];
}

/**
 * What has to be done along with a renaming of files and folders, so that sidecars stay with their
 * articles and articles are found under the ids by which others name them. Null for nothing.
 */
export function provideFileRename(
  context: FeatureContext,
  renames: readonly FileRename[],
): FileRenameEdit | null {
  const { corpus } = context;
  const moves = movesOf(corpus, renames);
  const along = sidecarsAlong(corpus, moves);
  for (const { oldUri, newUri } of along) {
    moves.set(oldUri, newUri);
  }
  const changes: FileChanges = new Map();
  const keys = new ArticleKeys(corpus);
  const sidecars = corpus.sidecars();
  const roots = [...new Set([...sidecars, ...corpus.articles()].map(({ root }) => root))];
  for (const entry of sidecars) {
    keepLink(corpus, entry, { moves, roots, keys });
  }
  keepIds(corpus, moves, keys, changes);
  keys.addTo(changes);
  return changes.size === 0 && along.length === 0
    ? null
    : { changes: editsFor(context, changes), renames: along };
}

/** Where files of the corpus go, by where they are. */
type Moves = Map<string, string>;

function movesOf(corpus: Corpus, renames: readonly FileRename[]): Moves {
  const moves: Moves = new Map();
  // Of a folder and a file in it the file counts.
  const longestFirst = [...renames].sort((a, b) => b.oldUri.length - a.oldUri.length);
  for (const { uri } of [...corpus.articles(), ...corpus.sidecars()]) {
    const rename = longestFirst.find(({ oldUri }) => isInside(oldUri, uri));
    const to = rename && rename.newUri + uri.slice(rename.oldUri.length);
    if (to !== undefined && to !== uri) {
      moves.set(uri, to);
    }
  }
  return moves;
}

/** Sidecars beside articles that move, where the name that they need is free. */
function sidecarsAlong(corpus: Corpus, moves: Moves): readonly FileRename[] {
  const along: FileRename[] = [];
  const taken = new Set(moves.values());
  for (const [article, to] of moves) {
    if (corpus.article(article) === undefined || kindOfFile(to) !== 'article') {
      continue;
    }
    for (const { uri, link } of corpus.sidecarsFor(article)) {
      const ending = fileName(uri).slice(stemOf(uri).length);
      const newUri = inFolder(folderOf(to), stemOf(to) + ending);
      const isFree =
        !taken.has(newUri) && (corpus.source(newUri) === undefined || moves.has(newUri));
      if (!link.stated && !moves.has(uri) && newUri !== uri && isFree) {
        taken.add(newUri);
        along.push({ oldUri: uri, newUri });
      }
    }
  }
  return along;
}

interface Links {
  readonly moves: Moves;
  /** The folders of the workspace, as far as the corpus has files of them. */
  readonly roots: readonly string[];
  readonly keys: ArticleKeys;
}

/** Lets a sidecar name the file of its article, where that is not found by its name any more. */
function keepLink(corpus: Corpus, entry: SidecarEntry, { moves, roots, keys }: Links): void {
  const { uri, link, content } = entry;
  if (link.kind === 'none' || link.kind === 'refused') {
    return;
  }
  const sidecar = moves.get(uri) ?? uri;
  const article = moves.get(link.uri) ?? link.uri;
  if ((sidecar === uri && article === link.uri) || kindOfFile(sidecar) !== 'sidecar') {
    return;
  }
  const root = innermostFolder(roots, sidecar);
  const leadsThere = (reference: string): boolean => {
    const found = root === undefined ? undefined : resolveReference(root, sidecar, reference);
    return found?.kind === 'inside' && found.uri === article;
  };
  if (link.stated ? leadsThere(content.article?.file?.value ?? '') : link.kind === 'missing') {
    return;
  }
  if (!link.stated) {
    const beside = besideAfter(corpus, sidecar, moves);
    // A sidecar that is given the name of another article is meant to be that one's.
    const isGivenAway = beside !== undefined && sidecar !== uri;
    if (beside === article || isGivenAway || kindOfFile(article) !== 'article') {
      return;
    }
  }
  const path = referenceBetween(sidecar, article);
  const reference = [path, `./${path ?? ''}`].find((one) => one !== undefined && leadsThere(one));
  if (reference !== undefined) {
    keys.set(uri, 'file', reference);
  }
}

/** The article that a sidecar stands beside when all is moved. */
function besideAfter(corpus: Corpus, sidecar: string, moves: Moves): string | undefined {
  const arriving = new Set(moves.values());
  return articleEndings
    .map((ending) => inFolder(folderOf(sidecar), stemOf(sidecar) + ending))
    .find((uri) => arriving.has(uri) || (corpus.article(uri) !== undefined && !moves.has(uri)));
}

/**
 * An article without an id of its own is named by its file. Who names it uses the new name then;
 * where another article has that already, the article states the id that it has had.
 */
function keepIds(corpus: Corpus, moves: Moves, keys: ArticleKeys, changes: FileChanges): void {
  const newIds = new Set<string>();
  for (const [uri, to] of moves) {
    const entry = corpus.sidecar(uri);
    const info = entry?.info ?? corpus.infoOf(uri);
    const [holder, ...others] = corpus.filesOfArticleId(info.id);
    const newId = stemOf(to);
    if (
      info.idStated ||
      newId === info.id ||
      holder !== uri ||
      others.length > 0 ||
      kindOfFile(to) !== kindOfFile(uri)
    ) {
      continue;
    }
    const uses = usesOfArticle(corpus, info.id);
    const isTaken =
      newIds.has(newId) || corpus.filesOfArticleId(newId).some((other) => !moves.has(other));
    newIds.add(newId);
    if (uses.length === 0) {
      continue;
    }
    const made = isTaken || newId.includes('#') ? null : changesFor(corpus, uses, newId);
    if (made === null || 'refused' in made) {
      if (entry !== undefined) {
        keys.set(uri, 'id', info.id);
      }
      continue;
    }
    for (const [file, edits] of made) {
      changes.set(file, [...(changes.get(file) ?? []), ...edits]);
    }
  }
}

/** Keys to be set in `article` blocks, those of one block together. */
class ArticleKeys {
  private readonly byFile = new Map<string, Map<string, string>>();

  constructor(private readonly corpus: Corpus) {}

  set(uri: string, key: 'id' | 'file', value: string): void {
    const keys = this.byFile.get(uri) ?? new Map<string, string>();
    keys.set(key, value);
    this.byFile.set(uri, keys);
  }

  addTo(changes: FileChanges): void {
    for (const [uri, keys] of this.byFile) {
      const content = this.corpus.sidecar(uri)?.content;
      const made = content === undefined ? null : setArticleKeys(content, keys);
      if (made !== null) {
        changes.set(uri, [...(changes.get(uri) ?? []), ...made]);
      }
    }
  }
}
