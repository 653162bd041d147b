import assert from 'node:assert/strict';
import { relativeLinks } from '../../../../server/src/features/report/reportPlace.js';
import { uriOf, type Files } from '../../rules/world.js';
import { readHtml } from './readHtml.js';
import { reportOf } from './reportOf.js';

/** Articles that each give another count of one body, and an article with nothing recorded. */
function many(count: number): Files {
  const articles = Array.from({ length: count }, (_, index) => {
    const id = String(index).padStart(3, '0');
    return [
      [`${id}.md`, `There are ${100 + index} trusts and 7 trusts.\n`],
      [
        `${id}.facts.yaml`,
        `article: {published: 2010-07-12}\nfacts:\n  - {subject: pct, property: count, value: ${100 + index}, quote: There are ${100 + index} trusts}\n  - {subject: body-${id}, property: status, value: open}\n`,
      ],
    ] as const;
  });
  return Object.fromEntries([
    ['lone.md', 'Nothing of this is recorded: 9 trusts.'],
    [
      'register.facts.yaml',
      'organisations:\n  pct: {name: Trusts, aliases: [trusts], kind: class}\n',
    ],
    ...articles.flat(),
  ]);
}

describe('the report of many files', () => {
  const files = many(8);

  it('shows all there is room for', () => {
    const { report, markdown } = reportOf(files);
    assert.equal(report.subjects.total, 9);
    assert.equal(report.unrecorded.total, 8);
    assert.equal(report.withoutSidecar.total, 1);
    assert.doesNotMatch(markdown, /left out/);
  });

  it('caps every list and says what it leaves out', () => {
    const limits = { ofKind: 3, findings: 10, subjects: 2, ofSubject: 5, facts: 6, articles: 2 };
    const { report, html, markdown } = reportOf(files, limits);
    const conflicts = report.groups
      .flatMap(({ kinds }) => kinds)
      .find(({ code }) => code === 'value-conflict');
    assert.equal(conflicts?.shown.length, 3);
    assert.equal(conflicts.total, 28, 'eight values, each against each other');
    // The subject with the most facts is among those that are shown.
    assert.deepEqual(
      report.subjects.shown.map(({ id, shown, total }) => [id, shown.length, total]),
      [
        ['pct', 5, 8],
        ['body-000', 1, 1],
      ],
    );
    for (const text of [html, markdown]) {
      assert.match(text, /25 more findings left out here, of 28\./);
      assert.match(text, /3 more facts left out here, of 8\./);
      assert.match(text, /7 more subjects left out here, of 9\./);
      assert.match(text, /6 more articles left out here, of 8\./);
    }
    readHtml(html);
  });

  it('shows the most severe findings where there is no room for all', () => {
    const { report } = reportOf(files, { findings: 2 });
    const shown = report.groups.flatMap(({ kinds }) => kinds).flatMap((kind) => kind.shown);
    assert.equal(shown.length, 2);
    const [worst] = report.groups;
    assert.ok(shown.every(({ severity }) => severity === worst?.severity));
  });

  it('counts in its summary what the check counts', () => {
    const { report, checker } = reportOf(files, { findings: 2 });
    assert.deepEqual(report.summary, checker.summary());
  });

  it('clips a text that is a book', () => {
    const { html, markdown } = reportOf({
      'a.facts.yaml': `facts:\n  - {subject: x, property: status, value: "${'word '.repeat(50_000)}"}\n`,
    });
    assert.ok(html.length < 40_000, String(html.length));
    assert.ok(markdown.length < 20_000, String(markdown.length));
  });
});

describe('links of a report', () => {
  const place = (name: string) => ({ uri: uriOf(name), file: name, line: 3, column: 1 });

  it('are relative to the folder it stands in', () => {
    assert.equal(relativeLinks('file:///w')(place('a b/c.md')), 'a%20b/c.md#L3');
    assert.equal(relativeLinks('file:///w/out/')(place('c.md')), '../c.md#L3');
    assert.equal(relativeLinks('file:///elsewhere')(place('c.md')), '../w/c.md#L3');
  });

  it('end nothing and begin no scheme, whatever the file is called', () => {
    const link = relativeLinks('file:///w')(place('javascript:alert(1)"<>`.md'));
    assert.equal(link, 'javascript%3Aalert%281%29%22%3C%3E%60.md#L3');
  });

  it('are none where no relative path leads', () => {
    assert.equal(relativeLinks('vscode-vfs://github/w')(place('c.md')), null);
  });
});
