import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { scratchFolder } from '../launcher/scratch.js';
import { keepScreenshot } from './screenshots.js';
import { extensionFolder, testWindow } from './testWindow.js';
import { Workbench } from './workbench.js';

const longMs = 60_000;

describe('the walkthrough, from nothing to the first conflict explained', function () {
  this.timeout(240_000);
  this.slow(30_000);

  const scratch = scratchFolder('policy-facts-walk');
  const own = path.join(scratch, 'own');
  let workbench: Workbench;

  before(() => {
    mkdirSync(own);
    writeFileSync(path.join(own, 'notes.md'), '# Notes\n\nThere were 303 trusts, later 152.\n');
  });
  testWindow(
    'failed-walk',
    () => Workbench.open(undefined, extensionFolder, false),
    (opened) => {
      workbench = opened;
    },
  );

  function step(id: string): Locator {
    return workbench.page.locator(`.gettingStartedContainer [data-step-id$="#start#${id}"]`);
  }

  /** Opens a step if it is not open, and presses one of its buttons. */
  async function press(id: string, button: string): Promise<void> {
    await step(id).waitFor({ timeout: longMs });
    const wanted = step(id).getByRole('button', { name: button });
    if (!(await wanted.isVisible())) await step(id).locator('.step-title').first().click();
    await wanted.waitFor({ timeout: longMs });
    await wanted.click();
  }

  async function isDone(id: string): Promise<void> {
    await step(id)
      .locator('.codicon-getting-started-step-checked')
      .first()
      .waitFor({ state: 'attached', timeout: longMs });
  }

  /** Answers the question for a folder. */
  async function chooseFolder(folder: string): Promise<void> {
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    await input.waitFor({ timeout: longMs });
    // The dialog writes where it begins, a moment after it opens.
    do {
      await input.fill(`${folder}/`);
      await workbench.page.waitForTimeout(700);
    } while ((await input.inputValue()) !== `${folder}/`);
    await workbench.page.locator('.quick-input-action .monaco-button').first().click();
    await input.waitFor({ state: 'hidden', timeout: longMs });
  }

  it('1: Open the sample copies it to a new folder, and goes on in its window', async () => {
    await workbench.runCommand('Policy Facts: Open the Walkthrough');
    await step('sample').waitFor({ timeout: longMs });
    await keepScreenshot(workbench.page, 'walkthrough-1');
    await press('sample', 'Open the Sample');
    await chooseFolder(scratch);
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'briefing-draft.md' })
      .waitFor({ timeout: longMs });
    await isDone('sample');
  });

  it('2: See a conflict opens the draft and explains it', async () => {
    await press('conflict', 'Show a Conflict');
    await workbench.page
      .locator('.tab', { hasText: 'briefing-draft.facts.yaml' })
      .waitFor({ timeout: longMs });
    const hover = workbench.page
      .locator('.monaco-hover:not(.hidden)')
      .filter({ hasText: /cannot both hold/u });
    await hover.first().waitFor({ timeout: longMs });
    await keepScreenshot(workbench.page, 'walkthrough-2');
    await isDone('conflict');
  });

  it('3: Jump to its other side opens the other fact', async () => {
    await press('other-side', 'Go to the Other Side');
    await workbench.page
      .locator('.tab', { hasText: '002-tory-health-plans.facts.yaml' })
      .waitFor({ timeout: longMs });
    await isDone('other-side');
    await keepScreenshot(workbench.page, 'walkthrough-3');
  });

  it('4: Settle it opens the light bulb’s menu', async () => {
    await press('settle', 'Settle a Conflict');
    const menu = workbench.page.locator('.action-widget');
    await menu.waitFor({ timeout: longMs });
    await keepScreenshot(workbench.page, 'walkthrough-4');
    assert.match(await menu.innerText(), /disput|acknowledge|deprecat/iu);
    await workbench.page.keyboard.press('Escape');
    await isDone('settle');
  });

  it('5: Check your own folder says what there is, and offers the first sidecar', async () => {
    await press('own-folder', 'Open a Folder');
    await chooseFolder(own);
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'notes.md' })
      .waitFor({ timeout: longMs });
    // A folder without sidecars wakes nothing: the walkthrough is opened again, or the check run.
    await workbench.runCommand('Policy Facts: Open the Walkthrough');
    await press('own-folder', 'Run the Check');
    const toast = workbench.page.locator('.notification-toast', {
      hasText: 'Checked 1 article with 2 figures.',
    });
    await toast.waitFor({ timeout: longMs });
    await isDone('own-folder');
    await keepScreenshot(workbench.page, 'walkthrough-5');
    await toast.getByRole('button', { name: 'Create the First Sidecar' }).click();
    await workbench.page
      .locator('.tab', { hasText: 'notes.facts.yaml' })
      .waitFor({ timeout: longMs });
  });
});
