import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { copyOfSeeds } from '../seedsCopy.js';
import { keepScreenshot } from './screenshots.js';
import { testWindowOn } from './testWindow.js';
import { themes, type Workbench } from './workbench.js';

describe('the facts view on the page', function () {
  this.timeout(180_000);
  this.slow(20_000);

  const seeds = copyOfSeeds();
  let workbench: Workbench;

  testWindowOn(seeds, 'failed-view', (opened) => {
    workbench = opened;
  });
  before(async () => {
    await workbench.setTheme('light');
  });

  /** A line of a tree by what a screen reader says of it. */
  function line(label: string | RegExp): Locator {
    return workbench.page.getByRole('treeitem', { name: label }).first();
  }

  /** Nothing is being fetched for the trees. */
  async function atRest(): Promise<void> {
    for (const sign of ['.codicon-tree-item-loading', '.sidebar .monaco-progress-container.active'])
      await workbench.page.locator(sign).first().waitFor({ state: 'detached', timeout: 45_000 });
  }

  it('opens from the activity bar, and by the keyboard down to the other side of a conflict', async () => {
    await workbench.page.getByRole('tab', { name: 'Policy Facts' }).first().click();
    await line(/^Value conflict, warning/u).waitFor({ timeout: 45_000 });
    await line(/^Value conflict, warning/u).click();
    await workbench.press('ArrowDown', 1);
    const slot = line(/^Primary care trusts, count, England, 1 finding/u);
    await slot.waitFor();
    await slot.click();
    const pair = line(/^warning: .*151 here/u);
    await pair.waitFor();
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowRight');
    const other = line(/^The other fact: 152/u);
    await other.waitFor();
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await workbench.page
      .locator('.tab.active', { hasText: '002-tory-health-plans.facts.yaml' })
      .waitFor({ timeout: 45_000 });
    await workbench.statusItem(/Ln 61,/u).waitFor();
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`${theme}: the three trees, open`, async () => {
      await workbench.setTheme(theme);
      await line(/^Acute providers, no facts/u).waitFor({ timeout: 45_000 });
      await line(/^Briefing draft/u).waitFor({ timeout: 45_000 });
      await atRest();
      await keepScreenshot(
        workbench.page,
        theme === 'light' ? 'facts-view' : `facts-view-${theme}`,
      );
    });
  }

  it('says what it is filtered by', async () => {
    await workbench.setTheme('light');
    await workbench.startCommand('Policy Facts: Filter…');
    await workbench.question('Filter the Facts View').waitFor();
    await workbench.page.keyboard.type('essex');
    await workbench.page.keyboard.press('Enter');
    const message = workbench.page.locator('.tree-explorer-viewlet-tree-view .message');
    await message.filter({ hasText: 'Filtered by “essex”.' }).first().waitFor({ timeout: 45_000 });
    await keepScreenshot(workbench.page, 'facts-view-filtered');
    const lines = await workbench.page.getByRole('treeitem').allInnerTexts();
    assert.ok(!lines.some((text) => text.startsWith('Disputed')), lines.join());
    await workbench.runCommand('Policy Facts: Clear Filter');
    await line(/^Disputed, information/u).waitFor({ timeout: 45_000 });
  });
});
