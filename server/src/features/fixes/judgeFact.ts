import { describePlace } from '../../rules/describe.js';
import { addValue, flowMap, scalar, setKey } from '../sidecarEdit.js';
import { ownEntries } from '../yamlPlaces.js';
import { conflictCodes, editable, fix, pairOf, referenceTo, type FixProvider } from './fix.js';

/** What stands where the user is to say why. */
export const REASON = 'state the reason';

/** Says which of two facts to follow. */
export const preferThis: FixProvider = {
  codes: conflictCodes,
  *fixes(finding, context) {
    const pair = pairOf(context, finding);
    const place = pair === null ? undefined : editable(context, pair.here);
    if (pair === null || place === undefined) {
      return;
    }
    if (pair.here.fact.rank === 'normal' && pair.there.fact.rank === 'normal') {
      const change = setKey(place.sidecar, place.map, 'rank', scalar('preferred'));
      yield* fix(`Prefer this to ${describePlace(pair)}`, pair.here.uri, [change]);
    }
  },
};

/** Keeps a fact on record without comparing it any more. */
export const deprecateThis: FixProvider = {
  codes: [...conflictCodes, 'unit-mismatch', 'unexplained-change'],
  *fixes(finding, context) {
    const pair = pairOf(context, finding);
    const place = pair === null ? undefined : editable(context, pair.here);
    if (pair === null || place === undefined) {
      return;
    }
    const { sidecar, map } = place;
    const own = ownEntries(map, sidecar.text);
    const rank = setKey(sidecar, map, 'rank', scalar('deprecated'));
    const hasReason = own.some(({ key, value }) => key.text === 'reason' && value !== null);
    const reason = setKey(sidecar, map, 'reason', scalar(REASON));
    const changes = hasReason ? [rank] : [rank, reason];
    yield* fix('Deprecate this with a reason', pair.here.uri, changes);
  },
};

/** Says that the author has judged a finding; it becomes a hint. */
export const acknowledge: FixProvider = {
  codes: [...conflictCodes, 'unit-mismatch', 'unexplained-change', 'plan-not-met'],
  *fixes(finding, context) {
    const pair = pairOf(context, finding);
    const place = pair === null ? undefined : editable(context, pair.here);
    const reference =
      pair === null ? undefined : referenceTo(context.corpus, pair.here.uri, pair.there);
    if (pair === null || place === undefined || reference === undefined) {
      return;
    }
    const isJudged = pair.here.fact.acknowledged.some(
      (entry) =>
        entry.code?.value === finding.code &&
        (entry.with === undefined || entry.with.value === reference),
    );
    if (!isJudged) {
      const entry = flowMap(place.sidecar, [
        ['code', scalar(finding.code)],
        ['with', scalar(reference)],
        ['reason', scalar(REASON)],
      ]);
      const { sidecar, map } = place;
      const change = addValue(sidecar, map, 'acknowledged', entry, () => `[${entry(true)}]`);
      yield* fix(`Acknowledge ${finding.code} with a reason`, pair.here.uri, [change]);
    }
  },
};
