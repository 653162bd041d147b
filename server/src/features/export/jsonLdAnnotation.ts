import type { ExportedFact } from './exportedFact.js';
import { nameOf } from './jsonLdContext.js';
import type { JsonLdNode } from './jsonLdClaim.js';

/**
 * Where the words of a fact stand, as W3C Web Annotations: one for each quote, with the claim as its
 * body and the article's file as its source. The selectors speak of the file as it is, its marks and
 * line breaks included; positions count code points, as the standard says. Words that are not found
 * have a `TextQuoteSelector` alone.
 */
export function annotationsOf(exported: ExportedFact): readonly JsonLdNode[] {
  const { key, quotes, articleFile } = exported;
  return articleFile === null
    ? []
    : quotes.map(({ exact, prefix, suffix, status, place }, index) => ({
        '@id': nameOf('quote', `${key}/${index + 1}`),
        '@type': 'Annotation',
        motivation: 'oa:identifying',
        body: nameOf('fact', key),
        quoted: exact,
        quoteStatus: status,
        target: {
          '@type': 'SpecificResource',
          source: nameOf('file', articleFile),
          selector:
            place === null
              ? [
                  {
                    '@type': 'TextQuoteSelector',
                    exact,
                    prefix: prefix ?? undefined,
                    suffix: suffix ?? undefined,
                  },
                ]
              : [
                  {
                    '@type': 'TextQuoteSelector',
                    exact: place.text,
                    prefix: place.before,
                    suffix: place.after,
                  },
                  {
                    '@type': 'TextPositionSelector',
                    start: place.startPoint,
                    end: place.endPoint,
                  },
                ],
        },
      }));
}
