import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hover, LocationLink } from 'vscode-languageserver/node';
import { lives } from './lifecycleTable.js';
import { positionAt } from './markers.js';
import { program, projectFolder, TEST_LIMIT } from './program.js';
import { agreeing, countOf } from './records.js';
import { WorkspaceFolder } from './workspaceFolder.js';

interface Outcome {
  readonly version: string;
  readonly problem?: string;
  readonly story?: {
    readonly first: readonly string[];
    readonly hover: Hover;
    readonly definition: LocationLink[];
    readonly last: readonly string[];
    readonly ended: { readonly code: number; readonly signal: number };
  };
  readonly lives?: readonly { readonly codes: readonly number[]; readonly ends?: number }[];
}

const isInstalled = spawnSync('nvim', ['--version']).status === 0;
const script = join(projectFolder, 'test/protocol/neovim/conversation.lua');
const sidecar = countOf('148', '152 primary care trusts');

/** Skipped, with the reason in its title, where there is no Neovim. */
const inNeovim = isInstalled
  ? it
  : (title: string, test: Mocha.AsyncFunc): Mocha.Test =>
      it.skip(`${title} (skipped: \`nvim\` is not installed)`, test);

describe('Neovim', function () {
  this.timeout(2 * TEST_LIMIT);
  let folder: WorkspaceFolder;
  let outcome: Promise<Outcome> | undefined;

  before(() => {
    folder = new WorkspaceFolder({ ...agreeing, 'herald.facts.yaml': sidecar });
  });
  after(() => {
    folder.dispose();
  });

  /** One Neovim does everything; the tests look at what came of it. */
  function conversation(): Promise<Outcome> {
    outcome ??= runNeovim(folder);
    return outcome;
  }

  inNeovim('shows findings, hovers and definitions, follows edits and ends well', async () => {
    const { story, problem } = await conversation();
    assert.equal(problem, undefined);
    assert.ok(story);
    assert.deepEqual(story.first, ['value-conflict', 'value-not-in-quote']);
    assert.match(JSON.stringify(story.hover.contents), /Primary care trusts/);
    const [place] = story.definition;
    assert.equal(place?.targetUri, folder.uriOf('register.facts.yaml'));
    assert.equal(place.targetSelectionRange.start.line, 1);
    assert.equal(story.last.length, 0);
    assert.deepEqual(story.ended, { code: 0, signal: 0 });
  });

  for (const [index, life] of lives.entries()) {
    const isSpoken = life.steps.every((step) => !('raw' in step));
    if (isSpoken) {
      inNeovim(`keeps the order of life: ${life.name}`, async () => {
        const { lives: lived, problem } = await conversation();
        assert.equal(problem, undefined);
        const expected = life.steps.flatMap((step) => ('expect' in step ? [step.expect] : []));
        const { codes = [], ends } = lived?.[index] ?? {};
        assert.deepEqual([...codes], expected);
        assert.equal(ends, life.ends);
      });
    }
  }
});

async function runNeovim(folder: WorkspaceFolder): Promise<Outcome> {
  const task = {
    cmd: [process.execPath, program, 'lsp', '--stdio'],
    folder: folder.path,
    position: positionAt(sidecar, sidecar.indexOf('pct') + 1),
    lives,
  };
  const taskFile = folder.pathOf('.task.json');
  const resultFile = folder.pathOf('.result.json');
  writeFileSync(taskFile, JSON.stringify(task));
  const child = spawn('nvim', ['--headless', '--clean', '-n', '-c', `luafile ${script}`], {
    env: { ...process.env, POLICY_FACTS_TASK: taskFile, POLICY_FACTS_RESULT: resultFile },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      said += data.toString();
    });
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), TEST_LIMIT);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  assert.ok(existsSync(resultFile), `Neovim came to no result: ${said}`);
  return JSON.parse(readFileSync(resultFile, 'utf8')) as Outcome;
}
