import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../launcher/projectFolder.js';
import { copyOfSeeds } from '../seedsCopy.js';
import { keepScreenshot } from './screenshots.js';
import { testWindow } from './testWindow.js';
import { timelineFrame } from './timelinePage.js';
import { Workbench } from './workbench.js';

/** What `npm run package` made. */
function packageFile(): string {
  const text = readFileSync(path.join(projectFolder, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  return path.join(projectFolder, `${name}-${version}.vsix`);
}

describe('the page with the package installed, in German', function () {
  this.timeout(180_000);
  this.slow(20_000);

  let workbench: Workbench;

  before(function () {
    if (!existsSync(packageFile())) this.skip();
  });
  testWindow(
    'failed-package',
    () => Workbench.openPackage(copyOfSeeds(), packageFile(), 'de'),
    (opened) => {
      workbench = opened;
    },
  );

  it('commands and messages are in German', async () => {
    await workbench.runCommand('Policy Facts: Widerspruchsfreiheit prüfen');
    const toast = workbench.page.locator('.notification-toast', {
      hasText: /\d+ Artikel, \d+ Begleitdateien, \d+ Fakten geprüft: keine Fehler/u,
    });
    await toast.waitFor({ timeout: 45_000 });
    await keepScreenshot(workbench.page, 'german');
  });

  it('the extension’s page shows its pictures without asking the network', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+Shift+X');
    const row = page.locator('.extensions-list .monaco-list-row', { hasText: 'Policy Facts' });
    await row.first().waitFor({ timeout: 45_000 });
    await row.first().click();
    const readme = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    const picture = readme.locator('img[alt^="An article in VS Code"]');
    await picture.waitFor({ timeout: 45_000 });
    await picture.scrollIntoViewIfNeeded();
    const width = await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);
    assert.equal(width, 1280);
    await keepScreenshot(page, 'extension-page');
  });

  it('the timeline has its own words in German, and those of the server in English', async () => {
    await workbench.startCommand('Policy Facts: Zeitachse anzeigen');
    await workbench.question('Welche Werte soll die Zeitachse zeigen').waitFor({ timeout: 45_000 });
    await workbench.page.keyboard.press('Enter');
    const frame = await timelineFrame(workbench.page);
    assert.equal(await frame.locator('html').getAttribute('lang'), 'de');
    assert.equal(await frame.locator('h1').innerText(), 'Zeitachse');
    assert.match(await frame.locator('caption').first().innerText(), /^Werte nach Zeit/u);
    assert.equal(await frame.locator('#summary').getAttribute('lang'), 'en-GB');
    assert.match(await frame.locator('#summary').innerText(), /values from/u);
    await keepScreenshot(workbench.page, 'timeline-german');
  });
});
