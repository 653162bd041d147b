import * as l10n from '@vscode/l10n';
import type { TimelineState } from '../src/timelineData.js';

/** The shape of each kind of statement, around 0,0 and about ten pixels wide, as an SVG path. */
export const signs: Readonly<Record<TimelineState, string>> = {
  fact: 'M-5,0A5,5 0 1,0 5,0A5,5 0 1,0 -5,0Z',
  commitment: 'M-4.5,-4.5H4.5V4.5H-4.5Z',
  expectation: 'M0,-5.5L5.5,4.5H-5.5Z',
  denied: 'M-5,-3L-3,-5L0,-2L3,-5L5,-3L2,0L5,3L3,5L0,2L-3,5L-5,3L-2,0Z',
  deprecated: 'M-5,-1.5H5V1.5H-5Z',
};

/** What each shape means, in the words of the legend and the table. */
export function signWords(state: TimelineState): string {
  switch (state) {
    case 'fact':
      return l10n.t('stated as fact');
    case 'commitment':
      return l10n.t('plan or duty');
    case 'expectation':
      return l10n.t('forecast, proposal or wish');
    case 'denied':
      return l10n.t('denied');
    case 'deprecated':
      return l10n.t('deprecated');
  }
}

/** The mark of an event. */
export const eventSign = 'M0,-5L5,0L0,5L-5,0Z';

/** Written beside what another fact contradicts. */
export const CONFLICT = '≠';
