import type { Modality } from '../../sidecars/sidecar.js';
import { clauseOf, textOf } from './clause.js';
import type { Guess } from './guess.js';
import type { Statement } from './statement.js';

/**
 * The words that make a statement something else than a fact, the strongest first: "the plans could
 * leave" is a hypothesis, not a plan. Where none stands in the same clause, it is asserted.
 */
const signs: readonly (readonly [Modality, RegExp])[] = [
  ['hypothetical', /\b(?:could|might|may|if|were to|would)\b/],
  [
    'proposed',
    /\b(?:propos(?:e|es|ed|al|als|ing)|recommend(?:s|ed|ation|ations)?|suggest(?:s|ed|ion|ions)?|under discussion|under consideration|is considering|are considering)\b/i,
  ],
  ['pledged', /\b(?:pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|vow(?:s|ed)?)\b/i],
  [
    'required',
    /\b(?:must|ha(?:s|ve|d) to|obligation|obliged|required to|is required|are required|requirement|order(?:s|ed) to|mandatory|compulsory)\b/,
  ],
  [
    'forecast',
    /\b(?:forecasts?|predict(?:s|ed|ion|ions)?|expect(?:s|ed)?|likely to|projected|projection|speculation)\b/i,
  ],
  [
    'desired',
    /\b(?:hop(?:e|es|ed|ing) (?:to|for|that)|want(?:s|ed)?|wish(?:es|ed)? (?:to|for)|call(?:s|ed)? for|aim(?:s|ed)? (?:to|for|at)|would like)\b/u,
  ],
  [
    'planned',
    /\b(?:planned|planning (?:to|for)|plans? (?:to|for)|(?:is|are|was|were) (?:due|set|meant|scheduled) to|(?:is|are) to (?!be (?:found|seen)\b)\p{Ll}+|intend(?:s|ed|ing)? to|intention)\b|(?<!\b(?:the|a|free|good|political|own) )\bwill\b(?! of\b)/u,
  ],
];

/** "ideally would want" is a wish, "would have to" an obligation: the verb behind tells more. */
const tellsMore: ReadonlySet<Modality> = new Set(['desired', 'required', 'forecast']);

/** How the statement is meant; a fact, unless its own clause says otherwise. */
export function guessModality(statement: Statement): Guess<Modality> {
  const { words } = statement;
  const before = textOf(statement, { start: clauseOf(statement).start, end: words.start });
  const isFormer = /\bfrom $/.test(before) && /^\S+ to\b/.test(after(statement));
  if (isFormer) {
    return { value: 'asserted', why: 'it is what there was before the change' };
  }
  const present = /\b(?:existing|current|present|today['’]s|all|all of the) $/i
    .exec(before)?.[0]
    .trim();
  if (present !== undefined) {
    return { value: 'asserted', why: `the text says “${present}”: these are there` };
  }
  const clause = textOf(statement, clauseOf(statement));
  const found = signs.flatMap(([value, sign]) => {
    const word = sign.exec(clause)?.[0];
    return word === undefined ? [] : [{ value, word }];
  });
  const [first, second] = found;
  const best =
    first?.word === 'would' && second !== undefined && tellsMore.has(second.value) ? second : first;
  return best === undefined
    ? { value: 'asserted', why: 'nothing here makes it a plan or a forecast' }
    : { value: best.value, why: `the text says “${best.word}”` };
}

function after(statement: Statement): string {
  const { words, sentence } = statement;
  return textOf(statement, { start: words.start, end: sentence.end });
}

/** Words of denial that are none: "not only", "no more than". */
const noDenial =
  /\b(?:not|no) (?:only|least|just|more than|fewer than|less than|later than|doubt|longer ago)\b|\bNo\. \d/g;
const inClause = /\b(?:not|never|no|none|nor|neither|cannot)\b|n['’]t\b/i;
const anywhere =
  /\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:e|es|ed)|disput(?:e|es|ed)|untrue|ruled out|rules out)\b/i;

/**
 * The word that may make the statement a denial; undefined where there is none. Whether it does is
 * never guessed: "denied that 40 would go" and "not 40 but 50" deny different things.
 */
export function denialIn(statement: Statement): string | undefined {
  const clause = textOf(statement, clauseOf(statement)).replace(noDenial, ' ');
  const sentence = textOf(statement, statement.sentence);
  return anywhere.exec(sentence)?.[0] ?? inClause.exec(clause)?.[0];
}
