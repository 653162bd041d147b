import { findDates } from '../values/prose.js';
import { compareQuantities, exactly, readQuantity, type Quantity } from '../values/quantity.js';
import { readDate } from '../values/date.js';
import { compareTimes, factTime, type FactTime } from '../values/factTime.js';
import { sentencesOf } from '../articles/article.js';
import type { CountedFigure } from '../corpus/articleIndex.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import { slotConditions } from '../corpus/slot.js';
import type { Definition } from '../sidecars/definition.js';
import { covers } from '../text/span.js';
import { describeSource } from './describe.js';
import type { Related } from './finding.js';
import { unquotedIn } from './figureUnrecorded.js';
import type { ArticleRule } from './rule.js';

/** A figure in an article that contradicts what the corpus holds for that time. */
export const figureDisagrees: ArticleRule = {
  kind: 'article',
  code: 'figure-disagrees',
  level: 'warning',
  summary: 'A figure in an article contradicts the facts of others for that time.',
  *check(article, corpus) {
    for (const candidate of unquotedIn(article, corpus)) {
      const { figure } = candidate;
      const place = wholeOf(article, candidate, corpus);
      const known = place === null ? [] : knownCounts(article, candidate, place, corpus);
      const against = contradiction(figure.quantity, known);
      if (against !== null) {
        const name =
          candidate.counted.definition.name?.value ?? candidate.counted.definition.id.value;
        yield {
          uri: article.uri,
          span: figure.span,
          message: `${name}: ${figure.text} here, but ${against.words}. If the text is right, record it as a fact with its time; otherwise correct it.`,
          related: [against.related],
        };
      }
    }
  },
};

/** Words that tell of another time than the article's, or of something that is not so (yet). */
const otherTime =
  /\b(?:will|would|could|might|may|should|shall|plans?|planned|proposals?|proposed|propos\w+|expected?|forecasts?|if|until|till|before|after|from|former\w*|previous\w*|originals?|originally|once|then|earlier|later|by|ago|were|was|had|used|new|merge\w*|cut|reduc\w+|halv\w+|increas\w+|become|became|created?|into|nearly|almost|around|about|some|other|remaining|another|first|last|survey\w*|sampl\w*|polls?|polled|repl\w+|respon\w+)\b/i;

/** What follows a name and narrows it: "the 140 trusts which …", "taking part", "and 12 others". */
const narrowed =
  /^\s*(?:in|of|on|at|to|across|around|within|among|between|outside|inside|near|under|for|that|which|who|whose|where|with|without|having|we|they|it|he|she|I|you|and|or|plus|run|left|known|seen|found|chosen|held|now|still|has|have already|[a-z]+ed|[a-z]+ing)\b/i;

/** "The two countries", "all three trusts": so few, without a place, are those just spoken of. */
const FEW = 10;

/**
 * The place for which a figure plainly states the whole: `England's 151 trusts`, `all 151 trusts`,
 * `the 151 trusts`. Null where it may be a part, or speak of another time. An empty text: no place
 * is named.
 */
function wholeOf(
  article: ArticleEntry,
  { figure, mention, between }: CountedFigure,
  corpus: Corpus,
): string | null {
  const { text } = article.content.rendered;
  const { min, max, unit } = figure.quantity;
  if (min === null || max?.eq(min) !== true || unit !== null || between !== '') {
    return null;
  }
  const sentence = sentencesOf(article.content).find((span) => covers(span, figure.rendered));
  if (sentence === undefined) {
    return null;
  }
  const before = text.slice(sentence.start, figure.rendered.start);
  const after = text.slice(mention.span.end, sentence.end);
  const around = `${before} ${after}`;
  if (otherTime.test(around) || findDates(around).length > 0) {
    return null;
  }
  if (narrowed.test(after)) {
    return placeAfter(article, mention.span.end, corpus);
  }
  const owner = possessivePlace(article, figure.rendered.start, corpus);
  if (owner !== null) {
    return owner;
  }
  const pointsBack = max.lt(FEW);
  return !pointsBack && /\b(?:all|all of the|the)\s*$/i.test(figureLead(before, figure.text))
    ? ''
    : null;
}

/** What leads up to a figure; the figure's own text may begin with "all" or "the". */
function figureLead(before: string, figure: string): string {
  const own = /^(?:all|all of the|the)\s/i.exec(figure);
  return own === null ? before : own[0];
}

/** `in England`: the named place, right after the counted name. */
function placeAfter(article: ArticleEntry, offset: number, corpus: Corpus): string | null {
  const { text } = article.content.rendered;
  const next = corpus.mentionsIn(article).find(({ span }) => span.start >= offset);
  const named = next?.candidates[0]?.definition;
  const gap = next === undefined ? '' : text.slice(offset, next.span.start);
  return named?.kind === 'place' && /^\s+(?:in|across)\s+$/i.test(gap) ? named.id.value : null;
}

/** `England's 151`: the place whose possessive stands right before the figure. */
function possessivePlace(article: ArticleEntry, offset: number, corpus: Corpus): string | null {
  const { text } = article.content.rendered;
  const last = corpus.mentionsIn(article).findLast(({ span }) => span.end <= offset);
  const named = last?.candidates[0]?.definition;
  const gap = last === undefined ? '' : text.slice(last.span.end, offset);
  return named?.kind === 'place' && /^['’]s?\s+$/.test(gap) ? named.id.value : null;
}

/** A count that is on record, with where it stands. */
interface Known {
  readonly quantity: Quantity;
  readonly time: FactTime;
  readonly words: string;
  readonly related: Related;
  readonly isCertain: boolean;
}

/** What facts and events say of the same whole at the time of the article. */
function knownCounts(
  article: ArticleEntry,
  { counted, figure }: CountedFigure,
  place: string,
  corpus: Corpus,
): readonly Known[] {
  const { published } = corpus.infoOf(article.uri);
  const subject = counted.definition.id.value;
  const facts = corpus
    .factsAbout(subject)
    .filter((bound) => isCount(bound) && bound.article.articleUri !== article.uri);
  const all = [
    ...facts.map((bound) => knownFact(bound, corpus)),
    ...knownEvents(subject, counted.definition, corpus),
  ];
  const wanted =
    place === ''
      ? widestPlace(
          all.map(({ at }) => at),
          corpus,
        )
      : place;
  const time = factTime({}, published);
  const figureValue = figure.quantity;
  return all
    .filter(({ at, known }) => at === wanted || (at === '' && agrees(figureValue, known.quantity)))
    .filter(({ known }) => {
      const { relation } = compareTimes(time, known.time, 366);
      return (
        relation === 'overlap' || (relation !== 'apart' && agrees(figureValue, known.quantity))
      );
    })
    .map(({ known, ...rest }) => ({ ...known, isCertain: !rest.draft && known.isCertain }))
    .filter((known) => isOfOneSize(figureValue, known.quantity));
}

function isCount({ fact, property, group, value }: BoundFact): boolean {
  return (
    property?.id === 'count' &&
    value?.kind === 'quantity' &&
    group !== 'expectation' &&
    !fact.negative &&
    fact.rank !== 'deprecated'
  );
}

interface Placed {
  readonly at: string;
  readonly draft: boolean;
  readonly known: Known;
}

function knownFact(bound: BoundFact, corpus: Corpus): Placed {
  const { fact, value, uri, article, group } = bound;
  const conditions = slotConditions(fact, bound.property);
  const place = conditions.find(([key]) => key === 'place');
  const quantity = value?.kind === 'quantity' ? value.quantity : exactly(0);
  return {
    at: place?.[1] ?? '',
    draft: article.draft,
    known: {
      quantity,
      time: bound.time,
      words: `${bound.valueText} in ${article.id} (${describeSource(bound, corpus)})`,
      related: {
        uri,
        span: fact.value?.span ?? fact.span,
        message: `The fact on record: ${bound.valueText}.`,
      },
      // Any other condition makes it a count of some of them.
      isCertain:
        group === 'fact' &&
        fact.certainty === 'certain' &&
        conditions.every(([key]) => key === 'place'),
    },
  };
}

/** An event says what the count was after it, up to the next event or the end of the body. */
function knownEvents(subject: string, body: Definition, corpus: Corpus): readonly Placed[] {
  const events = corpus.register.eventsOf(subject).flatMap(({ uri, definition }) => {
    const field = (key: string): string | undefined => definition.fields.get(key)?.value;
    const date = readDate(field('date') ?? '');
    const after = readQuantity(field('after') ?? '');
    const isDone =
      (field('modality') ?? 'asserted') === 'asserted' && !corpus.sidecar(uri)?.info.draft;
    return field('property') === 'count' &&
      date.kind === 'date' &&
      after?.kind === 'quantity' &&
      isDone
      ? [{ uri, definition, date: date.date, after: after.quantity, place: field('place') ?? '' }]
      : [];
  });
  const dissolved = readDate(body.fields.get('dissolved')?.value ?? '');
  return events.map(({ uri, definition, date, after, place }) => {
    const next = events
      .filter((other) => other.place === place && other.date.start >= date.end)
      .sort((a, b) => a.date.start - b.date.start)[0]?.date;
    const until = next ?? (dissolved.kind === 'date' ? dissolved.date : undefined);
    const name = definition.name?.value ?? definition.id.value;
    return {
      at: place,
      draft: false,
      known: {
        quantity: after,
        time: factTime(until === undefined ? { from: date } : { from: date, until }),
        words: `${definition.fields.get('after')?.value ?? ''} after the event “${name}”`,
        related: {
          uri,
          span: definition.fields.get('after')?.span ?? definition.id.span,
          message: 'The event on record.',
        },
        isCertain: until !== undefined,
      },
    };
  });
}

/**
 * Of the places on record the one that is part of no other and has parts itself, or is the only place
 * there is; no place at all where none is given. That nothing larger is defined does not yet make a
 * place the whole.
 */
function widestPlace(places: readonly string[], corpus: Corpus): string {
  const named = [...new Set(places)].filter((place) => place !== '').sort();
  const top = named.filter(
    (place) => corpus.register.find('place', place)?.definition.fields.get('partOf') === undefined,
  );
  const [whole] = top;
  const others = corpus.register
    .all()
    .filter(({ definition }) => definition.kind === 'place' && definition.id.value !== whole);
  const hasParts = others.some(
    ({ definition }) => definition.fields.get('partOf')?.value === whole,
  );
  return whole !== undefined && top.length === 1 && (hasParts || others.length === 0) ? whole : '';
}

/** The figure's first contradiction, if nothing that is on record bears it out. */
function contradiction(figure: Quantity, known: readonly Known[]): Known | null {
  if (known.some(({ quantity }) => agrees(figure, quantity))) {
    return null;
  }
  return known.find(({ isCertain }) => isCertain) ?? null;
}

function agrees(a: Quantity, b: Quantity): boolean {
  return compareQuantities({ ...a, unit: null }, { ...b, unit: null }) !== 'disjoint';
}

/** A much smaller figure is a part of the whole, whatever the words look like. */
function isOfOneSize(figure: Quantity, known: Quantity): boolean {
  const a = figure.min;
  const b = known.min ?? known.max;
  return a !== null && b !== null && b.gt(0) && a.gte(b.times(0.6)) && a.lte(b.times(1.6));
}
