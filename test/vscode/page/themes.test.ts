import { strict as assert } from 'node:assert';
import { copyOfSeeds } from '../seedsCopy.js';
import { lineOf } from './lineOf.js';
import { keepScreenshot } from './screenshots.js';
import { testWindowOn } from './testWindow.js';
import { themes, type Workbench } from './workbench.js';

const article = '003-mergers-confirmed.md';
const sidecar = '003-mergers-confirmed.facts.yaml';

describe('the page in every kind of theme', function () {
  this.timeout(180_000);
  this.slow(20_000);

  const seeds = copyOfSeeds();
  let workbench: Workbench;

  testWindowOn(seeds, 'failed-theme', (opened) => {
    workbench = opened;
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`${theme}: mentions and figures are coloured, a lens counts, a hover explains`, async () => {
      await workbench.setTheme(theme);
      await workbench.openFile(article, lineOf(seeds, article, 'PCTs'));
      await workbench.page.locator('.codelens-decoration a').first().waitFor();
      const text = await workbench.hoverOver('PCTs');
      assert.match(text, /Primary care trusts/u);
      await keepScreenshot(workbench.page, `article-${theme}`);
      await workbench.dismiss();
    });

    it(`${theme}: a sidecar says what is behind its ids, and completes them`, async () => {
      // A lens that comes in above what is shown stays out of sight.
      await workbench.openFile(sidecar);
      await workbench.page.locator('.codelens-decoration a').first().waitFor();
      await workbench.openFile(sidecar, lineOf(seeds, sidecar, 'subject: pct'));
      await workbench.page
        .locator('.view-line', { hasText: /subject:\s*pct\s*Primary\scare\strusts/u })
        .first()
        .waitFor();
      await workbench.page.keyboard.press('End');
      await workbench.press('Backspace', 'pct'.length);
      await workbench.page.keyboard.type('prim', { delay: 80 }); // as fast as a person
      const offered = workbench.page.locator('.suggest-widget .monaco-list-row');
      const wanted = offered.filter({ hasText: 'pct' }).first();
      // The first word typed in a window may bring no list by itself: a person then asks for it.
      await wanted
        .waitFor({ timeout: 4_000 })
        .catch(() => workbench.page.keyboard.press('Control+Space'));
      await wanted.waitFor();
      await keepScreenshot(workbench.page, `sidecar-${theme}`);
      await workbench.page.keyboard.press('Enter');
      await workbench.page
        .locator('.editor-instance .view-line', { hasText: 'subject: pct' })
        .first()
        .waitFor();
      await workbench.runCommand('File: Revert File');
    });
  }
});
