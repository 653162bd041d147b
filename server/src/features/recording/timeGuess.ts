import { datesOf, type ArticleDate } from '../../articles/figures.js';
import type { ArticleInfo } from '../../corpus/articleInfo.js';
import { covers } from '../../text/span.js';
import { describeDate } from '../../values/date.js';
import { clauseOf, textOf } from './clause.js';
import type { Guess, StatedTime } from './guess.js';
import type { Statement } from './statement.js';

/**
 * When the statement held, by the dates of its sentence: the best guess first. Where it states no
 * date, or several that do not make one period, the first guess is no time at all: it is then
 * presumed current when the article appeared.
 */
export function guessTimes(statement: Statement, info: ArticleInfo): readonly Guess<StatedTime>[] {
  const dates = datesOf(statement.article.content).filter(({ rendered }) =>
    covers(statement.sentence, rendered),
  );
  const presumed: Guess<StatedTime> = {
    value: {},
    why:
      info.published === undefined
        ? 'no time is stated, nor when the article appeared'
        : `presumed current when the article appeared, ${describeDate(info.published)}`,
  };
  const guesses = dates.map((date) => timeOf(statement, date));
  const period = periodOf(statement, dates);
  const clause = clauseOf(statement);
  const near = dates.filter(({ rendered }) => covers(clause, rendered));
  const inWords = dates.filter(({ rendered }) => covers(statement.words, rendered));
  const only = [inWords, near, dates].find((some) => some.length > 0) ?? [];
  const best =
    period ?? (only.length === 1 ? guesses[dates.indexOf(only[0] as ArticleDate)] : undefined);
  return unique([...(best === undefined ? [] : [best]), presumed, ...guesses]);
}

/** What a date says of the time, by the word before it. */
function timeOf(statement: Statement, { edtf, rendered, text }: ArticleDate): Guess<StatedTime> {
  const { sentence } = statement;
  const before = textOf(statement, { start: sentence.start, end: rendered.start }).toLowerCase();
  const cue =
    /\b(since|from|until|till|up to|by the end of|before|by|after)\s+(?:the\s+|about\s+|early\s+|late\s+)?$/.exec(
      before,
    )?.[1];
  const why = `the sentence says “${cue === undefined ? '' : `${cue} `}${text}”`;
  const period = /^(\d{4}\S*)\/(\d{4}\S*)$/.exec(edtf);
  if (
    period !== null &&
    /\b(?:from|between)\b/.test(`${cue ?? ''} ${text.toLowerCase()} ${before.slice(-9)}`)
  ) {
    return { value: { from: period[1] ?? '', until: period[2] ?? '' }, why };
  }
  switch (cue) {
    case 'since':
    case 'from':
      return { value: { from: edtf }, why };
    case 'until':
    case 'till':
    case 'up to':
      return { value: { until: edtf }, why };
    case undefined:
    default:
      return { value: { asOf: edtf }, why };
  }
}

/** `from 2006 to 2010`, `between 2006 and 2010`. */
function periodOf(
  statement: Statement,
  dates: readonly ArticleDate[],
): Guess<StatedTime> | undefined {
  for (const [index, first] of dates.entries()) {
    const second = dates[index + 1];
    if (second === undefined) {
      return undefined;
    }
    const before = textOf(statement, {
      start: statement.sentence.start,
      end: first.rendered.start,
    });
    const gap = textOf(statement, { start: first.rendered.end, end: second.rendered.start });
    const isPeriod =
      (/\bfrom\s$/i.test(before) && /^ (?:to|until|till) $/.test(gap)) ||
      (/\bbetween\s$/i.test(before) && gap === ' and ');
    if (isPeriod && first.date.start < second.date.end) {
      return {
        value: { from: first.edtf, until: second.edtf },
        why: `the sentence gives the period from ${first.text} to ${second.text}`,
      };
    }
  }
  return undefined;
}

function unique(guesses: readonly Guess<StatedTime>[]): readonly Guess<StatedTime>[] {
  const told = new Set<string>();
  return guesses.filter(({ value }) => {
    const key = JSON.stringify(value);
    return !told.has(key) && told.add(key);
  });
}
