import { startsWith, tokenise } from './token.js';

/** Words that say "more than one" and no more, each as its tokens. */
const VAGUE = (
  'several|numerous|many|very many|a great many|a number of|a large number of|a small number of|a few|few|' +
  'some|dozens|hundreds|thousands|millions|scores|tens|a handful|countless|various|a string of|a range of|' +
  'a majority|the majority|most|a minority|a couple|multiple|a raft of|a host of'
)
  .split('|')
  .map((phrase) => phrase.split(' '));

/** More than this many tokens after the vague word is a sentence, not an amount of something. */
const MOST_WORDS_AFTER = 4;

/** Whether the text is a vague amount: `several`, `dozens of trusts`, alone or with a short noun. */
export function isVague(source: string): boolean {
  const tokens = tokenise(source);
  if (tokens.some((token) => token.kind === 'number' || token.kind === 'code')) return false;
  return VAGUE.some(
    (phrase) => startsWith(tokens, 0, phrase) && tokens.length <= phrase.length + MOST_WORDS_AFTER,
  );
}
