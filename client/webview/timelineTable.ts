import * as l10n from '@vscode/l10n';
import type { Timeline, TimelinePoint } from '../src/timelineData.js';
import { CONFLICT, signWords } from './timelineSigns.js';

/** What a row or a mark leads to. */
export interface Wanted {
  readonly what: 'fact' | 'words' | 'event';
  readonly index: number;
}

type Cell = string | HTMLElement;

/** The values of some series and all that happened to them, as tables; each row leads to its fact. */
export function timelineTables(
  timeline: Timeline,
  series: readonly number[],
  open: (wanted: Wanted) => void,
): readonly HTMLElement[] {
  const points = timeline.points
    .map((point, index) => ({ point, index }))
    .filter(({ point }) => series.includes(point.series));
  const events = timeline.events
    .map((event, index) => ({ event, index }))
    .filter(({ event }) => event.series.some((of) => series.includes(of)));
  const values = table(
    l10n.t('Values, by time ({0})', points.length),
    [
      l10n.t('Value'),
      l10n.t('When'),
      l10n.t('Of'),
      l10n.t('Stated as'),
      l10n.t('Said by'),
      l10n.t('Source'),
      l10n.t('Contradicted by'),
    ],
    points.map(({ point, index }) => ({
      key: `point-${index}`,
      cells: valueCells(timeline, point, index, open),
    })),
  );
  if (events.length === 0) return [values];
  const happened = table(
    l10n.t('Events ({0})', events.length),
    [l10n.t('Event'), l10n.t('When'), l10n.t('Change'), l10n.t('Name')],
    events.map(({ event, index }) => ({
      key: `event-${index}`,
      cells: [
        button(event.type, l10n.t('Open {0}', event.label), () => {
          open({ what: 'event', index });
        }),
        event.when,
        event.change,
        event.name,
      ],
    })),
  );
  return [values, happened];
}

function valueCells(
  { series }: Timeline,
  point: TimelinePoint,
  index: number,
  open: (wanted: Wanted) => void,
): readonly Cell[] {
  const source = document.createElement('span');
  source.textContent = `${point.source} (${point.reference}) `;
  if (point.words !== null) {
    source.append(
      button(l10n.t('words'), l10n.t('Open the words that state {0}', point.reference), () => {
        open({ what: 'words', index });
      }),
    );
  }
  const conflicts = point.conflicts.map(({ words }) => words).join('; ');
  const stated =
    point.state === 'fact' || point.state === 'denied' || point.state === 'deprecated'
      ? point.statedAs
      : `${point.statedAs} (${signWords(point.state)})`;
  return [
    button(
      point.value.text || l10n.t('(empty)'),
      l10n.t('Open the fact {0}: {1}', point.reference, point.label),
      () => {
        open({ what: 'fact', index });
      },
    ),
    point.time.words,
    series[point.series]?.label ?? '',
    stated,
    point.saidBy ?? '',
    source,
    conflicts === '' ? '' : `${CONFLICT} ${conflicts}`,
  ];
}

function button(text: string, label: string, run: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'link';
  element.textContent = text;
  // What is read out begins with what is seen (WCAG 2.5.3).
  element.setAttribute('aria-label', `${text}. ${label}`);
  element.addEventListener('click', run);
  return element;
}

function table(
  title: string,
  columns: readonly string[],
  rows: readonly { readonly key: string; readonly cells: readonly Cell[] }[],
): HTMLElement {
  const element = document.createElement('table');
  const caption = element.createCaption();
  caption.textContent = title;
  const head = element.createTHead().insertRow();
  for (const column of columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    head.append(cell);
  }
  const body = element.createTBody();
  for (const { key, cells } of rows) {
    const row = body.insertRow();
    row.dataset['key'] = key;
    cells.forEach((content, index) => {
      const cell = index === 0 ? document.createElement('th') : document.createElement('td');
      if (index === 0) cell.setAttribute('scope', 'row');
      cell.append(content);
      row.append(cell);
    });
  }
  return element;
}
