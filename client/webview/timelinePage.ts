import * as l10n from '@vscode/l10n';
import type { FromPage, Timeline, ToPage } from '../src/timelineData.js';
import { keyOf, moveByKeys } from './timelineKeys.js';
import { drawTimeline, MOST_PANELS, timelineFile } from './timelinePicture.js';
import { pictureStyle, themeColours } from './timelineStyle.js';
import { timelineTables, type Wanted } from './timelineTable.js';

/* The page of a timeline: a choice of series, the picture, and the tables beneath it. */

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const code = acquireVsCodeApi();
const style = document.createElement('style');
style.nonce = (document.currentScript as HTMLScriptElement | null)?.nonce ?? '';
style.textContent = pictureStyle(themeColours);
document.head.append(style);

const main = elementOf('main');
const choice = elementOf('#choice') as HTMLSelectElement;
const figure = elementOf('#picture');
const told = elementOf('#told');
const tables = elementOf('#tables');
const summary = elementOf('#summary');
const problem = elementOf('#problem');

/** A narrower picture is scrolled. In pixels. */
const NARROWEST = 400;

/** What the server says is in English. */
const SERVER_LANGUAGE = 'en-GB';

/** The value of the choice that stands for all series. */
const ALL = 'all';

let shown: Timeline | undefined;
let width = 0;

function elementOf(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
}

function open(wanted: Wanted): void {
  code.postMessage({ kind: 'open', ...wanted });
}

function chosenSeries(timeline: Timeline): readonly number[] {
  const all = timeline.series.map((_, index) => index);
  return choice.value === ALL ? all : all.filter((index) => String(index) === choice.value);
}

function fillChoice({ series }: Timeline): void {
  const before = choice.selectedOptions[0]?.textContent ?? stateText();
  choice.replaceChildren(
    ...series.map(({ label, count }, index) => option(String(index), `${label} (${count})`)),
  );
  if (series.length > 1) {
    const all =
      series.length > MOST_PANELS
        ? l10n.t('All {0}, one below the other, the first {1} drawn', series.length, MOST_PANELS)
        : l10n.t('All {0}, one below the other', series.length);
    choice.append(option(ALL, all));
  }
  // What was chosen stays chosen, as far as it is still there: by its words without the count.
  const name = (text: string): string => text.replace(/ \(\d+\)$/, '');
  const same = Array.from(choice.options).find(({ text }) => name(text) === name(before));
  if (same !== undefined) choice.value = same.value;
  choice.disabled = series.length < 2;
}

function stateText(): string {
  const state = code.getState();
  return typeof state === 'string' ? state : '';
}

function option(value: string, text: string): HTMLOptionElement {
  const element = document.createElement('option');
  element.value = value;
  element.textContent = text;
  return element;
}

function draw(): void {
  if (shown === undefined) return;
  const timeline = shown;
  const series = chosenSeries(timeline);
  const focused = document.activeElement?.closest('.mark, tr[data-key] button');
  const key = focused?.classList.contains('mark') === true ? keyOf(focused) : undefined;
  width = Math.max(NARROWEST, figure.clientWidth);
  const picture = drawTimeline(timeline, series, width);
  figure.replaceChildren(picture);
  moveByKeys(picture, key);
  if (key !== undefined) picture.querySelector<SVGElement>('.mark[tabindex="0"]')?.focus();
  tables.replaceChildren(...timelineTables(timeline, series, open));
  summary.textContent = timeline.summary;
}

/** Tells in words what a mark or a row is about, and shows both as one. */
function point(key: string | undefined): void {
  for (const old of document.querySelectorAll('.current')) old.classList.remove('current');
  if (key === undefined) return;
  document.querySelector(`tr[data-key="${key}"]`)?.classList.add('current');
  const mark = Array.from(figure.querySelectorAll('.mark')).find((each) => keyOf(each) === key);
  mark?.classList.add('current');
  const words = mark?.getAttribute('aria-label');
  if (words == null) return;
  told.textContent = words;
  told.lang = SERVER_LANGUAGE;
}

function wantedOf(mark: Element, words: boolean): Wanted {
  const index = mark.getAttribute('data-point');
  return index === null
    ? { what: 'event', index: Number(mark.getAttribute('data-event')) }
    : { what: words ? 'words' : 'fact', index: Number(index) };
}

function keyAt(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  const mark = target.closest('.mark');
  return mark === null ? target.closest<HTMLElement>('tr[data-key]')?.dataset['key'] : keyOf(mark);
}

main.addEventListener('focusin', ({ target }) => {
  point(keyAt(target));
});
main.addEventListener('mouseover', ({ target }) => {
  const key = keyAt(target);
  if (key !== undefined) point(key);
});
figure.addEventListener('click', (event) => {
  const mark = (event.target as Element).closest('.mark');
  if (mark !== null) open(wantedOf(mark, event.shiftKey));
});
figure.addEventListener('keydown', (event) => {
  const mark = (event.target as Element).closest('.mark');
  if (mark === null || (event.key !== 'Enter' && event.key !== ' ')) return;
  event.preventDefault();
  open(wantedOf(mark, event.shiftKey));
});
choice.addEventListener('change', () => {
  code.setState(choice.selectedOptions[0]?.textContent ?? '');
  draw();
});
elementOf('#save-csv').addEventListener('click', () => {
  code.postMessage({ kind: 'save', format: 'csv' });
});
elementOf('#save-svg').addEventListener('click', () => {
  if (shown === undefined) return;
  const text = timelineFile(shown, chosenSeries(shown));
  code.postMessage({ kind: 'save', format: 'svg', text });
});
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'words') {
    l10n.config({ contents: data.words });
    return;
  }
  problem.hidden = data.kind !== 'problem';
  if (data.kind === 'problem') {
    problem.textContent = data.message;
    return;
  }
  shown = data.timeline;
  main.hidden = false;
  fillChoice(shown);
  draw();
});
new ResizeObserver(() => {
  if (Math.abs(Math.max(NARROWEST, figure.clientWidth) - width) > 1) draw();
}).observe(figure);

code.postMessage({ kind: 'ready' });
