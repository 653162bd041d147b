import { figuresOf } from '../../articles/figures.js';
import { quotedWords } from '../../corpus/anchor.js';
import type { BoundFact } from '../../corpus/boundFact.js';
import type { Corpus } from '../../corpus/corpus.js';
import type { Modality } from '../../sidecars/sidecar.js';
import { readDate } from '../../values/date.js';
import { compareQuantities } from '../../values/quantity.js';
import { overlaps } from '../../text/span.js';
import type { NewFact } from './factKeys.js';
import type { FactChoices, Guess, Speaker, StatedTime } from './guess.js';
import { denialIn, guessModality } from './modalityGuess.js';
import { guessPlaces } from './placeGuess.js';
import { guessProperties, type PropertyGuess } from './propertyGuess.js';
import { guessSpeakers } from './speakerGuess.js';
import type { Statement } from './statement.js';
import { guessSubjects } from './subjectGuess.js';
import { guessTimes } from './timeGuess.js';
import { isPossible } from './trial.js';
import { countedBy, saidIn, writtenAs, type Said } from './valueGuess.js';

/**
 * What can be recorded from a statement, given what was chosen so far. Of every list the first is
 * the best guess; a list is empty where nothing can be guessed.
 */
export interface FactProposal {
  readonly statement: Statement;
  readonly subjects: readonly Guess<string>[];
  readonly properties: readonly Guess<string>[];
  readonly values: readonly Guess<string>[];
  /** Empty where the property sets no places apart. */
  readonly places: readonly Guess<string | null>[];
  readonly speakers: readonly Guess<Speaker>[];
  readonly modality: Guess<Modality>;
  readonly times: readonly Guess<StatedTime>[];
  /** The word by which the statement may be a denial: never guessed, always asked. */
  readonly denial: string | undefined;
  /** Facts that quote some of these words already. */
  readonly recorded: readonly BoundFact[];
  /** The fact that all first guesses make, with the choices in their place; undefined without a subject. */
  readonly fact: NewFact | undefined;
}

/** Proposes a fact for a statement. Whatever was chosen is kept, be it a good choice or not. */
export function proposeFact(
  statement: Statement,
  choices: FactChoices,
  corpus: Corpus,
): FactProposal {
  const { article } = statement;
  const info = corpus.infoOf(article.uri);
  const recorded = recordedIn(statement, corpus);
  const said = unrecordedFirst(saidIn(statement), recorded);
  const speakers = guessSpeakers(statement, corpus);
  const figure = said[0]?.kind === 'figure' ? said[0].figure : undefined;
  const subjects = guessSubjects(statement, figure, speakers, corpus);
  const subject = choices.subject ?? subjects[0]?.value;
  const proposal = { statement, subjects, speakers, recorded };
  if (subject === undefined) {
    return {
      ...proposal,
      modality: guessModality(statement),
      times: guessTimes(statement, info),
      denial: denialIn(statement),
      properties: [],
      values: [],
      places: [],
      fact: undefined,
    };
  }
  const draft = (property: string, value: string, time: StatedTime): NewFact => ({
    subject,
    property,
    value,
    place: null,
    speaker: choices.speaker ?? speakers[0]?.value ?? { saidBy: [] },
    modality: choices.modality ?? 'asserted',
    time,
    isNegative: choices.polarity === 'negative',
    quote: statement.quote,
  });
  const possible = (property: string, value: string, time: StatedTime = {}): boolean =>
    isPossible(draft(property, value, time), article, corpus);
  const properties = guessProperties(statement, said, subject, corpus).filter((guess) =>
    guess.texts.some((text) => possible(guess.value, text)),
  );
  const property = choices.property ?? properties[0]?.value ?? 'status';
  const values = valuesFor(property, said, corpus, properties, (text) => possible(property, text));
  const value = choices.value ?? values[0]?.value ?? '';
  // How and when it held is read around the figure itself, not around all that was selected.
  const meant = values.find((guess) => guess.value === value)?.said;
  const focus =
    meant?.kind === 'figure' ? { ...statement, words: meant.figure.rendered } : statement;
  const counted =
    meant?.kind === 'figure' ? countedBy(article, meant.figure, corpus)?.mention.span : undefined;
  const modality = guessModality(focus);
  const times = guessTimes(focus, info);
  const separates = corpus.register.property(property)?.separators.includes('place') === true;
  const places = separates
    ? guessPlaces(statement, { ...focus.words, ...(counted && { end: counted.end }) }, corpus)
    : [];
  const fitting = times.filter(
    ({ value: time }) => Object.keys(time).length === 0 || possible(property, value, time),
  );
  const time = choices.time ?? fitting[0]?.value ?? {};
  const isLater = info.published !== undefined && startOf(time) >= info.published.end;
  const modalityThen: Guess<Modality> =
    isLater && modality.value === 'asserted'
      ? { value: 'forecast', why: 'its time lies after the article appeared' }
      : modality;
  return {
    ...proposal,
    modality: modalityThen,
    denial: denialIn(focus),
    times: fitting,
    properties,
    values,
    places,
    fact: {
      ...draft(property, value, time),
      modality: choices.modality ?? modalityThen.value,
      place: choices.place !== undefined ? choices.place : (places[0]?.value ?? null),
    },
  };
}

/** The facts of the article that quote words of a statement. */
export function recordedIn({ article, quoted }: Statement, corpus: Corpus): readonly BoundFact[] {
  const source = article.content.rendered.sourceSpan(quoted);
  return corpus
    .sidecarsFor(article.uri)
    .flatMap(({ facts }) => facts)
    .filter((bound) => quotedWords(corpus, bound).some(({ span }) => overlaps(span, source)));
}

/** Whether one of some facts has a figure for its value. */
function isRecorded(said: Said, recorded: readonly BoundFact[]): boolean {
  return (
    said.kind === 'figure' &&
    recorded.some(
      ({ value }) =>
        value?.kind === 'quantity' &&
        compareQuantities(
          { ...value.quantity, unit: null },
          { ...said.figure.quantity, unit: null },
        ) === 'compatible',
    )
  );
}

/** The figures that are on record already come after those that are not. */
function unrecordedFirst(said: readonly Said[], recorded: readonly BoundFact[]): readonly Said[] {
  const rank = (one: Said): number => Number(isRecorded(one, recorded));
  return recorded.length === 0 || said[0]?.kind !== 'figure'
    ? said
    : [
        ...said.filter(({ kind }) => kind === 'figure').sort((a, b) => rank(a) - rank(b)),
        ...said.filter(({ kind }) => kind !== 'figure'),
      ];
}

/** Whether a statement says nothing that is not on record with these words. */
export function isOnRecord({ statement, recorded }: FactProposal): boolean {
  const figures = figuresOf(statement.article.content).filter(
    ({ rendered }) =>
      rendered.start >= statement.words.start && rendered.end <= statement.words.end,
  );
  return (
    recorded.length > 0 &&
    figures.length > 0 &&
    figures.every((figure) => isRecorded({ kind: 'figure', figure }, recorded))
  );
}

interface ValueGuess extends Guess<string> {
  readonly said: Said;
}

function valuesFor(
  id: string,
  said: readonly Said[],
  corpus: Corpus,
  properties: readonly PropertyGuess[],
  isPossibleText: (text: string) => boolean,
): readonly ValueGuess[] {
  const property = corpus.register.property(id);
  if (property === undefined) {
    return [];
  }
  const first = properties.find(({ value }) => value === id)?.said;
  const ordered = first === undefined ? said : [first, ...said.filter((one) => one !== first)];
  return ordered.flatMap((one) => {
    const text = writtenAs(one, property).find(isPossibleText);
    const why = {
      figure: 'as the text writes it',
      date: 'the date in the text',
      words: 'the words in the text',
    }[one.kind];
    return text === undefined ? [] : [{ value: text, why, said: one }];
  });
}

/** The first day of a stated time; before all days without one. */
function startOf({ asOf, from }: StatedTime): number {
  const reading = readDate(from ?? asOf ?? '');
  return reading.kind === 'date' ? reading.date.start : -Infinity;
}
