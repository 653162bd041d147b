import { format } from 'node:util';
import type { Browser } from 'playwright-core';
import { isolatedWindow } from './browser.js';
import { noiseFilter } from './serverLog.js';

type ConsoleMethod = 'log' | 'info' | 'warn' | 'error' | 'debug';

/**
 * Opens the workbench at `address`, whose payload names the tests, and resolves with their exit
 * code: the workbench calls `codeAutomationExit` when the extension host has run them.
 */
export async function runExtensionTests(
  browser: Browser,
  origin: string,
  address: string,
): Promise<number> {
  const context = await isolatedWindow(browser, origin);
  const page = await context.newPage();
  const ended = new Promise<number>((resolve, reject) => {
    browser.once('disconnected', () => {
      reject(new Error('The browser ended before the tests did.'));
    });
    page.once('crash', () => {
      reject(new Error('The page crashed.'));
    });
    void page.exposeFunction('codeAutomationExit', (code: number) => {
      resolve(code);
    });
  });
  const isWorthReading = noiseFilter();
  await page.exposeFunction('codeAutomationLog', (type: ConsoleMethod, args: unknown[]) => {
    const text = format(...args);
    if (text !== '' && !isWorthReading(text)) return;
    const print = type === 'error' || type === 'warn' ? console.error : console.log;
    print(text);
  });
  await page.goto(address);
  return ended;
}
