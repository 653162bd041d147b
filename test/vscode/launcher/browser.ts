import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { type Chromium, installedChromiums, packagedChromium } from './chromium.js';

/** Starts the first Chromium that does start: an installed one, or else the packaged one. */
export async function startBrowser(fonts: string, scratch: string): Promise<Browser> {
  for (const installed of installedChromiums()) {
    try {
      return await launch(installed);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
      console.error(`${installed.executable} does not start (${String(reason)}); trying another.`);
    }
  }
  return launch(await packagedChromium(fonts, scratch));
}

async function launch({ executable, args, env }: Chromium): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    args: [...args],
    env: { ...definedOnly(process.env), ...env },
    headless: true,
    timeout: 30_000,
    // The launcher's own handlers end everything, and Playwright kills its browser on exit.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A window of a fixed size that can reach nothing but `origin`. */
export async function isolatedWindow(browser: Browser, origin: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await context.route(
    (url) => url.origin !== origin && /^(https?|wss?):$/u.test(url.protocol),
    (route) => route.abort(),
  );
  return context;
}
