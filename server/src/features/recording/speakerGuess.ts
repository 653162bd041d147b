import { sentencesOf } from '../../articles/article.js';
import type { Corpus } from '../../corpus/corpus.js';
import type { Mention } from '../../corpus/names.js';
import { covers, type Span } from '../../text/span.js';
import { textOf } from './clause.js';
import type { Guess, Speaker } from './guess.js';
import type { Statement } from './statement.js';

const verb =
  '(?:said|says|say|told|tells|announced|announces|argued|argues|added|adds|warned|warns|stated|states|claimed|claims|' +
  'estimated|estimates|insisted|insists|confirmed|confirms|disclosed|disclosed|predicted|predicts|believed|believes|' +
  'thought|thinks|pledged|promised|declared|explained|revealed|acknowledged|admitted|stressed|noted|denied|denies|' +
  'expects|expected|hopes|hoped|suggested|suggests|proposed|proposes|forecast|forecasts|calculated|calculates|wrote|writes)';

/** "has also", "have both", "however,": what may stand between a speaker and the verb. */
const between =
  '(?:,? (?:however|though|too|meanwhile),)?(?: (?:has|have|had|also|both|all|later|then|now|repeatedly|earlier|again)){0,3}';

/** `X said`, `X, chief executive of Y, has said`. */
const speaks = new RegExp(`^(?:,(?! and\\b)[^.;:!?“”"]{1,160}?,)?${between} ${verb}\\b`);
const speaksAtOnce = new RegExp(`^,?${between} ${verb}\\b`);
/** `…, said X`. */
const spokenBy =
  /(?:[,”"’?!]|^) (?:said|says|added|adds|argued|argues|warned|warns|explained|explains|claimed|wrote|writes) $/;
/** `according to X`, `as announced by X`, `in the words of X`. */
const creditedTo =
  /(?:\baccording to(?: the)?|\b(?:announced|disclosed|confirmed|estimated|published|said|stated|claimed) by(?: the)?|\bin the (?:words|view|opinion) of(?: the)?) $/i;
/** `in X’s account`. */
const account = /^['’]s? (?:account|view|words|opinion|estimate|estimates)\b/;
/** What makes a name part of another phrase: "the report by X said", "a spokesman for X said". */
const withinPhrase =
  /\b(?:by|of|from|for|to|with|at|in|on|about|against|than|like|near|between|among|within|inside|outside|across|behind|under|through|before|after)(?: the| a| an| our| its| their)? $/i;

const word = "(?!(?:that|who|which|and|or|but|whether)\\b)[\\p{L}’'-]+";
const where = `(?: (?:for|at|in|of|within|from|close to) (?:the )?(?:[\\p{L}’'&-]+ ?){1,6}?)?`;
const people =
  'spokespeople|sources|officials|insiders|ministers|managers|directors|commissioners|senior figures|advisers|experts|analysts';
const person =
  'spokes(?:man|woman|person)|source|official|insider|minister|manager|director|commissioner|adviser|expert|analyst';
const few =
  '(?:[Aa]n?|[Oo]ne|[Ss]ome|[Ss]everal|[Mm]any|[Tt]wo|[Tt]hree|[Ss]enior|[Oo]ther|[Vv]arious)';

/** People who speak without being named. Of things ("the report", "figures") nothing is guessed. */
const unnamed = new RegExp(
  `(?:^|[ “"(])((?:${few} (?:${word} ){0,4}?(?:${people}|${person})|(?:\\p{Lu}[\\p{L}-]+ )?(?:${people}|Sources|Officials|Insiders|Ministers|Managers|Directors|Advisers|Experts|Analysts|Senior figures))${where})` +
    `(?:,[^.;:!?“”"]{1,120}?,)?${between} ${verb}\\b`,
  'u',
);
const unnamedCredit = new RegExp(
  `\\b(?:[Aa]ccording to|(?:denied|said|confirmed|disclosed) by) (${few} (?:${word} ){0,3}?(?:${people}|${person})${where})(?=[,.;:]| (?:who|that|which)\\b|$)`,
  'u',
);

/** "he said": whoever spoke in the sentence before. */
const pronoun = new RegExp(
  `(?:^|[ ,“"])(?:he|she|they)${between} (?:made clear|${verb})\\b|\\b(?:said|added) (?:he|she|they)\\b`,
  'i',
);

const ownVoice: Speaker = { saidBy: [] };

/**
 * Who may be credited with a statement, the best guess first. Only people, organisations and
 * documents that are defined count as named; of several who speak in one sentence none is guessed.
 */
export function guessSpeakers(statement: Statement, corpus: Corpus): readonly Guess<Speaker>[] {
  const { publisher } = corpus.infoOf(statement.article.uri);
  const here = speakersIn(statement, statement.sentence, corpus).filter(
    ({ value }) => value.saidBy.join() !== publisher, // the article speaks for itself
  );
  const own: Guess<Speaker> = {
    value: ownVoice,
    why:
      here.length > 1
        ? 'the sentence credits several, and which of them says this is not clear'
        : 'the sentence credits nobody else',
  };
  if (here.length === 0) {
    const before = earlierSpeaker(statement, corpus);
    return before === undefined ? [own] : [before, own];
  }
  return here.length === 1 ? [...here, own] : [own, ...here];
}

/** A name that is credited with what is said. */
interface Credit {
  readonly mention: Mention;
  readonly why: string;
  /** From the name to the verb: "Jane Doe, head of Example House, said". */
  readonly span: Span;
}

function creditsIn(statement: Statement, within: Span, corpus: Corpus): readonly Credit[] {
  const credits: Credit[] = [];
  let end = within.start;
  for (const mention of corpus.mentionsIn(statement.article)) {
    if (covers(within, mention.span) && mention.span.start >= end && isOneSpeaker(mention)) {
      const credit = creditOf(statement, within, mention);
      if (credit !== undefined) {
        credits.push({
          mention,
          why: credit.words,
          span: { start: mention.span.start, end: credit.end },
        });
        end = credit.end;
      }
    }
  }
  return credits;
}

/** Where the sentence tells who speaks: what it names there is not what it speaks of. */
export function creditedPlaces(statement: Statement, corpus: Corpus): readonly Span[] {
  return creditsIn(statement, statement.sentence, corpus).map(({ span }) => span);
}

/** Those whom a stretch of the article credits, each once. */
function speakersIn(statement: Statement, within: Span, corpus: Corpus): readonly Guess<Speaker>[] {
  const credits = creditsIn(statement, within, corpus);
  const text = textOf(statement, within);
  const words = (unnamed.exec(text)?.[1] ?? unnamedCredit.exec(text)?.[1])?.trim();
  const somebody: readonly Guess<Speaker>[] =
    words === undefined
      ? []
      : [
          {
            value: { saidBy: ['anonymous'], saidAs: saidAs(words) },
            why: 'the sentence credits somebody without a name',
          },
        ];
  const [first] = credits;
  const together = first === undefined ? [] : togetherWith(statement, first.mention, corpus);
  const ids = [...new Set([...together, ...credits.map(({ mention }) => mention)].map(idOf))];
  if (first !== undefined && together.length > 0 && ids.length === together.length + 1) {
    return [{ value: { saidBy: ids }, why: first.why }, ...somebody];
  }
  const named = new Map(credits.map(({ mention, why }) => [idOf(mention), why]));
  return [...[...named].map(([id, why]) => ({ value: { saidBy: [id] }, why })), ...somebody];
}

function isOneSpeaker({ candidates }: Mention): boolean {
  const definition = candidates[0]?.definition;
  const kind = definition?.kind;
  // A kind of body has no mouth: "trusts expected to merge" tells of them.
  return (
    candidates.length === 1 &&
    (kind === 'person' || kind === 'organisation' || kind === 'document') &&
    definition?.fields.get('kind')?.value !== 'class'
  );
}

function idOf({ candidates }: Mention): string {
  return candidates[0]?.definition.id.value ?? '';
}

/** The words that credit a mention with what is said, and where they end. */
function creditOf(
  statement: Statement,
  within: Span,
  { span }: Mention,
): { readonly words: string; readonly end: number } | undefined {
  const before = textOf(statement, { start: within.start, end: span.start });
  const after = textOf(statement, { start: span.end, end: within.end });
  const name = textOf(statement, span);
  const credit = creditedTo.exec(before) ?? spokenBy.exec(before);
  if (credit !== null) {
    return {
      words: `the sentence says “${credit[0].replace(/^[,”"’?! ]+/, '')}${name}”`,
      end: span.end,
    };
  }
  const isAccount = account.exec(after);
  if (isAccount !== null && /\bin $/i.test(before)) {
    return { words: `the sentence says “in ${name}${isAccount[0]}”`, end: span.end };
  }
  // Behind another name and a comma it is that one's post that is told, or the name of "its chairman".
  const said = (/, $/.test(before) ? speaksAtOnce : speaks).exec(after);
  return said === null || withinPhrase.test(before)
    ? undefined
    : {
        words: `the sentence says “${name}${said[0].length > 60 ? ' …' : said[0]}”`,
        end: span.end + said[0].length,
      };
}

/** `David Cameron, the leader, and Mr Lansley have both pledged`: both speak. */
function togetherWith(statement: Statement, speaker: Mention, corpus: Corpus): readonly Mention[] {
  const mentions = corpus.mentionsIn(statement.article);
  const index = mentions.indexOf(speaker);
  const before = mentions.slice(0, index).findLast((mention) => {
    if (!isOneSpeaker(mention)) {
      return false;
    }
    const gap = textOf(statement, { start: mention.span.end, end: speaker.span.start });
    return /^(?:,[^,.;:“”"]{1,80},)? and (?:the )?$/.test(gap);
  });
  return before === undefined ? [] : [before];
}

/** Whoever spoke in the sentences before, where this one says "he said" or stands in quotation marks. */
function earlierSpeaker(statement: Statement, corpus: Corpus): Guess<Speaker> | undefined {
  const { article, sentence, block } = statement;
  const says = pronoun.exec(textOf(statement, sentence))?.[0].replace(/^[ ,“"]+/, '');
  if (says === undefined) {
    return undefined;
  }
  const said = (speaker: Guess<Speaker>): Guess<Speaker> => ({
    value: speaker.value,
    why: `the sentence says “${says}”, after one that names who`,
  });
  const earlier = sentencesOf(article.content).filter(
    (each) => covers(block, each) && each.end <= sentence.start && each.end > sentence.start - 1500,
  );
  for (const each of earlier.toReversed()) {
    const speakers = speakersIn(statement, each, corpus);
    const [speaker] = speakers.length > 0 ? speakers : peopleIn(statement, each, corpus);
    if (speaker !== undefined) {
      return speakers.length > 1 || !isSomebody(speaker.value, corpus) ? undefined : said(speaker);
    }
  }
  return undefined;
}

/** The one person whom a stretch of the article names, whatever it says of him or her. */
function peopleIn(statement: Statement, within: Span, corpus: Corpus): readonly Guess<Speaker>[] {
  const ids = corpus
    .mentionsIn(statement.article)
    .filter(({ span, candidates }) => covers(within, span) && candidates.length === 1)
    .flatMap(({ candidates }) => candidates)
    .filter(({ definition }) => definition.kind === 'person')
    .map(({ definition }) => definition.id.value);
  const people = [...new Set(ids)];
  return people.length === 1 ? [{ value: { saidBy: people }, why: '' }] : [];
}

/** "He" and "she" are no organisation. */
function isSomebody({ saidBy: [id = ''] }: Speaker, corpus: Corpus): boolean {
  return id === 'anonymous' || corpus.register.find('person', id) !== undefined;
}

/** How an unnamed source is written down: in small letters, unless it is an acronym. */
function saidAs(words: string): string {
  return /^\p{Lu}\p{Ll}|^A /u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
