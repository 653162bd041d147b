import type { BoundFact } from '../../corpus/boundFact.js';
import type { Corpus } from '../../corpus/corpus.js';
import { idKey } from '../../corpus/register.js';
import { describeDate, readDate, type DateRange } from '../../values/date.js';
import { addDefinition, type NewKeys } from '../sectionEdit.js';
import { scalar } from '../sidecarEdit.js';
import { fileWords, fix, pairOf, type FixProvider } from './fix.js';

/** Records that something happened between two facts which made the one value the other. */
export const recordEvent: FixProvider = {
  codes: ['unexplained-change'],
  *fixes(finding, context) {
    const pair = pairOf(context, finding);
    if (pair === null) {
      return;
    }
    const { corpus } = context;
    const hereFirst = !('order' in pair.times) || pair.times.order !== 'after';
    const [earlier, later] = hereFirst ? [pair.here, pair.there] : [pair.there, pair.here];
    const subject = earlier.fact.subject?.value ?? '';
    const property = earlier.fact.property?.value ?? '';
    const date = dateOfChange(earlier, later);
    if (
      date === undefined ||
      earlier.fact.value?.kind !== 'scalar' ||
      later.fact.value?.kind !== 'scalar'
    ) {
      return;
    }
    const uri = corpus.register.eventsOf(subject)[0]?.uri ?? finding.uri;
    const sidecar = corpus.sidecar(uri)?.content;
    if (sidecar === undefined) {
      return;
    }
    const place = [...earlier.fact.otherKeys, ...earlier.fact.qualifiers].find(
      ({ key }) => key.value === 'place',
    );
    const keys: NewKeys = [
      ['type', scalar(typeOf(earlier, later))],
      ['subject', scalar(subject, true)],
      ...(place === undefined ? [] : [['place', scalar(place.value.value, true)] as const]),
      ['property', scalar(property, true)],
      ['before', scalar(earlier.fact.value.text)],
      ['after', scalar(later.fact.value.text)],
      ['date', scalar(date.source)],
    ];
    const id = freeId(corpus, `${subject}-${property}-${yearOf(later, date)}`);
    const change = addDefinition(sidecar, 'events', id, keys);
    const title = `Record an event that explains the change, in ${fileWords(uri, finding.uri)} (${describeDate(date)})`;
    yield* fix(title, uri, [change]);
  },
};

/** Some time between the two: that is all that is known. */
function dateOfChange(earlier: BoundFact, later: BoundFact): DateRange | undefined {
  const sources = [earlier, later].map(({ time }) =>
    time.kind === 'instant'
      ? time.range.source
      : time.kind === 'span'
        ? (time.from ?? time.until)?.source
        : undefined,
  );
  for (const text of [sources.join('/'), sources[1] ?? '', sources[0] ?? '']) {
    const reading = readDate(text);
    if (reading.kind === 'date') {
      return reading.date;
    }
  }
  return undefined;
}

/** Fewer bodies after than before were merged; of other values no more is known than that they changed. */
function typeOf({ value: before, property }: BoundFact, { value: after }: BoundFact): string {
  if (property?.id !== 'count' || before?.kind !== 'quantity' || after?.kind !== 'quantity') {
    return 'transfer';
  }
  const [old, now] = [before.quantity.min, after.quantity.min];
  if (old === null || now === null || old.eq(now)) {
    return 'transfer';
  }
  if (now.lt(old)) {
    return now.eq(0) ? 'abolition' : 'merger';
  }
  return old.eq(0) ? 'foundation' : 'split';
}

function yearOf({ time }: BoundFact, date: DateRange): string {
  const source = time.kind === 'instant' ? time.range.source : date.source;
  return /\d{4}/.exec(source)?.[0] ?? 'change';
}

function freeId(corpus: Corpus, wanted: string): string {
  let id = wanted;
  for (let number = 2; corpus.register.definitionsOf(idKey('event', id)).length > 0; number++) {
    id = `${wanted}-${number}`;
  }
  return id;
}
