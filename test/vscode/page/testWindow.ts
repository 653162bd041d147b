import { exitOnSignals } from '../launcher/lifetime.js';
import { projectFolder } from '../launcher/projectFolder.js';
import { keepScreenshot } from './screenshots.js';
import { Workbench } from './workbench.js';

/** The folder of the extension under test: the sources, or an unpacked package. */
export const extensionFolder = process.env['EXTENSION_PATH'] ?? projectFolder;

/**
 * For the `describe` around it: a window is opened before its tests, and shown to `take`; it is
 * photographed where a test fails, under a name.
 */
export function testWindow(
  picture: string,
  open: () => Promise<Workbench>,
  take: (workbench: Workbench) => void,
): void {
  let workbench: Workbench | undefined;
  before(async () => {
    exitOnSignals();
    workbench = await open();
    take(workbench);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed' && workbench !== undefined)
      await keepScreenshot(workbench.page, picture);
  });
}

/** A `testWindow` in which a folder is open. */
export function testWindowOn(
  folder: string,
  picture: string,
  take: (workbench: Workbench) => void,
): void {
  testWindow(picture, () => Workbench.open(folder, extensionFolder), take);
}
