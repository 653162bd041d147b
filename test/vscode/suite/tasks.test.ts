import assert from 'node:assert/strict';
import { type Task, tasks, Uri, workspace } from 'vscode';
import { checkOnCommandLine } from './commandLine.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

const limitMs = 60_000;

describe('the task “check”', function () {
  this.timeout(2 * limitMs);
  before(runningExtension);

  /** The task of this name that VS Code offers, as `tasks.json` has it or as it is by itself. */
  function offered(name: string): Promise<Task> {
    return eventually(`the task ${name}`, async () =>
      (await tasks.fetchTasks({ type: 'policy-facts' })).find((task) => task.name === name),
    );
  }

  /** Runs a task to its end. @returns its exit code */
  function exitCode(task: Task): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Error('The task did not end.'));
      }, limitMs);
      const listening = tasks.onDidEndTaskProcess((event) => {
        if (event.execution.task.name !== task.name) return;
        clearTimeout(late);
        listening.dispose();
        resolve(event.exitCode);
      });
      tasks.executeTask(task).then(undefined, reject);
    });
  }

  const settings = (): Uri => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    return Uri.joinPath(folder.uri, '.vscode', 'tasks.json');
  };

  before(async () => {
    const written = {
      version: '2.0.0',
      tasks: [{ label: 'errors only', type: 'policy-facts', failOn: 'error', problemMatcher: [] }],
    };
    await workspace.fs.writeFile(settings(), Buffer.from(JSON.stringify(written)));
  });

  after(async () => {
    await workspace.fs.delete(settings());
  });

  it('ends with 1 where the check finds something', async () => {
    assert.equal(await exitCode(await offered('check')), 1);
  });

  it('takes what tasks.json says', async () => {
    const code = await exitCode(await offered('errors only'));
    const { findings } = await checkOnCommandLine();
    const errors = findings.filter(({ severity }) => severity === 'error');
    assert.deepEqual({ code, errors }, { code: 0, errors: [] });
  });
});
