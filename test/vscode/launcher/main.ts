#!/usr/bin/env node
import { type LauncherArguments, parseArguments } from './arguments.js';
import { workbenchAddress } from './address.js';
import { startBrowser } from './browser.js';
import { codeServer } from './codeServer.js';
import { runExtensionTests } from './extensionTests.js';
import { installExtensions } from './installExtensions.js';
import { exitAfter, exitOnSignals } from './lifetime.js';
import { scratchFolder } from './scratch.js';
import { startServer } from './vscodeServer.js';

const usage = `Usage: main.js --extensionDevelopmentPath=FOLDER [options] [FOLDER]
Stands in for a VS Code executable where there is no desktop.
  --install-extension=FILE    install a .vsix into the folder of --extensions-dir, and end
  --extensions-dir=FOLDER     where installed extensions are (a folder that is thrown away)
  --extensionTestsPath=FILE   run these tests in the extension host and exit with their code
  --serve                     serve VS Code and print the address to open
  --port=N                    the port to serve at (a free one)
  --disable-workspace-trust   trust the folder (else it opens in Restricted Mode)`;

const failed = 3;
const timedOut = 124;
const limitSeconds = Number(process.env['VSCODE_LAUNCHER_LIMIT_SECONDS'] ?? 480);

exitOnSignals();
const args = parseArguments(process.argv.slice(2));
const hasTask = args.extensionTestsPath !== undefined || args.installExtensions.length > 0;
if (!hasTask && !args.serve) {
  console.error(usage);
  process.exit(2);
}
try {
  await launch(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(failed);
}

async function launch(wanted: LauncherArguments): Promise<void> {
  const scratch = scratchFolder('policy-facts-vscode');
  const { main, fonts } = await codeServer();
  if (wanted.installExtensions.length > 0) {
    await installExtensions(main, wanted.installExtensions, {
      data: scratch,
      extensionsFolder: wanted.extensionsFolder,
    });
    return;
  }
  const server = await startServer({ ...wanted, main, data: scratch });
  const address = workbenchAddress(server, wanted);
  if (wanted.extensionTestsPath === undefined) {
    console.log(`VS Code is at ${address}\nPress Ctrl-C to end.`);
    return;
  }
  exitAfter(limitSeconds, timedOut);
  const browser = await startBrowser(fonts, scratch);
  process.exit(await runExtensionTests(browser, server.origin, address));
}
