import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { exitOnSignals } from '../launcher/lifetime.js';
import { projectFolder } from '../launcher/projectFolder.js';
import { newId, withNewId } from '../renamedSeeds.js';
import { copyOfSeeds } from '../seedsCopy.js';
import { keepScreenshot } from './screenshots.js';
import { Workbench } from './workbench.js';

const article = '003-mergers-confirmed.md';
const sidecar = '003-mergers-confirmed.facts.yaml';
const draft = 'briefing-draft.facts.yaml';

describe('the page, as a person sees it', function () {
  this.timeout(180_000);
  this.slow(10_000);

  const seeds = copyOfSeeds();
  let workbench: Workbench;

  /** The number, from 1, of the first line that holds some text. */
  function lineOf(file: string, text: string): number {
    const lines = readFileSync(path.join(seeds, file), 'utf8').split('\n');
    const index = lines.findIndex((line) => line.includes(text));
    assert.ok(index >= 0, `${file} does not contain “${text}”`);
    return index + 1;
  }

  /** All files with their texts, as they are on disk. */
  function texts(): readonly (readonly [file: string, text: string])[] {
    return readdirSync(seeds)
      .sort()
      .map((file) => [file, readFileSync(path.join(seeds, file), 'utf8')] as const);
  }

  /** Waits until all files on disk are as expected, and says in what they differ if not. */
  async function onDisk(expected: ReturnType<typeof texts>): Promise<void> {
    for (let tries = 0; tries < 300 && !isDeepStrictEqual(texts(), expected); tries++) {
      await workbench.page.waitForTimeout(100);
    }
    assert.deepEqual(texts(), expected);
  }

  before(async () => {
    exitOnSignals();
    workbench = await Workbench.open(seeds, process.env['EXTENSION_PATH'] ?? projectFolder);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await keepScreenshot(workbench.page, 'failed');
  });

  it('works in Restricted Mode', async () => {
    await workbench.statusItem('Restricted Mode').waitFor();
    await workbench.statusItem(/^\s*Policy Facts: \d+/u).waitFor({ timeout: 45_000 });
  });

  it('a mention in an article says on hover who that is', async () => {
    await workbench.openFile(article, lineOf(article, 'PCTs'));
    const text = await workbench.hoverOver('PCTs');
    assert.match(text, /Primary care trusts/u);
    await keepScreenshot(workbench.page, 'hover');
    await workbench.dismiss();
  });

  it('a value that its quote does not hold is underlined while typing', async () => {
    await workbench.openFile(sidecar, lineOf(sidecar, 'value: 303'));
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('Backspace');
    await workbench.page.keyboard.type('4');
    const squiggle = workbench.page.locator('.squiggly-error').first();
    await squiggle.waitFor({ timeout: 45_000 });
    await workbench.page.keyboard.press('Control+Z');
    await workbench.page.keyboard.press('Control+Z');
    await squiggle.waitFor({ state: 'hidden', timeout: 45_000 });
  });

  it('a rename changes every sidecar that uses the id, and one undo takes it back', async () => {
    const register = 'organisations.facts.yaml';
    await workbench.statusItem(/^\s*Policy Facts: \d+/u).waitFor({ timeout: 45_000 });
    const before = texts();
    const expected = before.map(([file, text]) => {
      return [file, file.endsWith('.yaml') ? withNewId(text) : text] as const;
    });
    await workbench.openFile(register, lineOf(register, '  pct:'));
    await workbench.page.keyboard.press('Home');
    await workbench.rename(newId);
    await onDisk(expected);
    // A person's pause: VS Code is still closing the files that it has saved.
    await workbench.page.waitForTimeout(3000);
    await workbench.page.keyboard.press('Control+Z');
    await workbench.runCommand('File: Save All');
    await onDisk(before);
  });

  it('a conflict is underlined and explains itself on hover', async () => {
    await workbench.openFile(draft, lineOf(draft, 'value: 151'));
    await workbench.page.locator('.squiggly-warning').first().waitFor({ timeout: 45_000 });
    const text = await workbench.hoverOver('151');
    assert.match(text, /152/u);
    await keepScreenshot(workbench.page, 'conflict');
    await workbench.dismiss();
  });

  it('Run Consistency Check ends in a summary and the Problems view', async () => {
    await workbench.runCommand('Policy Facts: Run Consistency Check');
    const summary = workbench.page.locator('.notification-toast', {
      hasText: /Checked \d+ articles/u,
    });
    await summary.waitFor({ timeout: 45_000 });
    const problems = workbench.page.locator('.markers-panel .monaco-list-row');
    await problems.first().waitFor({ timeout: 45_000 });
    await keepScreenshot(workbench.page, 'problems');
  });
});
