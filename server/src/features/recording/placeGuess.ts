import type { Corpus } from '../../corpus/corpus.js';
import type { Mention } from '../../corpus/names.js';
import { covers, type Span } from '../../text/span.js';
import type { Guess } from './guess.js';
import { textOf } from './clause.js';
import type { Statement } from './statement.js';

/**
 * The places a statement may be about, the best guess first: the one right beside its words, or the
 * only one its sentence names; of several none is better than another, so that the first guess is
 * no place at all.
 *
 * @param meant the value's words, with what they count
 */
export function guessPlaces(
  statement: Statement,
  meant: Span,
  corpus: Corpus,
): readonly Guess<string | null>[] {
  const places = corpus.mentionsIn(statement.article).filter(isPlace);
  const here = places.filter(({ span }) => covers(statement.sentence, span));
  const beside =
    onlyOne(here.filter((mention) => isBeside(statement, meant, mention))) ??
    onlyOne(here.filter(({ span }) => covers(statement.words, span)));
  const ids = new Set(here.map(idOf));
  const named = here.map((mention): Guess<string> => ({
    value: idOf(mention),
    why: 'the sentence names it',
  }));
  const best: readonly Guess<string>[] =
    beside !== undefined
      ? [{ value: idOf(beside), why: 'it stands right beside these words' }]
      : ids.size === 1
        ? named.slice(0, 1)
        : [];
  const none: Guess<null> = {
    value: null,
    why: ids.size > 1 ? 'the sentence names several places' : 'the sentence names no place',
  };
  const heading = places.filter((mention) => isInHeading(statement, mention));
  const others = heading.map((mention): Guess<string> => ({
    value: idOf(mention),
    why: 'the heading above names it',
  }));
  const seen = new Set<string | null>();
  return [...best, none, ...named, ...others].filter(
    ({ value }) => !seen.has(value) && seen.add(value),
  );
}

function isPlace({ candidates }: Mention): boolean {
  return candidates.length === 1 && candidates[0]?.definition.kind === 'place';
}

function idOf({ candidates }: Mention): string {
  return candidates[0]?.definition.id.value ?? '';
}

/** The one place that all of some mentions name. */
function onlyOne(mentions: readonly Mention[]): Mention | undefined {
  return new Set(mentions.map(idOf)).size === 1 ? mentions[0] : undefined;
}

/** `England's 151 trusts`, `151 trusts in England`. */
function isBeside(statement: Statement, meant: Span, { span }: Mention): boolean {
  if (span.end <= meant.start) {
    return /^['’]s? $/.test(textOf(statement, { start: span.end, end: meant.start }));
  }
  return (
    span.start >= meant.end &&
    /^ (?:in|across|in the county of|in all of) $/.test(
      textOf(statement, { start: meant.end, end: span.start }),
    )
  );
}

function isInHeading({ article, words }: Statement, { span }: Mention): boolean {
  const heading = article.content.blocks.findLast(
    ({ kind, rendered }) => kind === 'heading' && rendered.end <= words.start,
  );
  return heading !== undefined && covers(heading.rendered, span);
}
