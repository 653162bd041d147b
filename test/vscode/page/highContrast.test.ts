import { strict as assert } from 'node:assert';
import { copyOfSeeds } from '../seedsCopy.js';
import { drawnWords } from './contrast.js';
import { lineOf } from './lineOf.js';
import { keepScreenshot } from './screenshots.js';
import { testWindowOn } from './testWindow.js';
import type { Workbench } from './workbench.js';

const article = '003-mergers-confirmed.md';
const draft = 'briefing-draft.facts.yaml';

/**
 * WCAG 2.2: level AAA (1.4.6) in the dark theme; AA (1.4.3) in the light one, whose own colours of
 * numbers and keys have no more than 6.4 and 6.6.
 */
const wanted = { 'high-contrast': 7, 'high-contrast-light': 4.5 } as const;

describe('the main story in high contrast and in Restricted Mode', function () {
  this.timeout(180_000);
  this.slow(20_000);

  const seeds = copyOfSeeds();
  let workbench: Workbench;

  testWindowOn(seeds, 'failed-contrast', (opened) => {
    workbench = opened;
  });
  before(async () => {
    await workbench.statusItem('Restricted Mode').waitFor();
  });

  /** Every colour of the editor's words is legible. */
  async function assertLegible(theme: keyof typeof wanted): Promise<void> {
    const words = await drawnWords(workbench.page);
    assert.ok(words.length >= 3, 'words are coloured');
    assert.deepEqual(
      words.filter(({ contrast }) => contrast < wanted[theme]),
      [],
    );
  }

  /** Waits until a figure that is contested has another colour than one that is not. */
  async function contestedColour(): Promise<void> {
    await workbench.page.waitForFunction(() => {
      const spans = Array.from(document.querySelectorAll('.view-line span'));
      const colourOf = (text: string): string | undefined => {
        const span = spans.find(
          ({ children, textContent }) => children.length === 0 && textContent.trim() === text,
        );
        return span && getComputedStyle(span).color;
      };
      const [contested, other] = [colourOf('151'), colourOf('303')];
      return contested !== undefined && other !== undefined && contested !== other;
    });
  }

  for (const theme of Object.keys(wanted) as (keyof typeof wanted)[]) {
    it(`${theme}: an article’s mentions and figures are legible`, async () => {
      await workbench.setTheme(theme);
      await workbench.openFile(article, lineOf(seeds, article, 'PCTs'));
      await workbench.page.locator('.codelens-decoration a').first().waitFor();
      await assertLegible(theme);
    });

    it(`${theme}: a conflict is underlined, legible, and explains itself`, async () => {
      await workbench.openFile(draft, lineOf(seeds, draft, 'value: 151'));
      await workbench.page.locator('.squiggly-warning').first().waitFor({ timeout: 45_000 });
      await contestedColour();
      await assertLegible(theme);
      assert.match(await workbench.hoverOver('151'), /152/u);
      await keepScreenshot(workbench.page, `conflict-${theme}`);
      await workbench.dismiss();
    });

    it(`${theme}: a fact is recorded by questions`, async () => {
      await workbench.openFile(article, lineOf(seeds, article, 'The trusts that result'));
      await workbench.startCommand('Policy Facts: Record as Fact');
      await workbench.question('these words are quoted already').waitFor({ timeout: 45_000 });
      await keepScreenshot(workbench.page, `record-${theme}`);
      await workbench.page.keyboard.press('Escape');
      await workbench.question('these words are quoted already').waitFor({ state: 'hidden' });
    });

    it(`${theme}: the check ends in the Problems view`, async () => {
      await workbench.runCommand('Policy Facts: Run Consistency Check');
      const toast = workbench.page.locator('.notification-toast', {
        hasText: /Checked \d+ articles/u,
      });
      await toast.first().waitFor({ timeout: 45_000 });
      const problems = workbench.page.locator('.markers-panel .monaco-list-row');
      await problems.first().waitFor({ timeout: 45_000 });
      await keepScreenshot(workbench.page, `problems-${theme}`);
      await workbench.runCommand('Notifications: Clear All Notifications');
      await workbench.runCommand('View: Toggle Panel Visibility');
    });
  }
});
