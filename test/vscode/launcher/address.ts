import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LauncherArguments } from './arguments.js';
import type { VSCodeServer } from './vscodeServer.js';

/**
 * The workbench's address: the folder, and as `payload` what a desktop VS Code would have been
 * given as arguments, with paths as URIs of the remote authority.
 */
export function workbenchAddress(
  server: VSCodeServer,
  args: Pick<
    LauncherArguments,
    'extensionDevelopmentPaths' | 'extensionDevelopmentKind' | 'extensionTestsPath' | 'folder'
  >,
): string {
  const remote = (file: string): string =>
    `vscode-remote://${server.authority}${pathToFileURL(path.resolve(file)).pathname}`;
  const payload: [string, string][] = args.extensionDevelopmentPaths.map((folder) => [
    'extensionDevelopmentPath',
    remote(folder),
  ]);
  if (args.extensionDevelopmentKind !== undefined) {
    payload.push(['extensionDevelopmentKind', args.extensionDevelopmentKind]);
  }
  if (args.extensionTestsPath !== undefined) {
    // At this level the tests' own output comes through.
    payload.push(['extensionTestsPath', remote(args.extensionTestsPath)], ['logLevel', 'info']);
  }
  payload.push(['skipWelcome', 'true']);
  const query = new URLSearchParams();
  if (args.folder !== undefined) {
    query.set('folder', decodeURIComponent(pathToFileURL(path.resolve(args.folder)).pathname));
  }
  query.set('payload', JSON.stringify(payload));
  return `${server.origin}/?${query.toString()}`;
}
