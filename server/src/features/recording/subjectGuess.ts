import type { Corpus } from '../../corpus/corpus.js';
import type { Mention } from '../../corpus/names.js';
import { covers, overlaps } from '../../text/span.js';
import type { Guess, Speaker } from './guess.js';
import { creditedPlaces } from './speakerGuess.js';
import { countedBy } from './valueGuess.js';
import type { Figure } from '../../articles/figures.js';
import type { Statement } from './statement.js';

/** More would be no help in a list; the others can be found by typing. */
const MOST = 12;

/**
 * What a statement may be about, the best guess first: what its figure counts, what its words name,
 * then the rest of its sentence, its paragraph and its article. Those who say it come last, places
 * after bodies and people.
 */
export function guessSubjects(
  statement: Statement,
  figure: Figure | undefined,
  speakers: readonly Guess<Speaker>[],
  corpus: Corpus,
): readonly Guess<string>[] {
  const { article, words, sentence, block } = statement;
  const mentions = corpus.mentionsIn(article);
  const counted = figure === undefined ? undefined : countedBy(article, figure, corpus);
  const saying = new Set(speakers.flatMap(({ value }) => value.saidBy));
  const credits = creditedPlaces(statement, corpus);
  const { publisher } = corpus.infoOf(article.uri);
  const at = figure?.rendered ?? words;
  const inSentence = mentions.filter(({ span }) => covers(sentence, span));
  const groups: readonly (readonly [why: string, mentions: readonly Mention[]])[] = [
    ['these words name it', mentions.filter(({ span }) => overlaps(words, span))],
    ['the sentence names it', nearestFirst(inSentence, at.start)],
    [
      'the paragraph names it before',
      nearestFirst(
        // What comes later is seldom what a sentence speaks of.
        mentions.filter(({ span }) => covers(block, span) && span.end <= at.start),
        at.start,
      ),
    ],
    ['the article names it most', mostFrequentFirst(mentions)],
  ];
  const guesses: Guess<string>[] =
    counted === undefined
      ? []
      : [{ value: counted.counted.definition.id.value, why: 'the figure counts it' }];
  const later: Guess<string>[] = [];
  const last: Guess<string>[] = [];
  for (const [why, group] of groups) {
    for (const { candidates, span } of group) {
      const isCredit = credits.some((credit) => covers(credit, span));
      for (const { definition } of candidates) {
        const value = definition.id.value;
        const isUnclear = candidates.length > 1;
        const guess = { value, why: isUnclear ? `${why}, or another of that name` : why };
        const isSpeaker =
          isCredit || value === publisher || (saying.has(value) && candidates.length === 1);
        (isSpeaker ? last : definition.kind === 'place' || isUnclear ? later : guesses).push(guess);
      }
    }
  }
  const seen = new Set<string>();
  return [...guesses, ...later, ...last]
    .filter(({ value }) => !seen.has(value) && seen.add(value))
    .slice(0, MOST);
}

function nearestFirst(mentions: readonly Mention[], offset: number): readonly Mention[] {
  const distance = ({ span }: Mention): number =>
    span.end <= offset ? offset - span.end : span.start - offset;
  return [...mentions].sort((a, b) => distance(a) - distance(b));
}

function mostFrequentFirst(mentions: readonly Mention[]): readonly Mention[] {
  const counts = new Map<string, { mention: Mention; count: number }>();
  for (const mention of mentions) {
    const key = mention.candidates.map(({ definition }) => definition.id.value).join(' ');
    const known = counts.get(key) ?? { mention, count: 0 };
    counts.set(key, { mention: known.mention, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ mention }) => mention);
}
