import assert from 'node:assert/strict';
import { parseArticle, quoteFinderOf, type Article } from '../../../server/src/articles/article.js';
import { Revised } from '../../../server/src/articles/revision.js';
import { articleInfo } from '../../../server/src/corpus/articleInfo.js';
import { findMentions } from '../../../server/src/corpus/mentions.js';
import { NameMatcher } from '../../../server/src/corpus/names.js';
import { worldOf } from '../rules/world.js';

/* What a key in an article makes us look at again, counted: the same however long the article is. */

const register = `organisations:
  pct: {name: Primary care trusts, aliases: [PCT, PCTs], kind: class}
  nhs: {name: NHS, kind: body}
`;

/** As many paragraphs, with a quote in each. */
function articleOf(paragraphs: number): string {
  const texts = Array.from(
    { length: paragraphs },
    (_, n) => `In region ${n} the NHS has ${n + 1000} staff, of whom some work in the PCTs.`,
  );
  return `${texts.join('\n\n')}\n`;
}

interface Work {
  /** How often the whole text was searched for a quote. */
  readonly searches: number;
  /** In how many UTF-16 units names were looked for. */
  readonly searchedForNames: number;
}

function workOfKey(paragraphs: number): Work {
  const { definitions } = namedThings;
  const names = new NameMatcher(definitions);
  let searchedForNames = 0;
  const find = names.find.bind(names);
  names.find = (text) => {
    searchedForNames += text.length;
    return find(text);
  };
  const exacts = Array.from({ length: paragraphs }, (_, n) => `In region ${n} the NHS has`);
  const look = (article: Article): void => {
    for (const exact of exacts) {
      assert.equal(quoteFinderOf(article).find({ exact }).kind, 'found');
    }
    const info = articleInfo(null, { uri: 'file:///a.md', content: article }, undefined);
    assert.equal(findMentions(article, info, names).length, 2 * paragraphs);
  };
  const text = articleOf(paragraphs);
  const before = parseArticle(text, 'markdown');
  look(before);
  searchedForNames = 0;
  const at = text.indexOf('some work', text.length / 2);
  const now = parseArticle(`${text.slice(0, at)}x${text.slice(at)}`, 'markdown');
  Revised.edited(before, now);
  look(now);
  return { searches: quoteFinderOf(now).searches, searchedForNames };
}

const namedThings = { definitions: worldOf({ 'r.facts.yaml': register }).corpus.register.all() };

describe('a key in an article', () => {
  it('[flat] makes no quote to be looked for in the whole text, and names in one paragraph', () => {
    const few = workOfKey(10);
    const many = workOfKey(1000);
    assert.equal(few.searches, 0);
    assert.equal(many.searches, 0);
    assert.ok(few.searchedForNames > 0);
    assert.ok(many.searchedForNames < few.searchedForNames + 10, 'the numbers have more digits');
  });
});
