import { Corpus } from '../../../../server/src/corpus/corpus.js';
import { canonicalUri } from '../../../../server/src/corpus/uri.js';
import { Checker } from '../../../../server/src/rules/checker.js';
import { corpusFiles } from '../../../bench/corpusGenerator.js';
import { root, type World } from '../../rules/world.js';

/** A corpus of invented articles, the same for the same numbers, with a checker that has yet to look. */
export function generatedWorld(articles: number, seed: number): World {
  const corpus = new Corpus();
  const checker = new Checker(corpus);
  for (const { path, text } of corpusFiles({ articles, seed })) {
    checker.note(corpus.setFile({ uri: canonicalUri(`${root}/${path}`), root, text }));
  }
  return { corpus, checker };
}
