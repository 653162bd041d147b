import type { Corpus, SidecarEntry } from '../../corpus/corpus.js';
import type { IgnoreComment } from '../../sidecars/ignoreComments.js';
import type { Capped, Judgement } from './report.js';
import { placeIn } from './reportPlace.js';

/** What people have judged, with their reasons: by file and place. */
export function judgementsOf(corpus: Corpus, limit: number): Capped<Judgement> {
  const shown: Judgement[] = [];
  let total = 0;
  for (const sidecar of corpus.sidecars()) {
    const hasAcknowledged = sidecar.facts.some((bound) => bound.is('acknowledged'));
    if (!hasAcknowledged && sidecar.ignored.length === 0) {
      continue;
    }
    const found = [
      ...(hasAcknowledged ? acknowledgedIn(corpus, sidecar) : []),
      ...sidecar.ignored.map((comment) => ignoredIn(corpus, sidecar, comment)),
    ].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
    total += found.length;
    shown.push(...found.slice(0, limit - shown.length));
  }
  return { shown, total };
}

function acknowledgedIn(corpus: Corpus, { uri, facts }: SidecarEntry): readonly Judgement[] {
  return facts
    .filter((bound) => bound.is('acknowledged'))
    .flatMap((bound) =>
      bound.fact.acknowledged.map((entry) => ({
        how: 'acknowledged' as const,
        codes: entry.code?.value ?? '',
        about: bound.reference,
        against: entry.with?.value ?? '',
        reason: entry.reason?.value.trim() ?? '',
        place: placeIn(corpus, { uri, span: entry.span }),
      })),
    );
}

function ignoredIn(corpus: Corpus, sidecar: SidecarEntry, comment: IgnoreComment): Judgement {
  const { uri, content, facts } = sidecar;
  const place = placeIn(corpus, { uri, span: comment.span });
  const lineOf = (offset: number): number => content.lines.positionAt(offset).line;
  const bound = facts.find(({ fact: { span } }) =>
    [...comment.lines].some((line) => lineOf(span.start) <= line && line <= lineOf(span.end)),
  );
  return {
    how: 'ignored',
    codes: [...comment.codes].join(', '),
    about: bound?.reference ?? `${place.file}, line ${place.line}`,
    against: '',
    reason: comment.reason,
    place,
  };
}
