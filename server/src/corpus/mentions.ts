import { firstPast } from '../text/firstPast.js';
import type { Article } from '../articles/article.js';
import { Revised } from '../articles/revision.js';
import type { Definition } from '../sidecars/definition.js';
import type { TextChange } from '../text/textChange.js';
import { readDate, type DateRange } from '../values/date.js';
import type { ArticleInfo } from './articleInfo.js';
import type { Mention, Named, NameMatcher } from './names.js';

/**
 * The mentions in an article, as spans of its rendered text. Where one name stands for several
 * (two governments are "the government"), the article's date decides if it can.
 */
export function findMentions(
  article: Article,
  info: ArticleInfo,
  names: NameMatcher,
): readonly Mention[] {
  const mentions = mentionsOf(article, names);
  const { published } = info;
  if (published === undefined || mentions.every(({ candidates }) => candidates.length < 2)) {
    return mentions;
  }
  return mentions.map(({ span, candidates }) => ({
    span,
    candidates: atDate(candidates, published),
  }));
}

/** What names stand for in a text, whatever its date, and by which names that was found. */
interface Found {
  readonly names: NameMatcher;
  readonly version: number;
  readonly mentions: readonly Mention[];
}

const found = new Revised<Found>();

/** After an edit only what was edited is searched again. */
function mentionsOf(article: Article, names: NameMatcher): readonly Mention[] {
  const { version } = names;
  const isOfNow = (one: Found | undefined): one is Found =>
    one?.names === names && one.version === version;
  const known = found.get(article);
  if (isOfNow(known)) {
    return known.mentions;
  }
  const { text } = article.rendered;
  const earlier = found.earlier(article);
  const mentions =
    earlier !== undefined && isOfNow(earlier.made)
      ? mentionsAfter(earlier.made.mentions, earlier.change, text, names)
      : names.find(text);
  return found.set(article, { names, version, mentions }).mentions;
}

/** No name goes on after an empty line: what stands before one and after one can be searched by itself. */
const EMPTY_LINE = '\n\n';

/** The mentions in an edited text: of those before the edit all that stand in other paragraphs. */
function mentionsAfter(
  before: readonly Mention[],
  { start, oldEnd, newEnd }: TextChange,
  text: string,
  names: NameMatcher,
): readonly Mention[] {
  const shift = newEnd - oldEnd;
  const gap = start < 2 ? -1 : text.lastIndexOf(EMPTY_LINE, start - 2);
  const from = gap < 0 ? 0 : gap + 2;
  const nextGap = text.indexOf(EMPTY_LINE, newEnd);
  const to = nextGap < 0 ? text.length : nextGap;
  const mentions = before.slice(0, firstFrom(before, from));
  for (const mention of names.find(text.slice(from, to))) {
    mentions.push(shifted(mention, from));
  }
  for (let next = firstFrom(before, to - shift); next < before.length; next++) {
    const mention = before[next];
    if (mention !== undefined) {
      mentions.push(shifted(mention, shift));
    }
  }
  return mentions;
}

function shifted(mention: Mention, by: number): Mention {
  const { span, candidates } = mention;
  return by === 0 ? mention : { span: { start: span.start + by, end: span.end + by }, candidates };
}

/** The number of the first mention that starts at an offset or after it. */
function firstFrom(mentions: readonly Mention[], offset: number): number {
  return firstPast(mentions.length, (at) => (mentions[at]?.span.start ?? 0) < offset);
}

function atDate(candidates: readonly Named[], published: DateRange): readonly Named[] {
  if (candidates.length < 2) {
    return candidates;
  }
  const existing = candidates.filter(({ definition }) => {
    const { founded, dissolved } = lifeOf(definition);
    return (
      (founded === undefined || founded.start < published.end) &&
      (dissolved === undefined || dissolved.end > published.start)
    );
  });
  return existing.length === 0 ? candidates : existing;
}

interface Life {
  readonly founded: DateRange | undefined;
  readonly dissolved: DateRange | undefined;
}

/** Kept, since a name that several bear ("the government") is one that texts are full of. */
const lives = new WeakMap<Definition, Life>();

function lifeOf(definition: Definition): Life {
  let life = lives.get(definition);
  if (life === undefined) {
    life = {
      founded: dateOf(definition.fields.get('founded')?.value),
      dissolved: dateOf(definition.fields.get('dissolved')?.value),
    };
    lives.set(definition, life);
  }
  return life;
}

function dateOf(written: string | undefined): DateRange | undefined {
  const reading = written === undefined ? undefined : readDate(written);
  return reading?.kind === 'date' ? reading.date : undefined;
}
