import { chmodSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { projectFolder } from './launcher/projectFolder.js';

const releases = 'https://update.code.visualstudio.com/api/releases/stable';
const patienceMs = 5_000;

/**
 * The VS Code to test in: the one that `VSCODE_PATH` names; a desktop VS Code where there are a
 * desktop and the site it is downloaded from; or else the project's launcher.
 */
export async function vscodeExecutable(): Promise<string> {
  const given = process.env['VSCODE_PATH'];
  if (given !== undefined && given !== '') return given;
  if (hasDesktop() && (await canDownload())) return downloadAndUnzipVSCode('stable');
  const launcher = path.join(projectFolder, 'out/test/vscode/launcher/main.js');
  chmodSync(launcher, 0o755);
  return launcher;
}

function hasDesktop(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function canDownload(): Promise<boolean> {
  return fetch(releases, { signal: AbortSignal.timeout(patienceMs) }).then(
    (response) => response.ok,
    () => false,
  );
}
