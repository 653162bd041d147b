import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { isolatedWindow, startBrowser } from '../launcher/browser.js';
import { codeServer } from '../launcher/codeServer.js';
import { exitOnSignals } from '../launcher/lifetime.js';
import { cacheFolder, projectFolder } from '../launcher/projectFolder.js';
import { scratchFolder } from '../launcher/scratch.js';
import { keepScreenshot } from './screenshots.js';

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the report that one can mail, in a browser', function () {
  this.timeout(120_000);
  this.slow(20_000);

  let browser: Browser;
  let page: Page;
  const asked: string[] = [];

  before(async () => {
    exitOnSignals();
    const scratch = scratchFolder('policy-facts-report');
    const file = path.join(scratch, 'report.html');
    const program = path.join(projectFolder, 'dist/policy-facts.cjs');
    const seeds = path.join(projectFolder, 'seeds');
    const made = spawnSync(process.execPath, [program, 'report', seeds, '--output', file]);
    assert.equal(made.status, 0, made.stderr.toString());
    browser = await startBrowser((await codeServer()).fonts, scratch);
    page = await (await isolatedWindow(browser, 'file://')).newPage();
    page.on('request', (request) => asked.push(request.url()));
    const console: string[] = [];
    page.on('console', (message) => console.push(message.text()));
    await page.goto(pathToFileURL(file).toString());
    assert.deepEqual(console, [], 'the policy of the page stops nothing of its own');
  });

  after(async () => {
    await browser.close();
  });

  for (const [name, colorScheme, width] of [
    ['light', 'light', 1100],
    ['dark', 'dark', 1100],
    ['phone', 'light', 360],
  ] as const) {
    it(`${name}: has no serious fault of accessibility, and fits the window`, async () => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      // What the test itself runs stands outside of the page's policy, which allows no script.
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run: () => Promise<{ violations: Violation[] }> };
        };
        return (await axe.run()).violations;
      });
      assert.deepEqual(
        violations.map(({ id, impact, nodes }) => [id, impact, nodes.slice(0, 3)]),
        [],
      );
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} of ${width}`);
      await page.locator('#findings').scrollIntoViewIfNeeded();
      await keepScreenshot(page, `report-page-${name}`);
    });
  }

  it('the keyboard reaches the findings first, past the contents', async () => {
    await page.setViewportSize({ width: 1100, height: 800 });
    await page.evaluate(() => {
      window.scrollTo(0, 0);
    });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.textContent ?? '');
    assert.equal(await focused(), 'Skip to the findings');
    await page.keyboard.press('Enter');
    const top = await page.locator('#findings').boundingBox();
    assert.ok(top !== null && top.y < 800 && top.y > -100, String(top?.y));
  });

  it('is printed on pages that repeat the headings of tables', async () => {
    const pdf = await page.pdf({ format: 'A4' });
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/gu)?.length ?? 0;
    assert.ok(pages > 5, `${pages} pages`);
    mkdirSync(path.join(cacheFolder, 'screenshots'), { recursive: true });
    writeFileSync(path.join(cacheFolder, 'screenshots', 'report.pdf'), pdf);
    await page.emulateMedia({ media: 'print' });
    const header = await page
      .locator('#facts thead')
      .first()
      .evaluate((element) => getComputedStyle(element).display);
    assert.equal(header, 'table-header-group');
  });

  it('asks for nothing besides itself', () => {
    assert.deepEqual(
      asked.filter((url) => !url.endsWith('/report.html') && !url.includes('report.html#')),
      [],
    );
  });
});
