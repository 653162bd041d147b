import { INDEX } from './coldIndex.js';
import { shown, type Measures, type Unit } from './measures.js';
import { READING } from './reading.js';
import { typingSection } from './typing.js';

/** Something that is to be reached, and how far we are. */
export interface Bar {
  readonly words: string;
  readonly unit: Unit;
  /** The most that is allowed, and what would be better still. */
  readonly limit: number;
  readonly stretch?: number;
  /** What was measured; undefined where it was not. */
  readonly reached: (measures: Measures, articles: number) => number | undefined;
}

/** The corpus that the bars are about. */
export const BAR_ARTICLES = 10_000;

const KEYS = [
  'key in sidecar (tail) to pushed diagnostics',
  'key in sidecar (hub) to pushed diagnostics',
  'key in article to pushed diagnostics',
  'key in a definition (hub) to pushed diagnostics',
  'key in sidecar to pulled diagnostics',
  'key in sidecar to those of the other file, pulled',
];
const ASKED = [
  'hover on a name (tail)',
  'hover on a name (hub)',
  'hover on an id (tail)',
  'hover on an id (hub)',
  'hover on an id, right after a key',
  'definition on a name (tail)',
  'definition on a name (hub)',
  'definition on an id (tail)',
  'definition on an id (hub)',
  'definition on an id, right after a key',
];

export const bars: readonly Bar[] = [
  {
    words:
      'Cold start of the server, every file read and checked, beside `rg` reading the same files',
    unit: '×',
    limit: 15,
    stretch: 8,
    reached: (measures) => measures.median(INDEX, 'server to rg'),
  },
  {
    words: '`policy-facts check`, cold, beside `rg` reading the same files',
    unit: '×',
    limit: 20,
    reached: (measures) => measures.median(INDEX, 'check to rg'),
  },
  {
    words: 'Sidecars, beside `yaml` parsing them',
    unit: '×',
    limit: 0.1,
    stretch: 0.03,
    reached: (measures) => measures.median(READING, 'sidecars to yaml, time'),
  },
  {
    words: 'Names, beside `grep -F -o -w -f`',
    unit: '×',
    limit: 2.5,
    reached: (measures) => measures.median(READING, 'names to grep'),
  },
  {
    words: 'Warm start beside cold start',
    unit: '×',
    limit: 0.25,
    reached: (measures) => measures.median(INDEX, 'warm start to cold'),
  },
  {
    words: 'Peak memory of `check` and of the server, the larger of the two',
    unit: 'MB',
    limit: 300,
    reached: (measures) =>
      largest(['check', 'server'].map((name) => measures.median(INDEX, `peak memory, ${name}`))),
  },
  {
    words: 'Key to diagnostics, 20 kB files, other files included, p95 of the slowest way',
    unit: 'ms',
    limit: 10,
    stretch: 4,
    reached: (measures, articles) =>
      largest(KEYS.map((key) => measures.p95(typingSection(articles, '20 kB'), key))),
  },
  {
    words: 'Key to diagnostics, 1 MB files, other files included, p95 of the slowest way',
    unit: 'ms',
    limit: 100,
    stretch: 25,
    reached: (measures, articles) =>
      largest(KEYS.map((key) => measures.p95(typingSection(articles, '1 MB'), key))),
  },
  {
    words: 'Hover and definition, 20 kB files, right after a key too, p50 of the slowest',
    unit: 'ms',
    limit: 1,
    reached: (measures, articles) =>
      largest(ASKED.map((name) => measures.median(typingSection(articles, '20 kB'), name))),
  },
  {
    words: 'Key to diagnostics, growth from 100 articles (medians, the worst way)',
    unit: '×',
    limit: 1.5,
    reached: (measures, articles) => growth(measures, articles, KEYS),
  },
  {
    words: 'Hover and definition, growth from 100 articles (medians, the worst)',
    unit: '×',
    limit: 1.5,
    reached: (measures, articles) => growth(measures, articles, ASKED),
  },
];

/** Below this many milliseconds growth is noise: so much counts as the least. */
const NOISE = 0.5;

function growth(measures: Measures, articles: number, names: readonly string[]) {
  return articles === 100
    ? undefined
    : largest(
        names.map((name) => {
          const few = measures.median(typingSection(100, '20 kB'), name);
          const many = measures.median(typingSection(articles, '20 kB'), name);
          return few === undefined || many === undefined
            ? undefined
            : Math.max(many, NOISE) / Math.max(few, NOISE);
        }),
      );
}

function largest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** Where a bar stands, in words. */
export function verdict(bar: Bar, measures: Measures, articles: number): string {
  const reached = bar.reached(measures, articles);
  if (reached === undefined) {
    return '— | not measured';
  }
  const met = reached <= bar.limit;
  const better = bar.stretch !== undefined && reached <= bar.stretch;
  // With fewer articles than the bar is about, staying below it shows nothing.
  const isShown = articles >= BAR_ARTICLES;
  const reachedWords = !isShown ? 'not shown' : better ? 'met, the further one too' : 'met';
  const words = met ? reachedWords : '**not met**';
  const where = articles === BAR_ARTICLES ? '' : ` (with ${articles} articles)`;
  return `${shown(reached, bar.unit)} | ${words}${where}`;
}
