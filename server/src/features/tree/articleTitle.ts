import type { Corpus } from '../../corpus/corpus.js';
import { fileName } from '../../corpus/uri.js';

/** How people know an article: its title, else the name of its file. */
export function articleTitle(corpus: Corpus, uri: string): string {
  const title = corpus.infoOf(uri).title?.trim() ?? '';
  return title === '' ? fileName(uri) : title;
}

/** The same of any file of the corpus: a sidecar goes by its article. */
export function titleOfFile(corpus: Corpus, uri: string): string {
  const article = corpus.sidecar(uri)?.info.articleUri ?? uri;
  return corpus.article(article) === undefined ? fileName(uri) : articleTitle(corpus, article);
}
