import assert from 'node:assert/strict';
import type { Nodes, Root, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import {
  judgementTable,
  subjectTable,
  summaryTable,
  unrecordedTable,
  withoutSidecarTable,
  type Cell,
  type ReportTable,
} from '../../../../server/src/features/report/reportTables.js';
import type { Report } from '../../../../server/src/features/report/report.js';
import { conflict, hostile, reportOf, seeds } from './reportOf.js';

function read(markdown: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(markdown);
}

function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) {
    for (const child of node.children) {
      yield* nodesIn(child);
    }
  }
}

function textOf(node: Nodes): string {
  if ('value' in node) {
    return node.value.replaceAll('\u2060', '');
  }
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function tablesOf(report: Report): readonly ReportTable[] {
  const { judgements, subjects, unrecorded, withoutSidecar } = report;
  return [
    summaryTable(report),
    ...(judgements.total === 0 ? [] : [judgementTable(report)]),
    ...subjects.shown.map(subjectTable),
    ...(unrecorded.total === 0 ? [] : [unrecordedTable(report)]),
    ...(withoutSidecar.total === 0 ? [] : [withoutSidecarTable(report)]),
  ];
}

function words(cell: Cell): string {
  return cell.map(({ text, as }) => (as === 'quote' ? `“${text}”` : text)).join('');
}

/** Tables as rows of texts, the headings first. */
function written(report: Report): readonly (readonly (readonly string[])[])[] {
  return tablesOf(report).map(({ columns, rows }) => [
    columns,
    ...rows.map((row) => row.map((cell) => words(cell).trim())),
  ]);
}

function readBack(root: Root): readonly (readonly (readonly string[])[])[] {
  return [...nodesIn(root)]
    .filter((node): node is Table => node.type === 'table')
    .map(({ children }) => children.map((row) => row.children.map((cell) => textOf(cell).trim())));
}

/** These nodes are the report's own; anything else would be a file's. */
const own = new Set<string>(
  'root heading paragraph text list listItem link strong blockquote table tableRow tableCell'.split(
    ' ',
  ),
);

function assertInert(root: Root, headings: number): void {
  let found = 0;
  for (const node of nodesIn(root)) {
    assert.ok(own.has(node.type), node.type);
    if (node.type === 'link') {
      assert.match(node.url, /^(?:#[a-z-]+|[\w.~%/-]+#L\d+)$/);
    }
    found += node.type === 'heading' ? 1 : 0;
  }
  assert.equal(found, headings);
}

function headingsOf({ groups, subjects }: Report): number {
  const kinds = groups.flatMap((group) => group.kinds);
  const entries = kinds.flatMap(({ shown }) => shown);
  return 1 + 5 + groups.length + kinds.length + entries.length + subjects.shown.length;
}

describe('the report as Markdown', () => {
  it('is read back into the same tables', () => {
    const { report, markdown } = reportOf(seeds);
    assert.deepEqual(readBack(read(markdown)), written(report));
  });

  it('leads from its contents to its parts', () => {
    const root = read(reportOf(seeds).markdown);
    const slugs = [...nodesIn(root)]
      .filter((node) => node.type === 'heading')
      .map((node) => `#${textOf(node).toLowerCase().replaceAll(' ', '-')}`);
    const links = [...nodesIn(root)].flatMap((node) =>
      node.type === 'link' && node.url.startsWith('#') ? node.url : [],
    );
    assert.equal(links.length, 5);
    assert.deepEqual(
      links.filter((link) => !slugs.includes(link)),
      [],
    );
  });

  it('marks the quoted words among those around them', () => {
    const { markdown } = reportOf(seeds);
    assert.match(
      markdown,
      /\n {2}> … .*would turn the \*\*existing five PCTs of the county\*\* into two/,
    );
  });

  for (const text of hostile) {
    it(`is inert with ${JSON.stringify(text)}`, () => {
      const { report, markdown } = reportOf(conflict(text));
      const root = read(markdown);
      assertInert(root, headingsOf(report));
      assert.deepEqual(readBack(root), written(report));
    });
  }
});
