import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeHtml } from '../../../../server/src/features/report/htmlElement.js';
import { elementsIn, named, readHtml, textOf, type Element } from './readHtml.js';
import { conflict, hostile, reportOf, seeds } from './reportOf.js';

const allowed = new Set(
  'html head meta title style body div a header h1 h2 h3 h4 h5 p nav ul li main section article span bdi strong q mark code blockquote table caption thead tbody tr th td footer'.split(
    ' ',
  ),
);

const attributes = new Set(
  'lang charset http-equiv content name class href id aria-labelledby aria-label role tabindex scope dir'.split(
    ' ',
  ),
);

/** What each page must be, whatever people wrote. */
function assertSound(html: string): Element {
  const page = readHtml(html);
  const ids = new Set<string>();
  let level = 0;
  for (const element of elementsIn(page)) {
    if (element === page) {
      continue;
    }
    assert.ok(allowed.has(element.name), element.name);
    for (const [key, value] of element.attributes) {
      assert.ok(attributes.has(key), key);
      if (key === 'href') {
        assert.match(value, /^(?:#[a-z0-9-]+|(?:\.\.\/)*(?:[\w.~%-]+\/)*[\w.~%-]+#L\d+)$/);
        assert.doesNotMatch(value, /^[^/#]*:/);
      }
    }
    const id = element.attributes.get('id');
    assert.ok(id === undefined || !ids.has(id), `the id ${String(id)} is given once`);
    ids.add(id ?? '');
    const heading = /^h([1-6])$/.exec(element.name)?.[1];
    if (heading !== undefined) {
      assert.ok(
        Number(heading) <= level + 1,
        `a heading of level ${heading} after one of ${level}`,
      );
      level = Number(heading);
    }
    if (element.name === 'p' || /^h\d$/.test(element.name)) {
      const blocks = ['p', 'div', 'table', 'blockquote', 'section', 'ul'];
      const inside = [...elementsIn(element)].slice(1).map(({ name }) => name);
      assert.deepEqual(
        inside.filter((name) => blocks.includes(name)),
        [],
        `in ${element.name}`,
      );
    }
    if (element.name === 'table') {
      assert.equal((element.children[0] as Element).name, 'caption');
      const widths = named(element, 'tr').map((row) => row.children.length);
      assert.equal(new Set(widths).size, 1, 'rows of one width');
      assert.ok(named(element, 'th').every((cell) => cell.attributes.has('scope')));
    }
  }
  for (const element of elementsIn(page)) {
    const by = element.attributes.get('aria-labelledby');
    assert.ok(by === undefined || ids.has(by), by);
  }
  return page;
}

describe('the report as a page', () => {
  it('is sound HTML with headings in order, captions and scopes', () => {
    const page = assertSound(reportOf(seeds).html);
    assert.equal(named(page, 'h1').length, 1);
    assert.equal(named(page, 'main').length, 1);
    assert.equal(named(page, 'nav').length, 1);
  });

  it('needs nothing but itself and runs nothing', () => {
    const { html } = reportOf(seeds);
    const policy = named(readHtml(html), 'meta').find(
      ({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy',
    );
    assert.match(
      policy?.attributes.get('content') ?? '',
      /^default-src 'none'; style-src 'unsafe-inline';/,
    );
    assert.doesNotMatch(html, /url\(|@import|<script|<link|<img|https?:/);
  });

  it('of an empty folder says that there is nothing', () => {
    const { html, report } = reportOf({});
    assertSound(html);
    assert.equal(report.entries, 0);
    assert.match(html, /Nothing to report/);
  });

  for (const words of hostile) {
    it(`is inert with ${JSON.stringify(words)}`, () => {
      const { html, report } = reportOf(conflict(words));
      const page = assertSound(html);
      assert.ok(report.entries >= 1);
      const shown = words
        // eslint-disable-next-line no-control-regex -- what nobody sees
        .replace(/[\u0000-\u0008\u000e-\u001f\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
        .replace(/\s+/g, ' ')
        .trim();
      assert.ok(textOf(page).includes(shown), 'and says what was written');
      // eslint-disable-next-line no-control-regex -- as above
      assert.doesNotMatch(html, /[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/u);
    });
  }

  it('has the same elements whatever the words are', () => {
    const shape = (html: string): string =>
      [...elementsIn(assertSound(html))].map(({ name }) => name).join(' ');
    const plain = shape(reportOf(conflict('plain words')).html);
    const words = fc
      .array(
        fc.oneof(
          fc.constantFrom(...hostile),
          fc.string({ unit: 'binary', maxLength: 12 }),
          fc.constantFrom('<', '>', '&', '"', "'", '`', '=', '/', '|', '\\', '\n', '--', ']]>'),
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => `x${parts.join('')}x`);
    fc.assert(
      fc.property(words, (text) => {
        // A text that reads as a number of trusts, say, may bring other findings: not here.
        assert.equal(
          shape(reportOf(conflict(text)).html).replace(/ code/g, ''),
          plain.replace(/ code/g, ''),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('escapes what could end a text or an attribute', () => {
    assert.equal(
      escapeHtml(`<a b="c" d='e'>&\``),
      '&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;&#96;',
    );
  });
});
