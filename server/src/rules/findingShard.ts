import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { plainQuantity, quantityFrom, type PlainQuantity } from '../corpus/shardValues.js';
import { StringTable } from '../corpus/stringTable.js';
import type { Span } from '../text/span.js';
import { pairRules, type Checker } from './checker.js';
import { keepClaims, knownClaims, type Claim } from './figureClaims.js';
import type { Finding, Severity } from './finding.js';
import type { Source } from './findingStore.js';
import type { PairTimes } from './pair.js';
import { pairFinding } from './pairFindings.js';

/** Findings by source, and what articles claim: texts, which can be written to disk. */
export interface FindingShard {
  /** JSON: URIs that the others point to by number. */
  readonly uris: string;
  /** JSON: a list of sources with their {@link PlainFinding}s. */
  readonly sources: string;
  /** JSON: a list of articles with their {@link PlainClaim}s. */
  readonly claims: string;
}

/** A fact: the number of its sidecar's URI, and its position there. */
type PlainFact = readonly [uri: number, position: number];

/** A finding, or of one about a pair what it is made of: its words are made when they are asked for. */
type PlainFinding =
  | Finding
  | readonly [
      code: string,
      severity: Severity,
      here: PlainFact,
      there: PlainFact,
      times: PairTimes,
      more: number,
    ];

type PlainClaim = readonly [
  quantity: PlainQuantity,
  text: string,
  span: Span,
  counted: string,
  place: string,
];

/** Puts down findings, and what some articles claim as far as that is known. */
export function encodeFindings(
  corpus: Corpus,
  found: Iterable<readonly [Source, readonly Finding[]]>,
  articles: Iterable<string> = [],
): FindingShard {
  const uris = new StringTable();
  const factNumbers = ({ uri, position }: BoundFact): PlainFact => [uris.numberOf(uri), position];
  const plain = (finding: Finding): PlainFinding => {
    const { code, severity, madeOf } = finding;
    if (madeOf === undefined) {
      return finding;
    }
    const { here, there, times } = madeOf.pair;
    return [code, severity, factNumbers(here), factNumbers(there), times, madeOf.more];
  };
  const sources = [...found].map(([source, findings]) => [source, findings.map(plain)]);
  const claims = [...articles].flatMap((uri) => {
    const known = knownClaims(uri, corpus);
    return known === undefined ? [] : [[uris.numberOf(uri), known.map(plainClaim)]];
  });
  return {
    sources: JSON.stringify(sources),
    claims: JSON.stringify(claims),
    uris: uris.toJson(),
  };
}

function plainClaim({ quantity, text, span, counted, place }: Claim): PlainClaim {
  return [plainQuantity(quantity), text, span, counted.definition.id.value, place];
}

/**
 * Takes findings over. The files they are about have to be there as they were.
 * @throws when they are not
 */
export function adoptFindings(corpus: Corpus, checker: Checker, shard: FindingShard): void {
  const uris = JSON.parse(shard.uris) as readonly string[];
  const sources = JSON.parse(shard.sources) as readonly (readonly [
    Source,
    readonly PlainFinding[],
  ])[];
  for (const [source, findings] of sources) {
    checker.adopt(
      source,
      findings.map((plain) => findingFrom(plain, uris, corpus)),
    );
  }
  const claims = JSON.parse(shard.claims) as readonly (readonly [number, readonly PlainClaim[]])[];
  for (const [number, plain] of claims) {
    keepClaims(uris[number] ?? '', corpus, () => claimsFrom(plain, corpus));
  }
}

function findingFrom(plain: PlainFinding, uris: readonly string[], corpus: Corpus): Finding {
  if (!isOfPair(plain)) {
    return plain;
  }
  const [code, severity, [hereUri, hereAt], [thereUri, thereAt], times, more] = plain;
  const here = corpus.sidecar(uris[hereUri] ?? '')?.facts[hereAt];
  const there = corpus.sidecar(uris[thereUri] ?? '')?.facts[thereAt];
  const rule = pairRules.get(code);
  if (here === undefined || there === undefined || rule === undefined) {
    throw new Error(`These findings are of another corpus: ${code}.`);
  }
  return pairFinding(rule, severity, { pair: { here, there, times }, more }, corpus);
}

function isOfPair(plain: PlainFinding): plain is Exclude<PlainFinding, Finding> {
  return Array.isArray(plain);
}

/** Undefined when what is counted is not defined that way any more. */
function claimsFrom(plain: readonly PlainClaim[], corpus: Corpus): readonly Claim[] | undefined {
  const claims = plain.flatMap(([quantity, text, span, id, place]): readonly Claim[] => {
    const counted = corpus.register.findEntity(id);
    return counted?.definition.kind === 'organisation'
      ? [{ quantity: quantityFrom(quantity), text, span, counted, place }]
      : [];
  });
  return claims.length === plain.length ? claims : undefined;
}
