import type { Corpus, SidecarEntry } from '../corpus/corpus.js';
import { covers } from '../text/span.js';
import type { Finding } from './finding.js';

/**
 * Whether a comment `# policy-facts: ignore CODE — reason` silences a finding. Of a finding about
 * two facts a comment at either end silences both, since both tell of one thing.
 */
export function isIgnored(corpus: Corpus, finding: Finding): boolean {
  const ends = finding.there === undefined ? [finding] : [finding, finding.there];
  return ends.some(({ uri, span }) => {
    const sidecar = corpus.sidecar(uri);
    if (sidecar === undefined || sidecar.ignored.length === 0) {
      return false;
    }
    const { line } = sidecar.kept.lined().lines.positionAt(span.start);
    return sidecar.ignored.some(({ codes, lines }) => codes.has(finding.code) && lines.has(line));
  });
}

/** Whether the fact that a finding stands in says, with a reason, that its author has judged it. */
export function isAcknowledged(sidecar: SidecarEntry, finding: Finding): boolean {
  return reasonsFor(sidecar, finding).length > 0;
}

/** The reasons with which the fact that a finding stands in acknowledges it. */
export function reasonsFor(sidecar: SidecarEntry, finding: Finding): readonly string[] {
  return sidecar.content.facts
    .filter(({ span, acknowledged }) => acknowledged.length > 0 && covers(span, finding.span))
    .flatMap(({ acknowledged }) => acknowledged)
    .filter((entry) => entry.code?.value === finding.code && entry.with === undefined)
    .map((entry) => entry.reason?.value.trim() ?? '')
    .filter((reason) => reason !== '');
}
