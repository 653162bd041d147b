import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureContext } from '../../../server/src/features/context.js';
import { firstConflict } from '../../../server/src/features/tree/firstConflict.js';
import { MOST_CHILDREN } from '../../../server/src/features/tree/grouping.js';
import { inOneLine } from '../../../server/src/features/tree/label.js';
import { provideTree } from '../../../server/src/features/tree/tree.js';
import { TreeFilter } from '../../../server/src/features/tree/treeFilter.js';
import {
  treeNames,
  type TreeName,
  type TreeNode,
} from '../../../server/src/features/tree/treeNode.js';
import { byFigures, surveyArticle } from '../../../server/src/features/articleSurvey.js';
import { uriOf, worldOf, type Files } from '../rules/world.js';

const seeds = join(import.meta.dirname, '../../../../seeds');

function sample(): Files {
  return Object.fromEntries(
    readdirSync(seeds).map((name) => [name, readFileSync(join(seeds, name), 'utf8')]),
  );
}

function contextOf(files: Files): FeatureContext {
  return { ...worldOf(files), encoding: 'utf-16', markdown: true, rulePage: () => undefined };
}

/** A tree as a person opens it: by the labels on the way; the level that they lead to. */
function open(
  context: FeatureContext,
  tree: TreeName,
  labels: readonly string[] = [],
  filter = '',
): readonly TreeNode[] {
  const words = new TreeFilter(filter);
  let nodes = provideTree(context, tree, null, words);
  for (const label of labels) {
    const node = nodes.find((each) => each.label === label);
    assert.ok(node, `“${label}” is among ${nodes.map((each) => each.label).join(' | ')}`);
    assert.ok(node.hasChildren, `“${label}” can be opened`);
    nodes = provideTree(context, tree, node.id, words);
  }
  return nodes;
}

function labels(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.map(({ label }) => label);
}

/** Every node of a tree, and how deep the tree is. */
function everything(context: FeatureContext, tree: TreeName, filter = ''): readonly TreeNode[] {
  const words = new TreeFilter(filter);
  const all: TreeNode[] = [];
  const add = (id: string | null): void => {
    for (const node of provideTree(context, tree, id, words)) {
      all.push(node);
      if (node.hasChildren) {
        add(node.id);
      }
    }
  };
  add(null);
  return all;
}

describe('the trees of the facts view', () => {
  describe('over the sample', () => {
    const context = contextOf(sample());

    it('findings: by kind with the worst first, then by slot, then a pair once with its other side', () => {
      const kinds = open(context, 'findings');
      const severities = kinds.map(({ severity }) => severity);
      assert.deepEqual(
        severities,
        [...severities].sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')),
      );
      assert.deepEqual(labels(open(context, 'findings', ['Value conflict'])), [
        'Primary care trusts, count, England',
        'Primary care trusts, count, Essex',
      ]);
      const slot = ['Value conflict', 'Primary care trusts, count, England'];
      const [pair, ...others] = open(context, 'findings', slot);
      assert.equal(others.length, 0, 'a pair that is reported at both ends stands here once');
      assert.equal(pair?.label, '151 but 152');
      assert.equal(pair.severity, 'warning', 'of its two ends the weightier');
      assert.equal(pair.place?.uri, uriOf('briefing-draft.facts.yaml'));
      assert.equal(pair.reference, 'briefing-draft#count-since-2006');
      assert.deepEqual(pair.topic, { subject: 'pct', property: 'count' });
      const [otherSide] = open(context, 'findings', [...slot, '151 but 152']);
      assert.equal(otherSide?.place?.uri, uriOf('002-tory-health-plans.facts.yaml'));
      assert.equal(otherSide.reference, '002-tory-health-plans#trusts-152');
      assert.match(otherSide.label, /^The other fact: 152/);
    });

    it('organisations: facts by property with value, when and source; mentions by article', () => {
      const trusts = open(context, 'organisations').find(
        ({ label }) => label === 'Primary care trusts',
      );
      assert.match(trusts?.description ?? '', /^\d+ facts, \d+ mentions$/);
      assert.equal(trusts?.place?.uri, uriOf('organisations.facts.yaml'));
      const way = ['Primary care trusts', 'Facts'];
      const property = open(context, 'organisations', way).find(
        ({ topic }) => topic?.property === 'count',
      );
      assert.deepEqual(property?.topic, { subject: 'pct', property: 'count' });
      const facts = open(context, 'organisations', [...way, property.label]);
      const before = facts.find(
        ({ reference }) => reference === '003-mergers-confirmed#count-before',
      );
      assert.equal(before?.label, '303, England');
      assert.match(before.description ?? '', /2006.* · 003-mergers-confirmed$/);
      const contested = facts.find(
        ({ reference }) => reference === 'briefing-draft#count-since-2006',
      );
      assert.match(contested?.description ?? '', /^⚠ /);
      assert.match(contested?.spoken ?? '', /^Contested: /, 'not by a sign alone');
      const articles = open(context, 'organisations', ['Primary care trusts', 'Mentions']);
      assert.ok(articles.length >= 5);
      const [article] = articles;
      const mentions = open(context, 'organisations', [
        'Primary care trusts',
        'Mentions',
        article?.label ?? '',
      ]);
      assert.equal(article?.description, `${mentions.length} mentions`);
      assert.ok(mentions.every(({ place }) => place?.uri === article.place?.uri));
    });

    it('articles: the facts of each, and its figures that no fact records', () => {
      const [title = ''] = labels(open(context, 'articles')).filter((label) =>
        label.startsWith('Briefing draft'),
      );
      const parts = open(context, 'articles', [title]);
      assert.equal(parts[0]?.label, 'Facts');
      const facts = open(context, 'articles', [title, 'Facts']);
      assert.equal(facts.length, Number(parts[0].description));
      assert.ok(labels(facts).includes('Primary care trusts, count, England: 151'));
      assert.equal(parts.length, 1, 'all its figures are on record');
    });

    it('a figure that is added to an article is one that no fact records', () => {
      const file = '003-mergers-confirmed.md';
      const files = sample();
      const more = contextOf({ ...files, [file]: `${files[file] ?? ''}\n\nThere were 77 PCTs.\n` });
      const article = open(more, 'articles').find(({ place }) => place?.uri === uriOf(file));
      assert.match(article?.description ?? '', /1 figure unrecorded$/);
      const figures = open(more, 'articles', [
        article?.label ?? '',
        'Figures that no fact records',
      ]);
      assert.deepEqual(labels(figures), ['77']);
      assert.match(figures[0]?.description ?? '', /There were 77 PCTs\.$/);
    });

    it('ids are unique, and stand for the same after a text above has moved everything', () => {
      const file = 'briefing-draft.facts.yaml';
      const files = sample();
      const moved = contextOf({ ...files, [file]: `# a line\n${files[file] ?? ''}` });
      for (const tree of treeNames) {
        const ids = everything(context, tree).map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length, tree);
        assert.deepEqual(
          everything(moved, tree).map(({ id }) => id),
          ids,
          tree,
        );
      }
    });

    it('a filter keeps what holds all its words, whatever their case, and what leads there', () => {
      assert.deepEqual(labels(open(context, 'findings', [], 'ESSEX')), ['Value conflict']);
      assert.deepEqual(labels(open(context, 'findings', ['Value conflict'], 'essex')), [
        'Primary care trusts, count, Essex',
      ]);
      assert.deepEqual(open(context, 'findings', [], 'essex nowhere'), []);
      const facts = open(context, 'organisations', ['Primary care trusts', 'Facts'], 'essex');
      assert.deepEqual(
        facts.map(({ topic }) => topic?.property),
        ['count', 'status'].slice(0, facts.length),
      );
      assert.ok(labels(open(context, 'organisations', [], 'bma'))[0]?.includes('Medical'));
      assert.deepEqual(
        labels(open(context, 'organisations', ['British Medical Association'], 'bma')),
        labels(open(context, 'organisations', ['British Medical Association'])),
        'of what it names, all is shown',
      );
      assert.deepEqual(labels(open(context, 'articles', [], 'plan-b')), [
        'Trusts prepare mergers as a fallback to abolition',
      ]);
      for (const tree of treeNames) {
        assert.deepEqual(open(context, tree, [], '  '), open(context, tree), 'no words, no filter');
        assert.deepEqual(open(context, tree, [], '(a+)+$['), []);
      }
    });

    it('the first conflict is a plain one, seen from the draft, with both places', () => {
      const conflict = firstConflict(context);
      assert.equal(conflict?.code, 'value-conflict');
      assert.match(conflict.message, /: 151 here/);
      assert.equal(conflict.here.uri, uriOf('briefing-draft.facts.yaml'));
      assert.equal(conflict.there.uri, uriOf('002-tory-health-plans.facts.yaml'));
    });
  });

  it('nothing contradicts where nothing is on record', () => {
    const context = contextOf({ 'a.md': 'There were 303 trusts, 152 later.\n' });
    assert.equal(firstConflict(context), null);
    assert.deepEqual(open(context, 'findings'), []);
    assert.deepEqual(open(context, 'organisations'), []);
    assert.deepEqual(labels(open(context, 'articles', ['a.md', 'Figures'])), ['303', '152']);
  });

  it('the articles with the most figures come first in a survey', () => {
    const { corpus } = contextOf({
      'a.md': '# One\n\nThere were 3.\n',
      'b.md': 'First 303, then 152.\n',
    });
    assert.deepEqual(byFigures(corpus.articles().map(surveyArticle)), [
      { uri: uriOf('b.md'), title: null, figures: 2 },
      { uri: uriOf('a.md'), title: 'One', figures: 1 },
    ]);
  });

  describe('with hostile names', () => {
    const hostile = ['__proto__', 'constructor', 'hasOwnProperty'];
    const odd = '<b>$(flame)\u202e\u0007 [x](command:y) 💥\u0301';
    const files: Files = {
      'register.facts.yaml': `organisations:
${hostile.map((id) => `  ${id}: {name: ${id}}`).join('\n')}
  odd: {name: ${JSON.stringify(odd)}}
  long: {name: ${'💥'.repeat(4000)}}
  blank: {name: "\\u0007"}
`,
      'a.md': '# \u202e\n\nThere are 3.\n',
      'a.facts.yaml': `facts:
${hostile.map((id) => `  - {subject: ${id}, property: ${id}, value: 1, from: 2001, until: 2002}\n  - {subject: ${id}, property: ${id}, value: 2, from: 2001, until: 2002}`).join('\n')}
`,
    };
    const context = contextOf(files);

    it('every line is one short line of text, and every node is found again by its id', () => {
      for (const tree of treeNames) {
        const all = everything(context, tree);
        for (const node of all) {
          const shown = [node.label, node.description ?? '', node.tooltip ?? '', node.spoken ?? ''];
          for (const text of shown) {
            assert.doesNotMatch(text, /[\p{Cc}\p{Cs}\u202e\n]/u);
          }
          assert.ok(node.label.length > 0 && node.label.length <= 160, node.label);
        }
        const ids = all.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
      }
      const names = labels(open(context, 'organisations'));
      for (const id of hostile) {
        assert.ok(names.includes(id));
        assert.ok(labels(open(context, 'organisations', [id, 'Facts'])).includes(id));
        assert.equal(open(context, 'organisations', [id, 'Facts', id]).length, 2);
      }
      assert.ok(names.includes('(empty)'));
      assert.ok(names.some((name) => name.endsWith('…')));
    });

    it('an id that leads nowhere, or is none, gives nothing', () => {
      const none = new TreeFilter('');
      for (const id of ['', 'x', '{}', '[1]', '["no-such"]', '["__proto__","toString"]', '[[]]']) {
        for (const tree of treeNames) {
          assert.deepEqual(provideTree(context, tree, id, none), [], id);
        }
      }
      const deep = JSON.stringify(Array.from({ length: 100_000 }, () => 'a'));
      assert.deepEqual(provideTree(context, 'articles', deep, none), []);
    });

    it('a label is cut between characters', () => {
      for (let length = 1; length < 12; length++) {
        assert.doesNotMatch(inOneLine('a💥'.repeat(20), length), /\p{Cs}/u);
      }
    });
  });

  describe('of a thousand', () => {
    const named = (name: (index: number) => string): FeatureContext =>
      contextOf({
        'register.facts.yaml': `organisations:\n${Array.from({ length: 1000 }, (_, index) => `  o${index}: {name: ${JSON.stringify(name(index))}}`).join('\n')}\n`,
      });

    it('groups by first letter, each of them once', () => {
      const context = named((index) => `${'aÀ7ß–'[index % 5] ?? ''} ${index}`);
      const groups = open(context, 'organisations');
      assert.deepEqual(
        groups.map(({ label, description }) => [label, description]),
        [
          ['#', '200'],
          ['0–9', '200'],
          ['A', '400'],
          ['S', '200'],
        ],
      );
      const all = groups.flatMap(({ label }) => open(context, 'organisations', [label]));
      assert.equal(new Set(all.map(({ id }) => id)).size, 1000);
    });

    it('of one letter, in parts, none of them too long', () => {
      const context = named((index) => `Trust ${String(index).padStart(4, '0')}`);
      const parts = open(context, 'organisations');
      assert.deepEqual(labels(parts), ['1–500', '501–1000']);
      assert.equal(parts[1]?.description, 'Trust 0500 … Trust 0999');
      const second = open(context, 'organisations', ['501–1000']);
      assert.equal(second.length, MOST_CHILDREN);
      assert.equal(second[0]?.label, 'Trust 0500');
    });

    it('five hundred need no groups', () => {
      const context = named((index) => `${index < 500 ? 'Trust' : 'Board'} ${index}`);
      assert.equal(open(context, 'organisations', [], 'trust').length, 500);
      assert.deepEqual(labels(open(context, 'organisations')), ['B', 'T']);
    });
  });
});

const order = ['error', 'warning', 'information', 'hint'];
