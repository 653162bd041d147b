import { median, percentile } from './statistics.js';

/** What a figure is of. */
export type Unit = 's' | 'ms' | 'MB' | 'MB/s' | '×';

export interface Measure {
  readonly section: string;
  readonly name: string;
  readonly unit: Unit;
  readonly samples: readonly number[];
}

/** Everything that was measured in a run of the benchmark, by section and name. */
export class Measures {
  private readonly measures = new Map<string, Measure>();
  /** What could not be measured, and why. */
  readonly remarks: string[] = [];

  /** @param say told what came out, as soon as it is known */
  constructor(
    private readonly say: (words: string) => void = (words) => {
      console.log(`  ${words}`);
    },
  ) {}

  /** Keeps the samples of one thing, and says at once what came out. */
  add(section: string, name: string, unit: Unit, samples: readonly number[]): void {
    const measure = { section, name, unit, samples };
    this.measures.set(`${section}: ${name}`, measure);
    this.say(`${name}: ${described(measure)}`);
  }

  /** How much one is of another, by their medians. */
  addRatio(section: string, name: string, one: string, other: string): void {
    const [a, b] = [this.median(section, one), this.median(section, other)];
    if (a !== undefined && b !== undefined) {
      this.add(section, name, '×', [a / b]);
    }
  }

  remark(words: string): void {
    this.remarks.push(words);
    this.say(words);
  }

  median(section: string, name: string): number | undefined {
    const samples = this.measures.get(`${section}: ${name}`)?.samples;
    return samples === undefined ? undefined : median(samples);
  }

  p95(section: string, name: string): number | undefined {
    const samples = this.measures.get(`${section}: ${name}`)?.samples;
    return samples === undefined ? undefined : percentile(samples, 0.95);
  }

  all(): readonly Measure[] {
    return [...this.measures.values()];
  }
}

/** The median, and how far the samples lie apart. */
export function described({ unit, samples }: Measure): string {
  const middle = shown(median(samples), unit);
  if (samples.length === 1) {
    return middle;
  }
  return samples.length < 10
    ? `${middle} (${shown(Math.min(...samples), unit)} to ${shown(Math.max(...samples), unit)})`
    : `${middle}, p95 ${shown(percentile(samples, 0.95), unit)}`;
}

export function shown(value: number, unit: Unit): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return unit === '×' ? `${value.toFixed(digits)}×` : `${value.toFixed(digits)} ${unit}`;
}
