import assert from 'node:assert/strict';
import { DiagnosticSeverity, languages, Task, tasks, workspace } from 'vscode';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

const limitMs = 60_000;

describe('the task “check”', function () {
  this.timeout(2 * limitMs);
  before(runningExtension);

  async function provided(): Promise<Task> {
    const found = await tasks.fetchTasks({ type: 'policy-facts' });
    assert.equal(found.length, 1);
    assert.equal(found[0]?.name, 'check');
    return found[0];
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

  /** The same with another definition, or with a problem matcher, as `tasks.json` would say. */
  async function configured(definition: object, matchers: string[] = []): Promise<Task> {
    const { execution } = await provided();
    const [folder] = workspace.workspaceFolders ?? [];
    const more = Object.entries(definition).flatMap(([key, value]) => [key, String(value)]);
    const given = execution as { process: string; args: string[]; options: object };
    const { ProcessExecution } = await import('vscode');
    return new Task(
      { type: 'policy-facts', ...definition },
      folder!,
      `check ${more.join(' ')}`,
      'policy-facts',
      new ProcessExecution(given.process, [...given.args, ...more], given.options),
      matchers,
    );
  }

  it('ends with 1 where the check finds something, and with 0 where that is no matter', async () => {
    assert.equal(await exitCode(await provided()), 1);
    assert.equal(await exitCode(await configured({ '--fail-on': 'error' })), 0);
  });

  it('$policy-facts reads place, severity, message and code of each finding', async () => {
    await exitCode(await configured({}, ['$policy-facts']));
    const isOurs = (source: string | undefined): boolean => source === 'policy-facts';
    const found = await eventually('problems of the task', () => {
      const ours = languages
        .getDiagnostics()
        .flatMap(([uri, all]) =>
          all.filter(({ source }) => isOurs(source)).map((each) => ({ uri, each })),
        );
      return ours.length > 10 ? ours : undefined;
    });
    const conflict = found.find(
      ({ uri, each }) =>
        uri.path.endsWith('/briefing-draft.facts.yaml') && each.code === 'value-conflict',
    );
    assert.equal(conflict?.each.severity, DiagnosticSeverity.Warning);
    assert.match(conflict.each.message, /151 here/);
    const article = found.find(({ uri }) => uri.path.endsWith('/briefing-draft.md'));
    assert.equal(article?.each.code, 'figure-disagrees');
    assert.ok(found.some(({ each }) => each.severity === DiagnosticSeverity.Information));
  });
});
