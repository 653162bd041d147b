import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { dataArguments, type ServerOptions, withoutGallery } from './vscodeServer.js';

/** Installs `.vsix` files as `code --install-extension` does; fails where VS Code refuses one. */
export async function installExtensions(
  main: string,
  packages: readonly string[],
  folders: Pick<ServerOptions, 'data' | 'extensionsFolder'>,
): Promise<void> {
  const args = [
    main,
    ...dataArguments(folders),
    ...packages.map((file) => `--install-extension=${path.resolve(file)}`),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, ...withoutGallery },
  });
  console.log(stdout.trim());
}
