import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commandNames } from '../../../client/src/commandNames.js';
import { readManifest, root } from '../../l10n/files.js';

interface Setting {
  readonly order?: number;
  readonly scope?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly additionalProperties?: Setting;
}

interface Contributions {
  readonly commands: readonly { command: string; title?: string; category?: string }[];
  readonly menus: Readonly<Record<string, readonly { command?: string; submenu?: string }[]>>;
  readonly views?: Readonly<Record<string, readonly { id: string; name?: string }[]>>;
  readonly configuration: readonly {
    title?: string;
    order?: number;
    properties: Readonly<Record<string, Setting>>;
  }[];
}

const manifest = readManifest() as {
  readonly files: readonly string[];
  readonly contributes: Contributions;
};
const { commands, menus, views, configuration } = manifest.contributes;
const settings = configuration.flatMap(({ properties }) => Object.entries(properties));

/** Commands that any menu may show and that are not ours. */
const isOurs = (command: string): boolean => command.startsWith('policyFacts.');

/** The sources in a folder, as one text. */
function sources(folder: string): string {
  return readdirSync(path.join(root, folder), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8'))
    .join('\n');
}

function isText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

describe('the settings page', () => {
  it('has titled groups in a chosen order', () => {
    const orders = configuration.map(({ order }) => order);
    assert.deepEqual(orders, [...orders].sort());
    assert.equal(new Set(orders).size, configuration.length);
    assert.ok(configuration.length > 1 && configuration.every(({ title }) => isText(title)));
  });

  for (const [name, setting] of settings) {
    it(`${name} is described, with all that it may be, and has its place and default`, () => {
      assert.ok(isText(setting.description) !== isText(setting.markdownDescription));
      for (const { enum: values, enumDescriptions } of [
        setting,
        setting.additionalProperties ?? {},
      ]) {
        assert.equal(enumDescriptions?.length, values?.length);
      }
      assert.equal(typeof setting.order, 'number');
      assert.notEqual(setting.scope, undefined);
      assert.notEqual(setting.default, undefined);
    });
  }

  it('holds nothing that the code does not read', () => {
    // The client's library reads `trace.server` by itself.
    const code = sources('client/src') + sources('server/src/lsp');
    const unread = settings
      .map(([name]) => name)
      .filter((name) => name !== 'policyFacts.trace.server')
      .filter((name) =>
        name
          .split('.')
          .slice(1)
          .some((part) => !new RegExp(`(\\{|, |'|\\.)${part}\\b`, 'u').test(code)),
      );
    assert.deepEqual(unread, []);
  });

  it('is told in full by the README', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const told = [...readme.matchAll(/^\| `(policyFacts\.[\w.]+)` \|/gmu)].map(([, name]) => name);
    assert.deepEqual(told.sort(), settings.map(([name]) => name).sort());
  });
});

describe('commands, menus and views', () => {
  it('every command has a title and the category of all', () => {
    for (const { command, title, category } of commands) {
      assert.ok(isText(title), command);
      assert.equal(category, 'Policy Facts', command);
    }
  });

  it('every command is the client’s, and the other way round', () => {
    const contributed = commands.map(({ command }) => command);
    const named: readonly string[] = Object.values(commandNames);
    assert.deepEqual(
      contributed.filter((command) => !named.includes(command)),
      [],
    );
    const inner = named.filter((command) => !contributed.includes(command));
    // What only the product's own links and lenses run is in no palette.
    const client = sources('client/src');
    assert.deepEqual(
      inner.filter((command) => {
        const key = Object.entries(commandNames).find(([, name]) => name === command)?.[0] ?? '';
        return !client.includes(`commandNames.${key}`);
      }),
      [],
    );
  });

  it('menus hold only commands that are contributed', () => {
    const contributed = new Set(commands.map(({ command }) => command));
    const unknown = Object.values(menus)
      .flat()
      .flatMap(({ command }) => (command === undefined ? [] : [command]))
      .filter((command) => isOurs(command) && !contributed.has(command));
    assert.deepEqual(unknown, []);
  });

  it('every view has a name and is made by the client', () => {
    const client = sources('client/src');
    for (const { id, name } of Object.values(views ?? {}).flat()) {
      assert.ok(isText(name), id);
      assert.ok(client.includes(id) || client.includes(id.replace('policyFacts.', '')), id);
    }
  });
});

describe('the package’s files', () => {
  it('are all there', () => {
    const missing = manifest.files
      .filter((file) => file !== 'dist') // made by the build
      .filter((file) => !existsSync(path.join(root, file)));
    assert.deepEqual(missing, []);
  });

  it('include what package.json and the code name', () => {
    for (const file of ['dist', 'docs/rules', 'l10n', 'seeds', 'schema', 'package.nls.json']) {
      assert.ok(manifest.files.includes(file), file);
    }
  });
});
