import { strict as assert } from 'node:assert';
import { workbenchAddress } from '../launcher/address.js';
import { parseArguments } from '../launcher/arguments.js';

describe('the launcher’s arguments', () => {
  it('are those of a VS Code executable, and others are passed over', () => {
    const args = parseArguments([
      '/my/seeds',
      '--no-sandbox',
      '--user-data-dir=/somewhere',
      '--disable-workspace-trust',
      '--extensionTestsPath=/out/suite.cjs',
      '--extensionDevelopmentPath=/one',
      '--extensionDevelopmentPath=/two',
    ]);
    assert.equal(args.folder, '/my/seeds');
    assert.equal(args.workspaceTrust, false);
    assert.equal(args.extensionTestsPath, '/out/suite.cjs');
    assert.deepEqual(args.extensionDevelopmentPaths, ['/one', '/two']);
    assert.equal(args.serve, false);
  });

  it('leave the folder in Restricted Mode unless told otherwise', () => {
    assert.equal(parseArguments([]).workspaceTrust, true);
  });

  it('name packages to install, and where', () => {
    const args = parseArguments(['--install-extension=a.vsix', '--extensions-dir=/there']);
    assert.deepEqual(args.installExtensions, ['a.vsix']);
    assert.equal(args.extensionsFolder, '/there');
    assert.equal(parseArguments([]).extensionsFolder, undefined);
  });

  it('refuse a port that is none', () => {
    assert.equal(parseArguments(['--port=8080']).port, 8080);
    assert.throws(() => parseArguments(['--port=http']), /--port/u);
  });

  it('become the page’s address', () => {
    const args = parseArguments(['--extensionDevelopmentPath=/an extension', '/my seeds']);
    const server = { origin: 'http://127.0.0.1:81', authority: '127.0.0.1:81' };
    const address = new URL(workbenchAddress(server, args));
    assert.equal(address.origin, 'http://127.0.0.1:81');
    assert.equal(address.searchParams.get('folder'), '/my seeds');
    assert.deepEqual(JSON.parse(address.searchParams.get('payload') ?? ''), [
      ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:81/an%20extension'],
      ['skipWelcome', 'true'],
    ]);
  });
});
