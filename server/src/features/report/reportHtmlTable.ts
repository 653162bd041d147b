import { element, type Child, type Html } from './htmlElement.js';
import type { LinkTo } from './reportPlace.js';
import type { Cell, Piece, ReportTable } from './reportTables.js';

/** A table of so few rows stays on one sheet of paper. */
const SHORT = 6;

/**
 * A table with its caption and headings. It may be wider than a telephone: then it scrolls by itself,
 * with the keyboard too.
 */
export function htmlTable({ caption, columns, rows, note }: ReportTable, linkTo: LinkTo): Child {
  const table = element(
    'table',
    {},
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        columns.map((column) => element('th', { scope: 'col' }, column)),
      ),
    ),
    element(
      'tbody',
      {},
      rows.map((cells) => [
        element(
          'tr',
          {},
          cells.map((cell, index) =>
            index === 0
              ? element('th', { scope: 'row' }, pieces(cell, linkTo))
              : element('td', {}, pieces(cell, linkTo)),
          ),
        ),
        '\n',
      ]),
    ),
  );
  return [
    element(
      'div',
      {
        class: rows.length <= SHORT ? 'wide short' : 'wide',
        role: 'region',
        'aria-label': caption,
        tabindex: '0',
      },
      table,
    ),
    note === '' ? [] : element('p', { class: 'note' }, note),
  ];
}

function pieces(cell: Cell, linkTo: LinkTo): Child {
  return cell.map((piece) => htmlPiece(piece, linkTo));
}

/** Words with their link. Each stands by itself, so that a right-to-left name turns nothing around. */
export function htmlPiece({ text, to, as }: Piece, linkTo: LinkTo): Html {
  const words =
    as === 'quote'
      ? element('q', { dir: 'auto' }, text)
      : as === 'strong'
        ? element('strong', { dir: 'auto' }, text)
        : element('bdi', {}, text);
  const href = to === undefined ? null : linkTo(to);
  return href === null ? words : element('a', { href }, words);
}
