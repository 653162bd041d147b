import { SeededRandom } from './seededRandom.js';

/**
 * Texts of many kinds without end, the same for the same seed. Each has random numbers of its own: what one is
 * made of changes nothing for the others.
 */
export function* trialTexts<Kind>(
  seed: number,
  kinds: readonly Kind[],
  textOf: (kind: Kind, random: SeededRandom) => string,
): Generator<{ kind: Kind; text: string }, never> {
  for (let count = 0; ; count++) {
    const random = SeededRandom.ofItem(seed, count);
    const kind = random.pick(kinds);
    yield { kind, text: textOf(kind, random) };
  }
}
