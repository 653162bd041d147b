import fc from 'fast-check';
import type { Files } from '../../rules/world.js';

/*
 * Facts of every kind that the rules tell apart, thrown together in a few slots: units, tolerances,
 * open bounds, hedged dates, stretches of time, voices, copies, links.
 */

const FACTS_AN_ARTICLE = 100;

const articles = [
  '{published: 2010-07-12}',
  '{published: 2010-08}',
  '{published: 2012~}',
  '{}',
  '{published: 2011-01-01, basedOn: [a0]}',
  '{published: 2011-02, basedOn: ["a|4%"], id: "a5"}',
  '{published: 2010-07-12, id: "a|4%", basedOn: [a0]}',
];

const properties = new Map([
  ['amount', ['5', '6', '~5.1', '5..7', '>=6', '<6', '<=5', '>5', '5 people', '6 beds', 'many']],
  ['price', ['£1.10', '110p', '111p', '£2', '~£2', '£2.2', '$2', '2', '110']],
  ['length', ['1 year', '12 months', '13 months', '52 weeks', '365 days', '~2 years', '25 months']],
  ['day', ['2010', '2010-05', '2010-05~', '2011', '2010/2012', '2009?', '../2009', '2008-02-29']],
  ['open', ['true', 'false']],
  ['head', ['s1', 's2', '[s1, s2]', '[s1, s3]', 's3']],
]);

const register = `organisations:
  s1: {name: One}
  s2: {name: Two}
  s3: {name: Three}
properties:
  amount: {type: quantity, separators: [place], stableFor: P1M}
  price: {type: money, separators: [place]}
  length: {type: duration, separators: [place], stableFor: P2Y}
  day: {type: date, separators: [place]}
  open: {type: boolean, separators: [place]}
  head: {type: entity, separators: [place]}
`;

const date = fc.constantFrom(
  '2006',
  '2006-10',
  '2010-07-12',
  '2010-07',
  '2010~',
  '2009/2011',
  '../2010',
  '2011/..',
  '/2008',
  '2010-07-01',
);

/** Mostly the first, at times one of the others. */
function mostly(first: string, ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(first) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

const statement = fc
  .constantFrom(...properties.keys())
  .chain((property) =>
    fc.tuple(fc.constant(property), fc.constantFrom(...(properties.get(property) ?? []))),
  );

const times = fc.oneof(
  fc.constant(''),
  date.map((when) => `, asOf: ${when}`),
  date.map((when) => `, from: ${when}`),
  date.map((when) => `, until: ${when}`),
  fc.tuple(date, date).map(([from, until]) => `, from: ${from}, until: ${until}`),
);

const fact = fc
  .tuple(
    fc.constantFrom('s1', 's2'),
    statement,
    times,
    mostly('', ', place: x', ', place: " X "'),
    mostly(
      '',
      ', saidBy: s1',
      ', saidBy: [s1, s2]',
      ', saidBy: [s2, s3]',
      ', saidBy: anonymous',
      ', saidBy: anonymous, saidAs: b',
    ),
    mostly('', ', modality: planned', ', modality: forecast'),
    mostly(
      '',
      ', certainty: probable',
      ', polarity: negative',
      ', rank: deprecated',
      ', rank: preferred',
    ),
    mostly('', ', denies: [a0#3]', ', disputes: [a1#1, a0#7]', ', unit: beds'),
  )
  .map(
    ([subject, [property, value], ...rest]) =>
      `  - {subject: ${subject}, property: ${property}, value: ${value.startsWith('[') ? value : JSON.stringify(value)}${rest.join('')}}\n`,
  );

/** The same files every time. */
export function oddFiles(): Files {
  const facts = fc.sample(fact, { numRuns: FACTS_AN_ARTICLE * articles.length, seed: 20_060_530 });
  return {
    'register.facts.yaml': register,
    ...Object.fromEntries(
      articles.map((article, index) => [
        `a${index}.facts.yaml`,
        `article: ${article}\nfacts:\n${facts.slice(index * FACTS_AN_ARTICLE, (index + 1) * FACTS_AN_ARTICLE).join('')}`,
      ]),
    ),
  };
}
