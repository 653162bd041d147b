import { findDates } from '../../values/prose.js';
import { describeDate } from '../../values/date.js';
import { scalar, setKey } from '../sidecarEdit.js';
import { editable, fix, pairOf, type FixProvider } from './fix.js';

/** Says as of when a fact held: when its article was published, or the date in its quoted words. */
export const setAsOf: FixProvider = {
  codes: ['undated-conflict', 'possible-conflict'],
  *fixes(finding, context) {
    const pair = pairOf(context, finding);
    const place = pair === null ? undefined : editable(context, pair.here);
    if (pair === null || place === undefined) {
      return;
    }
    const { fact, article, time, uri } = pair.here;
    const isDated = fact.asOf !== undefined || fact.from !== undefined || fact.until !== undefined;
    if (isDated || time.kind === 'span') {
      return;
    }
    const { published, publishedText } = article;
    // Beside a stated `from` or `until` a date that was presumed is as good as a stated one.
    if (published !== undefined && publishedText !== null && pair.there.time.kind === 'instant') {
      const change = setKey(place.sidecar, place.map, 'asOf', scalar(publishedText));
      yield* fix(`Set asOf to the article’s date (${describeDate(published)})`, uri, [change]);
    }
    const told = new Set([publishedText]);
    for (const { date, edtf } of fact.quotes.flatMap(({ exact }) => findDates(exact.value))) {
      if (!told.has(edtf)) {
        told.add(edtf);
        const change = setKey(place.sidecar, place.map, 'asOf', scalar(edtf));
        yield* fix(`Set asOf to the date in the quote (${describeDate(date)})`, uri, [change]);
      }
    }
  },
};
