import { factsFor } from '../../corpus/factReference.js';
import { describePlace } from '../../rules/describe.js';
import { isLinked } from '../../rules/judgePair.js';
import { turned, type Pair } from '../../rules/pair.js';
import type { FeatureContext } from '../context.js';
import { addValue, scalar } from '../sidecarEdit.js';
import {
  conflictCodes,
  editable,
  fileWords,
  fix,
  pairOf,
  referenceTo,
  type Fix,
  type FixProvider,
} from './fix.js';

/** Says on the later fact that it takes the place of the earlier. */
export const markSuperseded: FixProvider = {
  codes: ['unexplained-change'],
  *fixes(finding, context) {
    const pair = pairOf(context, finding);
    if (pair === null || !('order' in pair.times)) {
      return;
    }
    const isLater = pair.times.order === 'after';
    const where = isLater ? '' : `, in ${fileWords(pair.there.uri, finding.uri)}`;
    const title = isLater
      ? `Say that this supersedes ${describePlace(pair)}`
      : `Say that this is superseded by ${describePlace(pair)}${where}`;
    yield* link(title, isLater ? pair : turned(pair), 'supersedes', context);
  },
};

/** Links the two, so that both stay on record as disputed. */
export const linkDisputed: FixProvider = {
  codes: conflictCodes,
  *fixes(finding, context) {
    const pair = pairOf(context, finding);
    if (pair !== null && !isLinked(pair.here, pair.there, context.corpus)) {
      yield* link(`Say that this disputes ${describePlace(pair)}`, pair, 'disputes', context);
    }
  },
};

function link(
  title: string,
  { here, there }: Pair,
  key: 'supersedes' | 'disputes',
  context: FeatureContext,
): readonly Fix[] {
  const place = editable(context, here);
  const reference = referenceTo(context.corpus, here.uri, there);
  if (
    place === undefined ||
    reference === undefined ||
    factsFor(context.corpus, here.uri, here.fact[key]).some((fact) => fact.isSame(there))
  ) {
    return [];
  }
  const change = addValue(place.sidecar, place.map, key, scalar(reference));
  return fix(title, here.uri, [change]);
}
