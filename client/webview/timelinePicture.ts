import * as l10n from '@vscode/l10n';
import type { Timeline } from '../src/timelineData.js';
import { svgElement } from './svgElement.js';
import { drawLegend } from './timelineLegend.js';
import { panelContent } from './timelineContent.js';
import { drawPanel } from './timelineDrawing.js';
import { paperColours, pictureStyle } from './timelineStyle.js';

/** So many series are drawn one below the other; the table has all of them. */
export const MOST_PANELS = 12;

/**
 * Draws a timeline: a heading, a picture for each of the series, and what the signs mean.
 *
 * @param series indexes of the timeline's series
 * @param width in pixels
 */
export function drawTimeline(
  timeline: Timeline,
  series: readonly number[],
  width: number,
): SVGElement {
  const picture = svgElement('svg', {
    class: 'picture',
    width,
    role: 'group',
    'aria-label': l10n.t('Timeline of {0}, {1}', timeline.subjectName, timeline.propertyName),
  });
  picture.append(svgElement('rect', { class: 'paper', width: '100%', height: '100%' }));
  const heading = `${timeline.subjectName}: ${timeline.propertyName}`;
  picture.append(svgElement('text', { class: 'heading', x: 8, y: 20 }, heading));
  const panels = series.slice(0, MOST_PANELS).map((index) => panelContent(timeline, index));
  let y = 26;
  panels.forEach((content, at) => {
    const label = timeline.series[series[at] ?? 0]?.label ?? '';
    if (label !== 'all') {
      picture.append(svgElement('text', { class: 'series', x: 8, y: y + 16 }, label));
      y += 22;
    }
    const panel = drawPanel(content, width);
    panel.setAttribute('y', String(y));
    picture.append(panel);
    y += Number(panel.getAttribute('height')) + 8;
  });
  const { element, height } = drawLegend(
    panels,
    width,
    picture.querySelector('.mark .leader') !== null,
  );
  element.setAttribute('transform', `translate(0,${y})`);
  picture.append(element);
  y += height;
  picture.setAttribute('height', String(y));
  picture.setAttribute('viewBox', `0 0 ${width} ${y}`);
  return picture;
}

/** The same as the text of a file of its own, with its own colours. */
export function timelineFile(timeline: Timeline, series: readonly number[]): string {
  const picture = drawTimeline(timeline, series, 1000);
  for (const mark of Array.from(picture.querySelectorAll('.mark'))) {
    for (const name of ['role', 'tabindex', 'data-point', 'data-event', 'aria-label']) {
      mark.removeAttribute(name);
    }
  }
  for (const part of Array.from(picture.querySelectorAll('.hit, .ring'))) part.remove();
  picture.setAttribute('role', 'img');
  picture.prepend(
    svgElement('title', {}, `${timeline.subjectName}, ${timeline.propertyName}`),
    svgElement('desc', {}, timeline.summary),
    svgElement('style', {}, pictureStyle(paperColours)),
  );
  const text = new XMLSerializer().serializeToString(picture);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}
