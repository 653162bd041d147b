import type { SeededRandom } from '../../unit/text/seededRandom.js';

const openings = [
  'Those who attended the meeting in',
  'Many who use the services of',
  'Officers from the town hall in',
  'The older districts of',
  'People who have worked for years in',
];
const middles = [
  'had hoped for a *clearer* answer',
  'asked why nobody had spoken of it before',
  'say that they were told late and in general terms',
  'remember how such talks went in other years',
  'do not agree on what the paper means for them',
  'would rather wait for the auditors’ report',
];
const endings = [
  'and left without one',
  'although the papers had been on the table for weeks',
  'even if “the direction is right”, as they put it',
  'but few of them doubt that something has to be done',
  'so that the question will come up again',
];

/** A sentence without figures and without facts. */
export function filler(random: SeededRandom, town: string): string {
  return `${random.pick(openings)} ${town} ${random.pick(middles)} ${random.pick(endings)}.`;
}
