import { strict as assert } from 'node:assert';
import type { FrameLocator } from 'playwright-core';
import { copyOfSeeds } from '../seedsCopy.js';
import { keepScreenshot } from './screenshots.js';
import { testWindowOn } from './testWindow.js';
import type { Workbench } from './workbench.js';

describe('the report in VS Code, as a person sees it', function () {
  this.timeout(180_000);
  this.slow(20_000);

  const seeds = copyOfSeeds();
  let workbench: Workbench;

  testWindowOn(seeds, 'failed-report', (opened) => {
    workbench = opened;
  });

  function report(): FrameLocator {
    return workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  for (const theme of ['light', 'dark', 'high-contrast'] as const) {
    it(`${theme}: shows the findings with both sides`, async () => {
      await workbench.setTheme(theme);
      await workbench.runCommand('Policy Facts: Show Report');
      await report().locator('h1').waitFor({ timeout: 45_000 });
      await report().getByRole('link', { name: 'Warnings' }).click();
      const entry = report().locator('article', { hasText: 'count, Essex' }).first();
      await entry.waitFor();
      assert.match(await entry.innerText(), /In May 2010 Essex already had two PCTs/u);
      await workbench.page.waitForTimeout(500); // the page has scrolled
      await keepScreenshot(workbench.page, theme === 'light' ? 'report' : `report-${theme}`);
    });
  }

  it('a link leads to the place in the editor', async () => {
    const entry = report().locator('article', { hasText: 'count, Essex' }).first();
    await entry.getByRole('link', { name: /^001-new-round-of-mergers\.md:\d+$/u }).click();
    const tab = workbench.page.locator('.tab.active', { hasText: '001-new-round-of-mergers.md' });
    await tab.waitFor({ timeout: 45_000 });
    await workbench.page.locator('.view-line', { hasText: /existing\sfive\sPCTs/u }).waitFor();
    await workbench.statusItem(/^Ln 23, Col \d+$/u).waitFor();
  });

  it('a button asks where to save it', async () => {
    await workbench.runCommand('Policy Facts: Show Report');
    await report().getByRole('link', { name: 'Save as Markdown…' }).click();
    await workbench.question('Save the Report').waitFor({ timeout: 45_000 });
    await workbench.page.keyboard.press('Escape');
  });
});
