import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { cacheFolder } from '../launcher/projectFolder.js';

/** Keeps a picture of the window, as `npm run screenshots` publishes it. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = path.join(cacheFolder, 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}
