import type { Corpus } from '../../corpus/corpus.js';
import { exportFacts } from './exportedFact.js';
import { annotationsOf } from './jsonLdAnnotation.js';
import { articleOf, claimOf, type JsonLdNode } from './jsonLdClaim.js';
import { jsonLdContext } from './jsonLdContext.js';
import { wellFormed } from './wellFormed.js';

/** All facts as JSON-LD, piece by piece: a node a line. */
export function* exportJsonLd(corpus: Corpus): Generator<string> {
  yield `{\n"@context": ${JSON.stringify(jsonLdContext)},\n"@graph": [`;
  let between = '\n';
  for (const node of nodesOf(corpus)) {
    yield (
      between +
      JSON.stringify(node, (_key, value: unknown) =>
        typeof value === 'string' ? wellFormed(value) : value,
      )
    );
    between = ',\n';
  }
  yield '\n]\n}\n';
}

function* nodesOf(corpus: Corpus): Generator<JsonLdNode> {
  let last: unknown;
  for (const exported of exportFacts(corpus)) {
    const { article } = exported.bound;
    // The facts of an article come one after the other.
    if (article !== last) {
      yield articleOf(exported, corpus);
      last = article;
    }
    yield claimOf(exported, corpus);
    yield* annotationsOf(exported);
  }
}
