import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { workbenchAddress } from '../launcher/address.js';
import { isolatedWindow, startBrowser } from '../launcher/browser.js';
import { codeServer } from '../launcher/codeServer.js';
import { installExtensions } from '../launcher/installExtensions.js';
import { scratchFolder } from '../launcher/scratch.js';
import { startServer } from '../launcher/vscodeServer.js';

const loadedMs = 120_000;

/** A colour theme that comes with VS Code, and the class by which the page shows that it is on. */
export const themes = {
  light: ['Default Light Modern', 'vscode-theme-defaults-themes-light_modern-json'],
  dark: ['Default Dark Modern', 'vscode-theme-defaults-themes-dark_modern-json'],
  'high-contrast': ['Default High Contrast', 'vscode-theme-defaults-themes-hc_black-json'],
  'high-contrast-light': [
    'Default High Contrast Light',
    'vscode-theme-defaults-themes-hc_light-json',
  ],
} as const;

/** A VS Code window in a browser, used as a person does: with keys, mouse and eyes. */
export class Workbench {
  private constructor(
    readonly page: Page,
    private readonly folder: string | undefined,
  ) {}

  /**
   * Serves VS Code with the extension and opens a folder in it, in Restricted Mode. Without a folder,
   * or with one that wakes nobody, the extension is asleep at first.
   */
  static async open(
    folder: string | undefined,
    extensionFolder: string,
    isAwake = true,
  ): Promise<Workbench> {
    const scratch = scratchFolder('policy-facts-page');
    const { main, fonts } = await codeServer();
    const server = await startServer({ main, data: scratch, port: 0, workspaceTrust: true });
    const browser = await startBrowser(fonts, scratch);
    const context = await isolatedWindow(browser, server.origin);
    const page = await context.newPage();
    await page.goto(
      workbenchAddress(server, {
        extensionDevelopmentPaths: [extensionFolder],
        extensionDevelopmentKind: undefined,
        extensionTestsPath: undefined,
        folder,
      }),
    );
    const workbench = new Workbench(page, folder);
    const ready = isAwake
      ? workbench.statusItem('Policy Facts')
      : page.getByRole('tab', { name: 'Policy Facts' }); // what it contributes is known
    await ready.first().waitFor({ timeout: loadedMs });
    return workbench;
  }

  /** Changes the colour theme through the folder's settings, and waits until it is on. */
  async setTheme(theme: keyof typeof themes): Promise<void> {
    const [name, shownBy] = themes[theme];
    if (this.folder === undefined) throw new Error('Settings need a folder.');
    const settings = path.join(this.folder, '.vscode');
    mkdirSync(settings, { recursive: true });
    writeFileSync(
      path.join(settings, 'settings.json'),
      JSON.stringify({ 'workbench.colorTheme': name }),
    );
    await this.page.locator(`.monaco-workbench.${shownBy}`).waitFor({ timeout: 45_000 });
  }

  /** Like `open`, with a `.vsix` installed and nothing under development, in a language such as `de`. */
  static async openPackage(folder: string, vsix: string, language: string): Promise<Workbench> {
    const scratch = scratchFolder('policy-facts-page');
    const { main, fonts } = await codeServer();
    await installExtensions(main, [vsix], { data: scratch });
    const options = { main, data: scratch, port: 0, workspaceTrust: true, language };
    const server = await startServer(options);
    const context = await isolatedWindow(await startBrowser(fonts, scratch), server.origin);
    const page = await context.newPage();
    await page.goto(
      workbenchAddress(server, {
        extensionDevelopmentPaths: [],
        extensionDevelopmentKind: undefined,
        extensionTestsPath: undefined,
        folder,
      }),
    );
    const workbench = new Workbench(page, folder);
    await workbench.statusItem('Policy Facts').waitFor({ timeout: loadedMs });
    return workbench;
  }

  /** The item of the status bar that shows some text. */
  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** Opens a file through Quick Open with the cursor at a line (from 1). */
  async openFile(name: string, line = 1): Promise<void> {
    await this.pick('Control+P', `${name}:${line}`);
    await this.page.locator('.tab.active', { hasText: path.basename(name) }).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Presses a key several times. */
  async press(key: string, times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      await this.page.keyboard.press(key);
    }
  }

  /** Runs a command through the Command Palette. */
  async runCommand(title: string): Promise<void> {
    await this.pick('F1', title, '>');
  }

  /** Starts a command that asks something at once: the box for input does not go away. */
  async startCommand(title: string): Promise<void> {
    await this.choose('F1', title, '>');
  }

  /** The title of a question that a command asks. */
  question(text: string): Locator {
    return this.page.locator('.quick-input-title', { hasText: text });
  }

  /** Answers VS Code's question for the name of a file. */
  async saveAs(file: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type=text]');
    await input.waitFor({ timeout: 45_000 });
    // The dialog looks the folder up as one types, and takes no Enter before it is done.
    for (let tries = 1; ; tries++) {
      if (tries > 1) await input.fill(''); // the same text again would not be looked up again
      await input.fill(file);
      await this.page.waitForTimeout(500 * tries);
      await this.page.keyboard.press('Enter');
      try {
        await input.waitFor({ state: 'hidden', timeout: 5_000 });
        return;
      } catch (error) {
        if (tries === 6) throw error;
      }
    }
  }

  /** Renames what the cursor stands at. */
  async rename(name: string): Promise<void> {
    await this.page.keyboard.press('F2');
    const input = this.page.locator('.rename-box input');
    await input.waitFor();
    await input.fill(name);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  private async pick(key: string, text: string, prefix = ''): Promise<void> {
    const input = await this.choose(key, text, prefix);
    await input.waitFor({ state: 'hidden' });
  }

  private async choose(key: string, text: string, prefix: string): Promise<Locator> {
    const input = this.page.locator('.quick-input-widget input[type=text]');
    const wanted = text.replace(/:\d+$/u, '');
    // The list is filtered a moment later: Enter takes the row that has the focus by then.
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', {
      hasText: wanted,
    });
    // A window that is still opening has fewer commands, and the list stays as it was when it was opened.
    for (let tries = 1; ; tries++) {
      await this.page.keyboard.press(key);
      await input.waitFor();
      await input.fill(prefix + text);
      try {
        await row.waitFor({ timeout: 10_000 });
        break;
      } catch (error) {
        if (tries === 6) throw error;
        await this.page.keyboard.press('Escape');
        await input.waitFor({ state: 'hidden' });
      }
    }
    await this.page.keyboard.press('Enter');
    return input;
  }

  /** Moves the mouse over a word that is in view and returns the text of the hover that appears. */
  async hoverOver(word: string): Promise<string> {
    const hover = this.page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
    // A mouse that comes to rest before the editor is ready brings no hover, and a lens that appears
    // moves the word away from under it: then it has to come again.
    for (let tries = 1; ; tries++) {
      await this.page.mouse.move(640, 790);
      const middle = await this.middleOf(word);
      await this.page.mouse.move(middle.x - 2, middle.y);
      await this.page.mouse.move(middle.x, middle.y, { steps: 4 });
      try {
        await hover.waitFor({ timeout: 9_000 });
        const now = await this.middleOf(word);
        if (now.x === middle.x && now.y === middle.y) break;
      } catch (error) {
        if (tries === 5) throw error;
      }
      await this.dismiss();
    }
    // The list of completions and the status for screen readers keep this word, out of sight.
    await this.page
      .locator('.monaco-hover')
      .getByText('Loading...')
      .first()
      .waitFor({ state: 'hidden' });
    const shown = await this.page.locator('.monaco-hover:not(.hidden)').allInnerTexts();
    return shown.join('\n').replaceAll('\u00a0', ' ');
  }

  /** The editor draws a line as spans: the word is found in their text and measured as a range. */
  private async middleOf(word: string): Promise<{ x: number; y: number }> {
    const found = await this.page.evaluate((wanted) => {
      for (const line of Array.from(document.querySelectorAll('.editor-instance .view-line'))) {
        const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
          const start = (node.textContent ?? '').indexOf(wanted);
          if (start < 0) continue;
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, start + wanted.length);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }
      }
      return undefined;
    }, word);
    if (found === undefined) throw new Error(`“${word}” is not in view.`);
    return found;
  }

  /** Closes a hover or a list that is open. */
  async dismiss(): Promise<void> {
    await this.page.mouse.move(640, 790);
    await this.page.keyboard.press('Escape');
  }
}
