import type { Corpus, SidecarEntry } from '../corpus/corpus.js';
import type { Fact, Sidecar } from '../sidecars/sidecar.js';
import { Beside } from '../text/beside.js';
import { covers } from '../text/span.js';
import type { Finding } from './finding.js';

/**
 * Whether a comment `# policy-facts: ignore CODE — reason` silences a finding. Of a finding about
 * two facts a comment at either end silences both, since both tell of one thing.
 */
export function isIgnored(corpus: Corpus, finding: Finding): boolean {
  const { code, there } = finding;
  return (
    isIgnoredAt(corpus, code, finding) || (there !== undefined && isIgnoredAt(corpus, code, there))
  );
}

function isIgnoredAt(corpus: Corpus, code: string, at: Pick<Finding, 'uri' | 'span'>): boolean {
  const sidecar = corpus.sidecar(at.uri);
  if (sidecar === undefined || sidecar.ignored.length === 0) {
    return false;
  }
  const { line } = sidecar.kept.lined().lines.positionAt(at.span.start);
  return sidecar.ignored.some(({ codes, lines }) => codes.has(code) && lines.has(line));
}

/** Whether the fact that a finding stands in says, with a reason, that its author has judged it. */
export function isAcknowledged(sidecar: SidecarEntry, finding: Finding): boolean {
  return reasonsFor(sidecar, finding).length > 0;
}

const acknowledging = new Beside<Sidecar, readonly Fact[]>();

/** The facts of a sidecar that acknowledge anything. Looked for once: every finding asks, and few facts do. */
function acknowledgingFacts(sidecar: Sidecar): readonly Fact[] {
  const facts =
    acknowledging.get(sidecar) ??
    sidecar.facts.filter(({ acknowledged }) => acknowledged.length > 0);
  acknowledging.set(sidecar, facts);
  return facts;
}

/** The reasons with which the fact that a finding stands in acknowledges it. */
export function reasonsFor(sidecar: SidecarEntry, finding: Finding): readonly string[] {
  return acknowledgingFacts(sidecar.content)
    .filter(({ span }) => covers(span, finding.span))
    .flatMap(({ acknowledged }) => acknowledged)
    .filter((entry) => entry.code?.value === finding.code && entry.with === undefined)
    .map((entry) => entry.reason?.value.trim() ?? '')
    .filter((reason) => reason !== '');
}
