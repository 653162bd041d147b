import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame } from 'playwright-core';
import { cacheFolder, projectFolder } from '../launcher/projectFolder.js';
import { copyOfSeeds } from '../seedsCopy.js';
import { keepScreenshot } from './screenshots.js';
import { assertAccessible, focused, timelineFrame } from './timelinePage.js';
import { testWindowOn } from './testWindow.js';
import { themes, type Workbench } from './workbench.js';

const svgFile = 'timeline-pct-count.svg';
const csvFile = 'timeline-pct-count.csv';

describe('the timeline, as a person sees it', function () {
  this.timeout(180_000);
  this.slow(20_000);

  const seeds = copyOfSeeds();
  let workbench: Workbench;
  let frame: Frame;
  const errors: string[] = [];

  testWindowOn(seeds, 'failed-timeline', (opened) => {
    workbench = opened;
  });
  before(async () => {
    workbench.page.on('console', (message) => {
      if (
        /Content Security Policy/u.test(message.text()) &&
        /timeline|nonce/u.test(message.text())
      ) {
        errors.push(message.text());
      }
    });
    await workbench.setTheme('light');
    await workbench.statusItem(/^\s*Policy Facts: \d+/u).waitFor({ timeout: 45_000 });
  });

  it('is asked for in the palette: the values of one subject and property', async () => {
    await workbench.startCommand('Policy Facts: Show Timeline');
    await workbench.question('Which values are to be shown').waitFor({ timeout: 45_000 });
    await workbench.page.keyboard.type('Primary care trusts: Number');
    const wanted = workbench.page.locator('.quick-input-list .monaco-list-row.focused', {
      hasText: 'Primary care trusts: Number of organisations',
    });
    await wanted.waitFor();
    await workbench.page.keyboard.press('Enter');
    frame = await timelineFrame(workbench.page);
    assert.match(await frame.locator('#summary').innerText(), /10 values from 5 files/u);
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`${theme}: has no serious fault for who cannot see it, or only with contrast`, async () => {
      const before = await colourOf(frame);
      await workbench.setTheme(theme);
      if (theme !== 'light') {
        for (let tries = 0; tries < 50 && (await colourOf(frame)) === before; tries++) {
          await workbench.page.waitForTimeout(100);
        }
        assert.notEqual(await colourOf(frame), before);
      }
      await workbench.page.mouse.move(640, 790);
      await keepScreenshot(workbench.page, theme === 'light' ? 'timeline' : `timeline-${theme}`);
      await assertAccessible(frame);
    });
  }

  it('saves a picture that any browser shows, and a table', async () => {
    await workbench.setTheme('light');
    for (const [button, file] of [
      ['#save-svg', svgFile],
      ['#save-csv', csvFile],
    ] as const) {
      await frame.locator(button).click();
      await workbench.saveAs(path.join(seeds, file));
      const saved = path.join(seeds, file);
      for (
        let tries = 0;
        tries < 100 && !(existsSync(saved) && statSync(saved).size > 0);
        tries++
      ) {
        await workbench.page.waitForTimeout(100);
      }
    }
    assert.match(
      readFileSync(path.join(seeds, csvFile), 'utf8'),
      /^kind,subject,property,place,value/u,
    );
    const page = await workbench.page.context().newPage();
    await page.goto(pathToFileURL(path.join(seeds, svgFile)).href);
    assert.equal(await page.evaluate(() => document.documentElement.localName), 'svg');
    assert.equal(await page.locator('parsererror').count(), 0);
    const paper = page.locator('rect.paper').first();
    assert.equal(await paper.evaluate((each) => getComputedStyle(each).fill), 'rgb(255, 255, 255)');
    await page.screenshot({ path: path.join(cacheFolder, 'screenshots', 'timeline-file.png') });
    await page.close();
  });

  it('has its own words in the language of VS Code', async () => {
    const german: unknown = JSON.parse(
      readFileSync(path.join(projectFolder, 'l10n/bundle.l10n.de.json'), 'utf8'),
    );
    const texts = async (): Promise<readonly string[]> => [
      await frame.locator('caption').first().innerText(),
      await frame.locator('thead').first().innerText(),
      (await frame.locator('.legend').textContent()) ?? '',
    ];
    await setWords(frame, german);
    const [caption = '', head = '', legend = ''] = await texts();
    assert.match(caption, /^Werte nach Zeit \(\d+\)$/u);
    assert.match(head, /Wert\s+Wann\s.*Quelle/su);
    assert.match(legend, /als Tatsache genannt/u);
    await setWords(frame, {});
    assert.match((await texts()).join('\n'), /^Values, by time .*Source.*stated as fact/su);
  });

  it('every mark is reached and opened with keys alone', async () => {
    await frame.locator('#picture .mark[tabindex="0"]').focus();
    await workbench.page.keyboard.press('Home');
    const reached = new Set<string>([await focused(frame)]);
    const marks = await frame.locator('#picture .mark').count();
    for (let count = 1; count < marks; count++) {
      await workbench.page.keyboard.press('ArrowRight');
      reached.add(await focused(frame));
    }
    assert.equal(reached.size, marks);
    assert.ok([...reached].some((label) => /^151; from October 2006; stated as fact/u.test(label)));

    await workbench.page.keyboard.press('Home');
    while (!/^151;/u.test(await focused(frame))) await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('Enter');
    await workbench.page
      .locator('.tab.active', { hasText: 'briefing-draft.facts.yaml' })
      .waitFor({ timeout: 45_000 });
    await workbench.statusItem(/\(16 selected\)/u).waitFor({ timeout: 45_000 }); // count-since-2006
    await keepScreenshot(workbench.page, 'timeline-opened');
  });

  it('a row leads to its words, and what is typed is drawn', async () => {
    await frame.locator('tr', { hasText: 'count-since-2006' }).first().getByText('words').click();
    await workbench.page
      .locator('.tab.active', { hasText: 'briefing-draft.md' })
      .waitFor({ timeout: 45_000 });
    await workbench.openFile('briefing-draft.facts.yaml', 26);
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type('0');
    await frame.locator('.mark[aria-label^="1510;"]').waitFor({ timeout: 45_000 });
    await workbench.page.keyboard.press('Control+Z');
    await frame.locator('.mark[aria-label^="151;"]').waitFor({ timeout: 45_000 });
    assert.deepEqual(errors, []);
  });

  it('what changes on disk is drawn too', async () => {
    const file = path.join(seeds, '003-mergers-confirmed.facts.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('value: 303', 'value: 307'));
    await frame.locator('.mark[aria-label^="307;"]').waitFor({ timeout: 45_000 });
  });
});

function colourOf(frame: Frame): Promise<string> {
  return frame
    .locator('#picture .mark .sign')
    .first()
    .evaluate((sign) => {
      const paper = document.querySelector('#picture .paper');
      return `${getComputedStyle(sign).stroke} ${paper === null ? '' : getComputedStyle(paper).fill}`;
    });
}

/** Tells the page its words anew, as it is told when it opens, and has it drawn again. */
async function setWords(frame: Frame, words: unknown): Promise<void> {
  await frame.evaluate(async (translations) => {
    const told = new Promise((resolve) => {
      addEventListener('message', resolve, { once: true });
    });
    postMessage({ kind: 'words', words: translations }, '*');
    await told;
    document.querySelector('#choice')?.dispatchEvent(new Event('change'));
  }, words);
}
