import { findAnchors } from '../../corpus/anchor.js';
import { readSidecar } from '../../sidecars/readSidecar.js';
import type { Sidecar } from '../../sidecars/sidecar.js';
import type { FeatureContext } from '../context.js';
import { addFact } from '../sectionEdit.js';
import { applyChanges, staysSound } from '../sidecarEdit.js';
import { keysOf, type NewFact } from './factKeys.js';
import type { FileEdit } from './fileEdit.js';
import { refused, type Refusal } from './guess.js';
import { sidecarOf } from './newSidecar.js';
import type { FactProposal } from './proposeFact.js';
import type { Statement } from './statement.js';

/**
 * Writes a proposed fact into the article's sidecar, behind the facts whose words stand before its
 * own; into a new sidecar where the article has none. A possible denial is not written before
 * somebody has said what it is.
 */
export function recordFact(
  context: FeatureContext,
  { fact, statement, denial }: FactProposal,
  isPolarityChosen: boolean,
): FileEdit | Refusal {
  if (fact === undefined) {
    return refused(
      'No organisation, person, place or document that is defined is named in this article. Define the one this is about first.',
    );
  }
  if (denial !== undefined && !isPolarityChosen) {
    return refused(
      `The words “${denial}” may make this a denial. Say whether it is said to be so, or not to be so.`,
    );
  }
  return writeFact(context, fact, statement);
}

function writeFact(
  context: FeatureContext,
  fact: NewFact,
  statement: Statement,
): FileEdit | Refusal {
  const sidecar = sidecarOf(context, statement.article.uri);
  if (sidecar.kind === 'refused') {
    return sidecar;
  }
  const isNew = sidecar.kind === 'new';
  const content = isNew ? readSidecar(sidecar.text) : context.corpus.sidecar(sidecar.uri)?.content;
  const index = content === undefined ? -1 : placeOf(content, statement);
  const change =
    content === undefined
      ? null
      : (addFact(content, keysOf(fact, content), index) ?? addFact(content, keysOf(fact, content)));
  if (content === undefined || change === null || !staysSound(content, [change])) {
    return refused(
      'The sidecar of this article cannot be added to as it is written. Look at its problems first.',
    );
  }
  const after = applyChanges(content.text, [change]);
  const added = readSidecar(after).facts.find(
    ({ span }) => span.end > change.span.start && span.start >= change.span.start,
  );
  const end = change.span.start + change.text.length;
  return {
    uri: sidecar.uri,
    isNew,
    changes: isNew ? [{ span: { start: 0, end: 0 }, text: after }] : [change],
    after,
    cursor: added?.value?.span ?? { start: end, end },
  };
}

/** The fact behind which a new one belongs: the last whose words stand before its own; -1 for none. */
function placeOf({ facts }: Sidecar, { article, quoted }: Statement): number {
  const starts = facts.map((fact) =>
    findAnchors(article.content, fact).flatMap(({ match }) =>
      match.kind === 'found' ? match.span.start : [],
    ),
  );
  return (
    facts[starts.findLastIndex((found) => found.some((start) => start <= quoted.start))]?.index ??
    -1
  );
}
