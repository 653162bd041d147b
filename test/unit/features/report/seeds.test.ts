import assert from 'node:assert/strict';
import type { Report, ReportFinding } from '../../../../server/src/features/report/report.js';
import { elementsIn, named, readHtml, textOf } from './readHtml.js';
import { reportOf, seeds } from './reportOf.js';

function entriesOf({ groups }: Report): readonly ReportFinding[] {
  return groups.flatMap(({ kinds }) => kinds).flatMap(({ shown }) => shown);
}

describe('the report of the sample articles', () => {
  const { checker, corpus, report, html, markdown } = reportOf(seeds);
  const entries = entriesOf(report);

  it('tells each finding of the check once', () => {
    const ends = (findings: readonly { readonly code: string; readonly at: string }[]): string[] =>
      findings.map(({ code, at }) => `${code} ${at}`).sort();
    const checked = checker.all().map(({ code, severity, uri, span }) => {
      const line = (corpus.source(uri)?.lines.positionAt(span.start).line ?? -1) + 1;
      return { code, at: `${severity} ${uri}:${line}` };
    });
    assert.ok(checked.length > 10);
    const told = entries.flatMap(({ code, told }) =>
      told.map(({ place, severity }) => ({ code, at: `${severity} ${place.uri}:${place.line}` })),
    );
    assert.deepEqual(ends(told), ends(checked));
    assert.equal(report.entries, entries.length);
  });

  it('shows a pair as one entry, at the end where it is more severe, with the words of both sides', () => {
    const [essex, ...others] = entries.filter(({ title }) => title.endsWith('count, Essex'));
    assert.ok(essex !== undefined);
    assert.deepEqual(others, []);
    assert.equal(essex.severity, 'warning');
    assert.deepEqual(
      essex.sides.map(({ fact }) => [fact?.value, fact?.quotes[0]?.found?.words]),
      [
        ['2', 'In May 2010 Essex already had two PCTs'],
        ['5', 'existing five PCTs of the county'],
      ],
    );
    assert.match(essex.sides[1]?.fact?.quotes[0]?.found?.before ?? '', /turn the $/);
    assert.match(essex.message, /^They cannot both hold at one time\. Correct one/);
  });

  it('quotes every side of every finding, in both forms', () => {
    const shown = textOf(readHtml(html)).replace(/\s+/g, ' ');
    const plain = markdown.replace(/\*\*|\\/g, '').replace(/\s+/g, ' ');
    for (const { sides } of entries) {
      for (const { fact, words } of sides) {
        const quoted = fact === null ? [words] : fact.quotes.map(({ found }) => found);
        assert.ok(quoted.length > 0);
        for (const quote of quoted) {
          assert.ok(quote !== null);
          assert.ok(shown.includes(quote.words), quote.words);
          assert.ok(plain.includes(quote.words), quote.words);
        }
      }
    }
    assert.equal(
      named(readHtml(html), 'article').length,
      entries.length,
      'an entry is an article of the page',
    );
  });

  it('has every fact in a table, with its source', () => {
    const facts = report.subjects.shown.flatMap(({ shown }) => shown);
    assert.equal(facts.length, report.summary.facts);
    assert.equal(new Set(facts.map(({ reference }) => reference)).size, facts.length);
    const founded = facts.find(({ reference }) => reference.endsWith('#count-before'));
    assert.deepEqual(
      [founded?.what, founded?.value, founded?.who],
      ['count, England', '303', 'the article itself'],
    );
    assert.match(founded?.article.details ?? '', /^pharmafile, 30 May 2006$/);
    const rows = named(readHtml(html), 'section')
      .filter(({ attributes }) => attributes.get('id') === 'facts')
      .flatMap((section) => named(section, 'tbody'))
      .flatMap((body) => named(body, 'tr'));
    assert.equal(rows.length, facts.length);
  });

  it('says what was judged, and why', () => {
    assert.deepEqual(
      report.judgements.shown.map(({ how, codes, about, reason }) => [how, codes, about, reason]),
      [
        [
          'ignored',
          'missing-separator',
          '000-plan-b#eight-under-one-management',
          'the link to another report names no place',
        ],
      ],
    );
  });

  it('links to lines of the files beside it, and to its own parts', () => {
    const page = readHtml(html);
    const ids = new Set([...elementsIn(page)].map(({ attributes }) => attributes.get('id')));
    const hrefs = named(page, 'a').map(({ attributes }) => attributes.get('href') ?? '');
    assert.ok(hrefs.length > 100);
    for (const href of hrefs) {
      const [file = '', anchor = ''] = href.split('#');
      if (file === '') {
        assert.ok(ids.has(anchor), href);
      } else {
        const lines = seeds[decodeURIComponent(file)]?.split('\n').length ?? 0;
        const line = Number(/^L(\d+)$/.exec(anchor)?.[1]);
        assert.ok(line >= 1 && line <= lines, href);
      }
    }
  });

  it('is the same whatever the order of the files', () => {
    const turned = reportOf(Object.fromEntries(Object.entries(seeds).reverse()));
    assert.equal(turned.html, html);
    assert.equal(turned.markdown, markdown);
  });
});
