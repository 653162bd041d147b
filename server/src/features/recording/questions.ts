import type { Corpus } from '../../corpus/corpus.js';
import { modalities, type Modality } from '../../sidecars/sidecar.js';
import { describeDate, readDate } from '../../values/date.js';
import type { FactChoices, Guess, Speaker, StatedTime } from './guess.js';
import type { FactProposal } from './proposeFact.js';

/** One thing that a person decides about a fact. The first option is the best guess. */
export interface Question {
  readonly key: QuestionKey;
  readonly title: string;
  readonly options: readonly Option[];
  /** What words typed instead are taken for. */
  readonly typed?: 'value' | 'asOf';
  /** No option is a guess: somebody has to say. */
  readonly mustAsk?: boolean;
}

export type QuestionKey =
  'subject' | 'property' | 'value' | 'place' | 'speaker' | 'modality' | 'time' | 'polarity';

export interface Option {
  readonly label: string;
  /** An id or a unit, where the label does not tell it. */
  readonly description: string;
  /** Why it is guessed; empty for what is merely possible. */
  readonly why: string;
  /** What choosing it adds to the choices made so far. */
  readonly choice: FactChoices;
}

/** So many more subjects than the guessed ones are offered. */
const MOST_OTHERS = 500;

/** The questions about a proposal, in the order in which they are asked. Later ones change with the answers. */
export function questionsFor(proposal: FactProposal, corpus: Corpus): readonly Question[] {
  const { properties, values, places, speakers, modality, times, denial } = proposal;
  const nameOf = (id: string): string => corpus.register.nameOf(id);
  const option = (label: string, why: string, choice: FactChoices, description = ''): Option => ({
    label,
    description,
    why,
    choice,
  });
  return [
    { key: 'subject', title: 'What is this about?', options: subjectOptions(proposal, corpus) },
    {
      key: 'property',
      title: 'What is stated of it?',
      options: properties.map(({ value, why }) =>
        option(corpus.register.property(value)?.name ?? value, why, { property: value }, value),
      ),
    },
    {
      key: 'value',
      title: 'Its value, as the text gives it',
      options: values.map(({ value, why }) => option(value, why, { value })),
      typed: 'value',
    },
    ...(places.length === 0
      ? []
      : [
          {
            key: 'place' as const,
            title: 'Where?',
            options: places.map(({ value, why }) =>
              value === null
                ? option('No place', why, { place: null })
                : option(nameOf(value), why, { place: value }, value),
            ),
          },
        ]),
    {
      key: 'speaker',
      title: 'Who says so?',
      options: speakers.map(({ value, why }) =>
        option(speakerWords(value, nameOf), why, { speaker: value }, value.saidBy.join(', ')),
      ),
    },
    { key: 'modality', title: 'How is it stated?', options: modalityOptions(modality) },
    {
      key: 'time',
      title: 'When did it hold?',
      options: times.map(({ value, why }) => option(timeWords(value), why, { time: value })),
      typed: 'asOf',
    },
    ...(denial === undefined
      ? []
      : [
          {
            key: 'polarity' as const,
            title: `The words “${denial}” may make this a denial. What does the text say?`,
            options: [
              option('It is so', '', { polarity: 'positive' }),
              option('It is not so', 'a denial: polarity negative', { polarity: 'negative' }),
            ],
            mustAsk: true,
          },
        ]),
  ];
}

function subjectOptions({ subjects }: FactProposal, corpus: Corpus): readonly Option[] {
  const known = new Set(subjects.map(({ value }) => value));
  const others = corpus.register
    .all()
    .filter(
      ({ definition: { kind, id } }) =>
        kind !== 'property' && kind !== 'event' && !known.has(id.value),
    )
    .slice(0, MOST_OTHERS)
    .map(({ definition }): Guess<string> => ({ value: definition.id.value, why: '' }));
  return [...subjects, ...others].map(({ value, why }) => ({
    label: corpus.register.nameOf(value),
    description: value,
    why,
    choice: { subject: value },
  }));
}

function modalityOptions({ value, why }: Guess<Modality>): readonly Option[] {
  const others = modalities.filter((other) => other !== value);
  return [value, ...others].map((modality) => ({
    label: modality,
    description: modalityWords[modality],
    why: modality === value ? why : '',
    choice: { modality },
  }));
}

const modalityWords: Readonly<Record<Modality, string>> = {
  asserted: 'a fact',
  planned: 'it is to be so',
  required: 'it has to be so',
  pledged: 'somebody promises it',
  proposed: 'somebody suggests it',
  desired: 'somebody wants it',
  forecast: 'somebody expects it',
  hypothetical: 'it could be so',
};

function speakerWords({ saidBy, saidAs }: Speaker, nameOf: (id: string) => string): string {
  if (saidBy.length === 0) {
    return 'The article itself';
  }
  return saidBy
    .map((id) => (id === 'anonymous' ? `“${saidAs ?? 'an unnamed source'}”` : nameOf(id)))
    .join(' and ');
}

/** A stated time in words. */
function timeWords({ asOf, from, until }: StatedTime): string {
  const words = [
    ...(asOf === undefined ? [] : [`in ${dateWords(asOf)}`]),
    ...(from === undefined ? [] : [`since ${dateWords(from)}`]),
    ...(until === undefined ? [] : [`until ${dateWords(until)}`]),
  ];
  return words.length === 0 ? 'No time of its own' : words.join(', ');
}

function dateWords(edtf: string): string {
  const reading = readDate(edtf);
  return reading.kind === 'date' ? describeDate(reading.date) : edtf;
}
