import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { installOnce } from './installOnce.js';
import { npmInstall } from './npm.js';
import { cacheFolder } from './projectFolder.js';
import { putStandIns } from './standIns.js';

const versions = {
  'code-server': '4.100.3', // the last one whose VS Code runs on Node 20
  '@vscode/ripgrep': '1.18.0', // carries its binary in a package, so no script need download it
  'dejavu-fonts-ttf': '2.37.3', // a machine without fonts still gets a monospaced one
};

/** A VS Code that is served to a browser. */
export interface CodeServer {
  /** The server's entry point, for Node. */
  readonly main: string;
  /** A folder of TrueType fonts. */
  readonly fonts: string;
}

/** Finds the VS Code server in the cache, installing it the first time. */
export async function codeServer(): Promise<CodeServer> {
  const folder = await installOnce(cacheFolder, {
    name: `code-server-${versions['code-server']}`,
    title: `the VS Code that runs in a browser (code-server ${versions['code-server']})`,
    duration: 'about half a minute and 300 MB',
    stamp: { layout: 2, versions, platform: process.platform, arch: process.arch },
    fill,
  });
  return {
    main: path.join(vscodeIn(folder), 'out', 'server-main.js'),
    fonts: path.join(folder, 'node_modules', 'dejavu-fonts-ttf', 'ttf'),
  };
}

function vscodeIn(folder: string): string {
  return path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

async function fill(folder: string): Promise<void> {
  const manifest = { private: true, dependencies: versions };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2));
  await npmInstall(folder);
  await npmInstall(vscodeIn(folder));
  await putStandIns(path.join(vscodeIn(folder), 'node_modules'));
  await linkRipgrep(folder);
}

/** `workspaceContains` and `findFiles` run ripgrep from where VS Code's own package would have put it. */
async function linkRipgrep(folder: string): Promise<void> {
  const executable = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const carrier = `@vscode/ripgrep-${process.platform}-${process.arch}/package.json`;
  const require = createRequire(path.join(folder, 'node_modules', '@vscode', 'ripgrep', 'x.js'));
  const binary = path.join(path.dirname(require.resolve(carrier)), 'bin', executable);
  const bin = path.join(vscodeIn(folder), 'node_modules', '@vscode', 'ripgrep', 'bin');
  await chmod(binary, 0o755);
  await mkdir(bin, { recursive: true });
  // Relative, because the folder has yet to take its final name.
  await symlink(path.relative(bin, binary), path.join(bin, executable));
}
