import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { plainQuantity, quantityFrom, type PlainQuantity } from '../corpus/shardValues.js';
import { StringTable } from '../corpus/stringTable.js';
import type { Span } from '../text/span.js';
import { pairRules, type Checker } from './checker.js';
import { keepClaims, knownClaims, type Claim } from './figureClaims.js';
import type { Finding, Severity } from './finding.js';
import {
  plainWords,
  unplaced,
  wordsFrom,
  type FindingWords,
  type PlainWords,
} from './findingWords.js';
import type { Source } from './findingStore.js';
import type { PairTimes } from './pair.js';
import { PairFinding } from './pairFindings.js';
import { heldPair } from './pair.js';

/** Findings by source, and what articles claim: texts, which can be written to disk. */
export interface FindingShard {
  /** JSON: URIs and words that the others point to by number. */
  readonly texts: string;
  /** JSON: a list of sources with their {@link PlainFinding}s. */
  readonly sources: string;
  /** JSON: a list of articles with their {@link PlainClaim}s. */
  readonly claims: string;
}

/** A fact: the number of its sidecar's URI, and its position there. */
type PlainFact = readonly [uri: number, position: number];

/** A finding, or of one about a pair what it is made of; and how it is told, so that no file is read for it. */
type PlainFinding = readonly [made: PlainPair | Untold, words: PlainWords];

type PlainPair = readonly [
  code: string,
  severity: Severity,
  here: PlainFact,
  there: PlainFact,
  times: PairTimes,
  more: number,
];

/** A finding without its words. */
type Untold = Omit<Finding, keyof FindingWords>;

type PlainClaim = readonly [
  quantity: PlainQuantity,
  text: string,
  span: Span,
  counted: string,
  place: string,
];

/**
 * Puts down findings, and what some articles claim as far as that is known. The caller may pause
 * wherever a value is yielded: files are read for the words of what nobody was told of.
 */
export function* encodeFindings(
  corpus: Corpus,
  found: Iterable<readonly [Source, readonly Finding[]]>,
  articles: Iterable<string> = [],
): Generator<undefined, FindingShard> {
  const texts = new StringTable();
  const factNumbers = ({ uri, position }: BoundFact): PlainFact => [texts.numberOf(uri), position];
  const made = (finding: Finding): PlainPair | Untold => {
    const { code, severity, uri, span, data, madeOf } = finding;
    if (madeOf === undefined) {
      return { code, severity, uri, span, ...(data === undefined ? {} : { data }) };
    }
    const { here, there, times } = madeOf.pair;
    return [code, severity, factNumbers(here), factNumbers(there), times, madeOf.more];
  };
  const plain = (finding: Finding): PlainFinding => [
    made(finding),
    plainWords(finding, corpus, texts),
  ];
  const sources: [Source, PlainFinding[]][] = [];
  for (const [source, findings] of found) {
    const put: PlainFinding[] = [];
    for (const finding of findings) {
      put.push(plain(finding));
      yield;
    }
    sources.push([source, put]);
  }
  const claims = [...articles].flatMap((uri) => {
    const known = knownClaims(uri, corpus);
    return known === undefined ? [] : [[texts.numberOf(uri), known.map(plainClaim)]];
  });
  return {
    sources: JSON.stringify(sources),
    claims: JSON.stringify(claims),
    texts: texts.toJson(),
  };
}

function plainClaim({ quantity, text, span, counted, place }: Claim): PlainClaim {
  return [plainQuantity(quantity), text, span, counted, place];
}

/**
 * Takes findings over. The files they are about have to be there as they were.
 * @throws when they are not
 */
export function adoptFindings(corpus: Corpus, checker: Checker, shard: FindingShard): void {
  const texts = JSON.parse(shard.texts) as readonly string[];
  const sources = JSON.parse(shard.sources) as readonly (readonly [
    Source,
    readonly PlainFinding[],
  ])[];
  for (const [source, findings] of sources) {
    checker.adopt(
      source,
      findings.map((plain) => findingFrom(plain, texts, corpus, checker)),
    );
  }
  const claims = JSON.parse(shard.claims) as readonly (readonly [number, readonly PlainClaim[]])[];
  for (const [number, plain] of claims) {
    keepClaims(texts[number] ?? '', corpus, () => claimsFrom(plain, corpus));
  }
}

function findingFrom(
  [made, plain]: PlainFinding,
  texts: readonly string[],
  corpus: Corpus,
  checker: Checker,
): Finding {
  const words = wordsFrom(plain, texts);
  if (!isPair(made)) {
    const about = [made.uri, ...words.related.map(({ uri }) => uri)];
    return {
      ...made,
      message: words.message,
      get related() {
        return checker.areAsAdopted(about) ? words.related : unplaced(words.related);
      },
      get range() {
        return checker.areAsAdopted(about) ? words.range : undefined;
      },
    };
  }
  const [code, severity, [hereUri, hereAt], [thereUri, thereAt], times, more] = made;
  const here = corpus.sidecar(texts[hereUri] ?? '')?.factForNow(hereAt);
  const there = corpus.sidecar(texts[thereUri] ?? '')?.factForNow(thereAt);
  const rule = pairRules.get(code);
  if (here === undefined || there === undefined || rule === undefined) {
    throw new Error(`These findings are of another corpus: ${code}.`);
  }
  const about = [here.uri, there.uri, ...words.related.map(({ uri }) => uri)];
  const madeOf = { pair: heldPair({ here, there, times }, corpus), more };
  return new PairFinding(rule, severity, madeOf, corpus, () =>
    checker.areAsAdopted(about) ? words : undefined,
  );
}

function isPair(made: PlainPair | Untold): made is PlainPair {
  return Array.isArray(made);
}

/** Undefined when what is counted is not defined that way any more. */
function claimsFrom(plain: readonly PlainClaim[], corpus: Corpus): readonly Claim[] | undefined {
  const claims = plain.flatMap(([quantity, text, span, id, place]): readonly Claim[] => {
    return corpus.register.findEntity(id)?.definition.kind === 'organisation'
      ? [{ quantity: quantityFrom(quantity), text, span, counted: id, place }]
      : [];
  });
  return claims.length === plain.length ? claims : undefined;
}
