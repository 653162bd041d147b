import { compareText } from '../text/compareText.js';
import type { Finding } from './finding.js';

/** A finding with what its order depends on. Of a pair both are made anew whenever somebody asks for them. */
class PlacedFinding {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  private words: string | undefined;

  constructor(readonly finding: Finding) {
    const { start, end } = finding.span;
    this.start = start;
    this.end = end;
    this.code = finding.code;
  }

  /** Of most findings nobody needs the words to tell which comes first. */
  get message(): string {
    return (this.words ??= this.finding.message);
  }
}

/** Findings of one file as {@link byPlace} orders them. Of those that say the same of one place the first is left. */
export function eachOnceByPlace(findings: readonly Finding[]): readonly Finding[] {
  const sorted = findings.map((finding) => new PlacedFinding(finding)).sort(compare);
  const once: Finding[] = [];
  let before: PlacedFinding | undefined;
  for (const placed of sorted) {
    if (before === undefined || compare(before, placed) !== 0) {
      once.push(placed.finding);
    }
    before = placed;
  }
  return once;
}

function compare(a: PlacedFinding, b: PlacedFinding): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}
