import type { Span } from '../text/span.js';
import { byPlaceInFile, type Finding } from './finding.js';

/** A finding with what its order depends on. Of a pair both are made anew whenever somebody asks for them. */
class PlacedFinding {
  readonly span: Span;
  readonly code: string;
  private words: string | undefined;

  constructor(readonly finding: Finding) {
    this.span = finding.span;
    this.code = finding.code;
  }

  /** Of most findings nobody needs the words to tell which comes first. */
  get message(): string {
    return (this.words ??= this.finding.message);
  }
}

/** Findings of one file as {@link byPlaceInFile} orders them. Of those that say the same of one place the first is left. */
export function eachOnceByPlace(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) {
    return findings; // as nearly always where somebody asks about one fact
  }
  const sorted = findings.map((finding) => new PlacedFinding(finding)).sort(byPlaceInFile);
  const once: Finding[] = [];
  let before: PlacedFinding | undefined;
  for (const placed of sorted) {
    if (before === undefined || byPlaceInFile(before, placed) !== 0) {
      once.push(placed.finding);
    }
    before = placed;
  }
  return once;
}
