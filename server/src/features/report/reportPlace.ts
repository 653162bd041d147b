import type { Corpus } from '../../corpus/corpus.js';
import { fileName, isInside, referenceBetween, relativePath } from '../../corpus/uri.js';
import type { Place } from '../context.js';
import type { ReportPlace } from './report.js';

/** A place as the report tells it. A file that is not there has only its first line. */
export function placeIn(corpus: Corpus, { uri, span }: Place): ReportPlace {
  const start = corpus.source(uri)?.lines.rangeAt(span, 'utf-16').start;
  return {
    uri,
    file: fileIn(corpus, uri),
    line: (start?.line ?? 0) + 1,
    column: (start?.character ?? 0) + 1,
  };
}

/** The first line of a file. */
export function topOf(corpus: Corpus, uri: string): ReportPlace {
  return { uri, file: fileIn(corpus, uri), line: 1, column: 1 };
}

function fileIn(corpus: Corpus, uri: string): string {
  const root = corpus.sidecar(uri)?.root ?? corpus.article(uri)?.root;
  if (root === undefined || !isInside(root, uri)) {
    return fileName(uri);
  }
  return relativePath(root, uri);
}

/** Leads from a report to a place; null where nothing can. */
export type LinkTo = (place: ReportPlace) => string | null;

/**
 * Relative links with the line as GitHub and editors write it, `../a%20b.md#L12`. A file name can
 * begin no scheme and end no link: all but letters, digits and `-_.~` is encoded.
 *
 * @param folder URI of the folder in which the report will stand
 */
export function relativeLinks(folder: string): LinkTo {
  const here = folder.endsWith('/') ? folder : `${folder}/`;
  return ({ uri, line }) => {
    const path = referenceBetween(`${here}report`, uri);
    return path === undefined ? null : `${path.split('/').map(encoded).join('/')}#L${line}`;
  };
}

function encoded(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
