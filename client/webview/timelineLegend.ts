import * as l10n from '@vscode/l10n';
import type { TimelineState } from '../src/timelineData.js';
import { svgElement } from './svgElement.js';
import { textWidth } from './timelineLayout.js';
import type { PanelContent } from './timelineContent.js';
import { CONFLICT, eventSign, signs, signWords } from './timelineSigns.js';

interface Entry {
  readonly state: TimelineState | 'event';
  readonly words: string;
  readonly sign: readonly SVGElement[];
}

/** What the signs of these pictures mean: those that occur, each with its shape and a word. */
export function drawLegend(
  panels: readonly PanelContent[],
  width: number,
  isMoved: boolean,
): { readonly element: SVGElement; readonly height: number } {
  const element = svgElement('g', { class: 'legend', 'aria-hidden': 'true' });
  let x = 12;
  let y = 10;
  for (const { state, words, sign } of entriesOf(panels, isMoved)) {
    const wide = 34 + textWidth(words);
    if (x + wide > width && x > 12) {
      x = 12;
      y += 20;
    }
    const text = svgElement('text', { x: 22, y: 4 }, words);
    element.append(
      svgElement('g', { class: state, transform: `translate(${x},${y})` }, ...sign, text),
    );
    x += wide + 10;
  }
  return { element, height: y + 14 };
}

function entriesOf(panels: readonly PanelContent[], isMoved: boolean): readonly Entry[] {
  const points = panels.flatMap((panel) => panel.points.map(({ point }) => point));
  const entries: Entry[] = [];
  for (const state of Object.keys(signs) as TimelineState[]) {
    if (points.some((point) => point.state === state)) {
      entries.push({ state, words: signWords(state), sign: [sign(state, '')] });
    }
  }
  const add = (isThere: boolean, words: string, ...drawn: readonly SVGElement[]): void => {
    if (isThere) entries.push({ state: 'fact', words, sign: drawn });
  };
  const path = (name: string, d: string): SVGElement => svgElement('path', { class: name, d });
  const spans = points.flatMap(({ time }) => (time.kind === 'span' ? time : []));
  add(
    points.some(({ time }) => time.kind === 'presumed'),
    l10n.t('hollow: presumed current at the article’s date'),
    sign('fact', ' hollow'),
  );
  add(
    spans.length > 0,
    l10n.t('bar: surely held'),
    svgElement('rect', { class: 'held', x: -8, y: -2.5, width: 20, height: 5, rx: 2 }),
  );
  add(
    points.some(({ time }) => time.kind !== 'unknown'),
    l10n.t('dashes: may have held'),
    svgElement('line', { class: 'maybe', x1: -8, x2: 12, y1: 0, y2: 0 }),
  );
  add(
    spans.some(({ earliestStart, latestEnd }) => earliestStart === null || latestEnd === null),
    l10n.t('arrow: no start or end stated'),
    path('arrow', 'M-8,0H10M4,-4L10,0L4,4'),
  );
  add(
    points.some(({ value }) => value.low !== value.high),
    l10n.t('whisker: a range of figures'),
    path('whisker', 'M2,7V-7M-2,7H6M-2,-7H6'),
  );
  add(
    isMoved,
    l10n.t('thin line: moved aside from its value, to be seen'),
    svgElement('line', { class: 'leader', x1: 2, x2: 2, y1: -7, y2: 7 }),
  );
  add(
    points.some(({ conflicts }) => conflicts.length > 0),
    l10n.t('contradicted by another'),
    svgElement('text', { class: 'conflict', x: -4, y: 5 }, CONFLICT),
  );
  if (panels.some(({ events }) => events.some(({ event }) => event.start ?? event.end))) {
    const mark = svgElement('path', { d: eventSign, transform: 'translate(4,0)' });
    entries.push({ state: 'event', words: l10n.t('event'), sign: [mark] });
  }
  return entries;
}

function sign(state: TimelineState, hollow: string): SVGElement {
  return svgElement('path', {
    class: `sign${hollow}`,
    d: signs[state],
    transform: 'translate(4,0)',
  });
}
