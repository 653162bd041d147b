import assert from 'node:assert/strict';
import { languages, type Task, tasks, Uri, workspace } from 'vscode';
import { checkOnCommandLine } from './commandLine.js';
import { fileUri } from './documents.js';
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
      tasks: [
        { label: 'errors only', type: 'policy-facts', failOn: 'error', problemMatcher: [] },
        {
          label: 'with markers',
          type: 'policy-facts',
          format: 'pretty',
          problemMatcher: '$policy-facts',
        },
      ],
    };
    await workspace.fs.writeFile(settings(), Buffer.from(JSON.stringify(written)));
  });

  after(async () => {
    await workspace.fs.delete(settings());
  });

  it('ends with 1 where the check finds something', async () => {
    assert.equal(await exitCode(await offered('check')), 1);
  });

  it('is read by the problem matcher, beside what the server finds', async () => {
    const draft = fileUri('briefing-draft.facts.yaml');
    const shown = (source: string): readonly (readonly [string, number])[] =>
      languages
        .getDiagnostics(draft)
        .filter((diagnostic) => diagnostic.source === source)
        .map(
          ({ message, range, severity }) => [`${severity} ${message}`, range.start.line] as const,
        )
        .sort();
    const own = await eventually('what the server finds', () => {
      const found = shown('Policy Facts');
      return found.length > 0 && found;
    });
    await exitCode(await offered('with markers'));
    const matched = await eventually('what the matcher reads', () => {
      const found = shown('policy-facts');
      return found.length >= own.length - 1 && found;
    });
    for (const [words, line] of matched) {
      assert.ok(
        own.some(([other, at]) => at === line && other === words),
        `${words}, in line ${line}`,
      );
    }
    assert.deepEqual(shown('Policy Facts'), own, 'the server’s own are still there');
  });

  it('takes what tasks.json says', async () => {
    const code = await exitCode(await offered('errors only'));
    const { findings } = await checkOnCommandLine();
    const errors = findings.filter(({ severity }) => severity === 'error');
    assert.deepEqual({ code, errors }, { code: 0, errors: [] });
  });
});
