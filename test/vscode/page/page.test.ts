import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { newId, withNewId } from '../renamedSeeds.js';
import { copyOfSeeds } from '../seedsCopy.js';
import { lineOf } from './lineOf.js';
import { keepScreenshot } from './screenshots.js';
import { testWindowOn } from './testWindow.js';
import type { Workbench } from './workbench.js';

const article = '003-mergers-confirmed.md';
const sidecar = '003-mergers-confirmed.facts.yaml';
const draft = 'briefing-draft.facts.yaml';

describe('the page, as a person sees it', function () {
  this.timeout(180_000);
  this.slow(10_000);

  const seeds = copyOfSeeds();
  let workbench: Workbench;

  /** All files with their texts, as they are on disk. */
  function texts(): readonly (readonly [file: string, text: string])[] {
    return readdirSync(seeds)
      .filter((file) => !file.startsWith('.')) // the settings of the window
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

  testWindowOn(seeds, 'failed', (opened) => {
    workbench = opened;
  });
  before(async () => {
    await workbench.setTheme('light');
  });

  it('works in Restricted Mode', async () => {
    await workbench.statusItem('Restricted Mode').waitFor();
    await workbench.statusItem(/^\s*Policy Facts: \d+/u).waitFor({ timeout: 45_000 });
  });

  it('a mention in an article says on hover who that is', async () => {
    await workbench.openFile(article, lineOf(seeds, article, 'PCTs'));
    const text = await workbench.hoverOver('PCTs');
    assert.match(text, /Primary care trusts/u);
    await keepScreenshot(workbench.page, 'hover');
    await workbench.dismiss();
  });

  it('a value that its quote does not hold is underlined while typing', async () => {
    await workbench.openFile(sidecar, lineOf(seeds, sidecar, 'value: 303'));
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
    await workbench.openFile(register, lineOf(seeds, register, '  pct:'));
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
    await workbench.openFile(draft, lineOf(seeds, draft, 'value: 151'));
    await workbench.page.locator('.squiggly-warning').first().waitFor({ timeout: 45_000 });
    const text = await workbench.hoverOver('151');
    assert.match(text, /152/u);
    await keepScreenshot(workbench.page, 'conflict');
    await workbench.dismiss();
  });

  it('Record as Fact goes by the keyboard alone: Enter accepts what is guessed', async () => {
    await workbench.openFile(article, lineOf(seeds, article, 'The trusts that result'));
    const old = readFileSync(path.join(seeds, sidecar), 'utf8');
    await workbench.startCommand('Policy Facts: Record as Fact');
    await workbench.question('these words are quoted already').waitFor({ timeout: 45_000 });
    await workbench.page.keyboard.press('Enter');
    await workbench.question('What is this about?').waitFor({ timeout: 45_000 });
    await workbench.page.keyboard.press('Escape');
    await workbench.question('What is this about?').waitFor({ state: 'hidden' });
    assert.equal(readFileSync(path.join(seeds, sidecar), 'utf8'), old);
    await workbench.page.locator('.tab.active', { hasText: article }).waitFor();

    await workbench.startCommand('Policy Facts: Record as Fact');
    const questions = [
      'these words are quoted already',
      'What is this about?',
      'What is stated of it?',
      'Its value',
      'Who says so?',
      'How is it stated?',
      'When did it hold?',
    ];
    for (const question of questions) {
      await workbench.question(question).waitFor({ timeout: 45_000 });
      const first = workbench.page.locator('.quick-input-list .monaco-list-row').first();
      await first.waitFor();
      if (question === 'How is it stated?') {
        assert.match(await first.innerText(), /planned[^]*the text says “will”/u);
        await keepScreenshot(workbench.page, 'record');
      }
      await workbench.page.keyboard.press('Enter');
    }
    await workbench.page.locator('.tab.active', { hasText: sidecar }).waitFor({ timeout: 45_000 });
    // The value is selected: what is typed takes its place.
    await workbench.statusItem('41 selected').waitFor({ timeout: 45_000 });
    await workbench.page.keyboard.type('far bigger');
    const written = workbench.page.locator('.view-line', { hasText: /value:\sfar\sbigger$/u });
    await written.first().waitFor({ timeout: 45_000 });
    await workbench.page.keyboard.press('Control+S');
    const wanted =
      /subject: pct\n {4}property: status\n {4}value: far bigger\n {4}modality: planned\n {4}quote: The trusts that result will be far bigger\.\n/u;
    // A browser's window writes to the disk in its own time.
    let saved = '';
    for (let tries = 0; tries < 100 && !wanted.test(saved); tries++) {
      await workbench.page.waitForTimeout(200);
      saved = readFileSync(path.join(seeds, sidecar), 'utf8');
    }
    assert.match(saved, wanted);
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
