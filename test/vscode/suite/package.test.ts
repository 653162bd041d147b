import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Uri, window, workspace } from 'vscode';
import { findings } from './answers.js';
import { open } from './documents.js';
import { eventually } from './eventually.js';
import { extension, runningExtension } from './extension.js';

/** The texts anywhere in a value of JSON. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

function isPath(text: string): boolean {
  return /^\.\//u.test(text) || /^[\w./-]+\.(png|svg|json|cjs|js|css|md)$/u.test(text);
}

/** All files of the installed extension, relative to it. */
function installedFiles(): string[] {
  return readdirSync(extension().extensionPath, { recursive: true })
    .map(String)
    .map((file) => file.split(path.sep).join('/'));
}

describe('the installed package', () => {
  const { extensionPath } = extension();

  it('is what runs, and not the sources', () => {
    const { version } = extension().packageJSON as { version: string };
    assert.equal(path.basename(extensionPath), `policy-facts.policy-facts-${version}`);
  });

  it('holds every file that package.json names', () => {
    const named = texts(extension().packageJSON).filter(isPath);
    assert.ok(named.length >= 8, named.join(' '));
    assert.deepEqual(
      named.filter((file) => !existsSync(path.join(extensionPath, file))),
      [],
    );
  });

  it('shows no text of package.json as a bare key', () => {
    const keys = texts(extension().packageJSON).filter((text) => /^%.*%$/u.test(text));
    assert.deepEqual(keys, []);
  });

  it('holds no sources, tests or source maps', () => {
    const superfluous = installedFiles().filter((file) =>
      /\.(ts|map|tsbuildinfo|vsix)$|^(node_modules|out|test|scripts|client|server)(\/|$)/u.test(
        file,
      ),
    );
    assert.deepEqual(superfluous, []);
  });

  it('runs its own server', async () => {
    const { client } = await runningExtension();
    const program = client.serverProcess?.spawnargs.find((arg) => arg.endsWith('.cjs'));
    assert.equal(program, path.join(extensionPath, 'dist', 'policy-facts.cjs'));
  });

  it('finds a conflict, and the page of its rule opens', async () => {
    const draft = await open('briefing-draft.facts.yaml');
    const [conflict] = await eventually('a conflict', () => {
      const found = findings(draft, 'value-conflict');
      return found.length > 0 && found;
    });
    assert.match(conflict?.message ?? '', /151 .*152/u);
    const { target } = conflict?.code as { readonly target: Uri };
    assert.equal(target.fsPath, path.join(extensionPath, 'docs', 'rules', 'value-conflict.md'));
    await window.showTextDocument(await workspace.openTextDocument(target));
    assert.match(window.activeTextEditor?.document.getText() ?? '', /^# value-conflict/u);
  });

  it('carries the sample, which its command line can check', () => {
    const program = path.join(extensionPath, 'dist', 'policy-facts.cjs');
    const sample = path.join(extensionPath, 'seeds');
    const args = [program, 'check', sample, '--format', 'json', '--fail-on', 'never'];
    const answer = execFileSync(process.execPath, args, {
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    const { summary } = JSON.parse(answer) as { summary: { articles: number; warning: number } };
    assert.ok(summary.articles >= 5 && summary.warning > 0, answer.slice(0, 500));
  });
});
