import { strict as assert } from 'node:assert';
import { commands } from 'vscode';
import type { CheckSummary } from '../../../client/src/checkSummary.js';
import { eventually } from './eventually.js';
import { extension } from './extension.js';

describe('in a folder on which nothing is on record', () => {
  it('the check wakes the extension and says what there is', async () => {
    assert.equal(extension().isActive, false);
    const summary = await commands.executeCommand<CheckSummary>('policyFacts.checkConsistency');
    assert.equal(extension().isActive, true);
    assert.deepEqual([summary.articles, summary.sidecars, summary.facts], [1, 0, 0]);
  });

  it('the facts view lists the articles, with their figures', async () => {
    const articles = extension().exports.factsView.trees.get('articles');
    assert.ok(articles);
    await commands.executeCommand('policyFacts.articles.focus');
    const article = await eventually('the article', async () => {
      const [first] = await articles.getChildren();
      return first;
    });
    assert.deepEqual([article.label, article.description], ['notes.txt', 'no sidecar']);
    const [figures] = await articles.getChildren(article);
    assert.deepEqual([figures?.label, figures?.description], ['Figures', '1']);
  });
});
