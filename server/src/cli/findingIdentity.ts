import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { relativePath } from '../corpus/uri.js';
import type { Finding } from '../rules/finding.js';
import { reasonsGiven } from '../rules/pairFindings.js';
import { reasonsFor } from '../rules/silence.js';
import { covers } from '../text/span.js';

/**
 * What makes each finding the one it is, wherever its lines move: its code, its file, and the facts
 * it is about, or else the words it stands at. Two findings may have the same.
 */
export function identitiesOf(
  findings: readonly Finding[],
  root: string,
  corpus: Corpus,
): readonly (readonly string[])[] {
  const about = findings.map((finding) => factsOf(finding, corpus));
  const names = namesOf(about.flat());
  return findings.map((finding, index) => {
    const { code, uri, span, madeOf } = finding;
    const facts = (about[index] ?? []).flatMap((bound) => names.get(bound) ?? []);
    const start = [code, relativePath(root, uri), ...facts];
    const words = corpus.source(uri)?.text.slice(span.start, span.end) ?? '';
    return madeOf === undefined ? [...start, words.replace(/\s+/g, ' ').trim()] : start;
  });
}

function factsOf({ madeOf, uri, span }: Finding, corpus: Corpus): readonly BoundFact[] {
  if (madeOf !== undefined) {
    return [madeOf.pair.here, madeOf.pair.there];
  }
  // Facts stand in their file one after the other.
  const facts = corpus.sidecar(uri)?.facts ?? [];
  let [low, high] = [0, facts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.fact.span.start ?? 0) <= span.start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const last = facts[low - 1];
  return last !== undefined && covers(last.fact.span, span) ? [last] : [];
}

/**
 * Facts by their ids, or else by what they state: the number of one is another once one before it
 * goes. Files are read again for this, one after the other.
 */
function namesOf(facts: readonly BoundFact[]): ReadonlyMap<BoundFact, readonly string[]> {
  const sorted = [...new Set(facts)].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  return new Map(
    sorted.map((bound) => {
      const { article, fact, subject, propertyId, conditions, valueText } = bound;
      return fact.id === undefined
        ? [bound, [article.id, subject, propertyId, ...conditions.flat(), valueText]]
        : [bound, [article.id, fact.id.value]];
    }),
  );
}

/** The reasons with which the authors of either side have acknowledged a finding; none if they have not. */
export function acknowledgementsOf(finding: Finding, corpus: Corpus): readonly string[] {
  if (finding.madeOf !== undefined) {
    const { here, there } = finding.madeOf.pair;
    return [
      ...reasonsGiven(here, there, finding.code, corpus),
      ...reasonsGiven(there, here, finding.code, corpus),
    ];
  }
  const sidecar = corpus.sidecar(finding.uri);
  return sidecar === undefined ? [] : reasonsFor(sidecar, finding);
}
