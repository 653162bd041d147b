import type { Corpus } from '../../corpus/corpus.js';
import { describePair, describeSlot } from '../../rules/describe.js';
import { worstFirst, type Finding, type Severity } from '../../rules/finding.js';
import type { MadeOfPair, Pair } from '../../rules/pair.js';
import { reasonsGiven } from '../../rules/pairFindings.js';
import { reasonsFor } from '../../rules/silence.js';
import { rules } from '../../rules/table.js';
import type { FeatureContext } from '../context.js';
import type {
  FindingGroup,
  FindingKind,
  ReportFinding,
  ReportLimits,
  ReportSide,
} from './report.js';
import { placeIn } from './reportPlace.js';
import { factAt, factSide, placeSide } from './reportSide.js';

/** So many places of a finding are shown. */
const SIDES = 12;

/** The findings that one entry stands for; the first is the one that is told. */
type Entry = readonly [Finding, ...Finding[]];

/** All findings by severity and kind, those of a pair put together; and how many entries that makes. */
export function groupFindings(
  context: FeatureContext,
  findings: readonly Finding[],
  limits: ReportLimits,
): { readonly groups: readonly FindingGroup[]; readonly entries: number } {
  const entries = entriesOf(findings);
  let room = limits.findings;
  const groups = worstFirst.flatMap((severity): readonly FindingGroup[] => {
    const alike = entries.filter(([{ severity: own }]) => own === severity);
    const kinds = kindsOf(alike).map(([code, ofKind]): FindingKind => {
      const shown = ofKind.slice(0, Math.min(limits.ofKind, room));
      room -= shown.length;
      return {
        code,
        summary: rules.find((rule) => rule.code === code)?.summary ?? '',
        shown: shown.map((entry) => reportFinding(context, entry)),
        total: ofKind.length,
      };
    });
    return kinds.length === 0 ? [] : [{ severity, total: alike.length, kinds }];
  });
  return { groups, entries: entries.length };
}

/** By code, in the order of the table of rules; in each, as they came: by place. */
function kindsOf(entries: readonly Entry[]): readonly (readonly [string, readonly Entry[]])[] {
  const byCode = new Map<string, Entry[]>(rules.map(({ code }) => [code, []]));
  for (const entry of entries) {
    byCode.get(entry[0].code)?.push(entry);
  }
  return [...byCode].filter(([, alike]) => alike.length > 0);
}

/** A pair is one entry, told at the end where it is more severe. */
function entriesOf(findings: readonly Finding[]): readonly Entry[] {
  const pairs = new Map<string, Entry>();
  const keys: string[] = [];
  findings.forEach((finding, index) => {
    const key =
      finding.madeOf === undefined ? String(index) : pairKey(finding.code, finding.madeOf);
    const entry = pairs.get(key);
    if (entry === undefined) {
      keys.push(key);
      pairs.set(key, [finding]);
    } else {
      const [first] = entry;
      const isWorse = rankOf(finding.severity) < rankOf(first.severity);
      pairs.set(key, isWorse ? [finding, ...entry] : [first, ...entry.slice(1), finding]);
    }
  });
  return keys.flatMap((key) => {
    const entry = pairs.get(key);
    return entry === undefined ? [] : [entry];
  });
}

function rankOf(severity: Severity): number {
  return worstFirst.indexOf(severity);
}

/** The same from either end. */
function pairKey(code: string, { pair: { here, there } }: MadeOfPair): string {
  const ends = [here, there].map(({ uri, position }) => `${uri}#${position}`);
  return [code, ...ends.sort()].join('\n');
}

function reportFinding(context: FeatureContext, entry: Entry): ReportFinding {
  const { corpus } = context;
  const [finding] = entry;
  const { code, severity, madeOf } = finding;
  const told = entry.map((one) => ({ place: placeIn(corpus, one), severity: one.severity }));
  if (madeOf !== undefined) {
    const { here, there } = madeOf.pair;
    return {
      code,
      severity,
      title: describeSlot(here, corpus),
      message: withoutSides(finding.message, madeOf.pair, corpus),
      sides: [factSide(context, 'Here', here), factSide(context, 'The other fact', there)],
      more: 0,
      acknowledged: [
        ...reasonsGiven(here, there, code, corpus),
        ...reasonsGiven(there, here, code, corpus),
      ],
      told,
    };
  }
  const sidecar = corpus.sidecar(finding.uri);
  const bound = factAt(corpus, finding);
  const { file, line } = placeIn(corpus, finding);
  const sides = sidesOf(context, finding);
  return {
    code,
    severity,
    title: bound === undefined ? `${file}, line ${line}` : describeSlot(bound, corpus),
    message: finding.message,
    sides: sides.slice(0, SIDES),
    more: Math.max(0, sides.length - SIDES),
    acknowledged: sidecar === undefined ? [] : reasonsFor(sidecar, finding),
    told,
  };
}

/** What a message says besides its two sides, which are shown in full. */
function withoutSides(message: string, pair: Pair, corpus: Corpus): string {
  const sides = describePair(pair, corpus);
  return message.startsWith(sides) ? message.slice(sides.length).trim() : message;
}

/** The place of a finding and all it names, each fact once. */
function sidesOf(context: FeatureContext, finding: Finding): readonly ReportSide[] {
  const sides = [placeSide(context, 'Here', finding)];
  for (const related of finding.related.slice(0, 4 * SIDES)) {
    const side = placeSide(context, related.message, related);
    const { fact } = side;
    if (fact === null || !sides.some((known) => known.fact?.reference === fact.reference)) {
      sides.push(side);
    }
  }
  return sides;
}
