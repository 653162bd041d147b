import { relative, resolve } from 'node:path';
import {
  CustomExecution,
  type Disposable,
  type ExtensionContext,
  l10n,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  Uri,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import { CheckTerminal } from './checkTerminal.js';

const type = 'policy-facts';

/** As `package.json` defines it. Any of it may be written by hand, and be of any type. */
interface CheckDefinition extends TaskDefinition {
  /** From the workspace folder. */
  readonly folder?: unknown;
  readonly format?: unknown;
  readonly failOn?: unknown;
}

/**
 * Offers the check of each workspace folder as a task. It has no problem matcher of its own, because
 * the server shows the same findings as they change; `$policy-facts` is there for `tasks.json`.
 */
export function registerTasks({ extensionUri }: ExtensionContext): Disposable {
  const program = Uri.joinPath(extensionUri, 'dist', 'policy-facts.cjs').fsPath;
  return tasks.registerTaskProvider(type, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => checkTask(program, { type }, folder)),
    resolveTask: ({ definition, scope }) => {
      const folder = isFolder(scope) ? scope : workspace.workspaceFolders?.[0];
      return folder?.uri.scheme === 'file' ? checkTask(program, definition, folder) : undefined;
    },
  });
}

function isFolder(scope: Task['scope']): scope is WorkspaceFolder {
  return typeof scope === 'object';
}

/** Runs the command line that came with the extension: nothing needs to be installed. */
function checkTask(program: string, definition: CheckDefinition, folder: WorkspaceFolder): Task {
  const { format, failOn } = definition;
  const args = [program, 'check', folderOf(definition, folder)];
  if (typeof format === 'string') args.push('--format', format);
  if (typeof failOn === 'string') args.push('--fail-on', failOn);
  const execution = new CustomExecution(() =>
    Promise.resolve(new CheckTerminal(args, folder.uri.fsPath)),
  );
  const task = new Task(definition, folder, 'check', type, execution);
  task.group = TaskGroup.Test;
  task.detail = l10n.t('Checks what contradicts what in the articles and sidecars of the folder.');
  return task;
}

/** The folder to check, from the workspace folder; one outside is not checked by a task. */
function folderOf({ folder }: CheckDefinition, { uri }: WorkspaceFolder): string {
  if (typeof folder !== 'string' || folder === '') return '.';
  const inside = relative(uri.fsPath, resolve(uri.fsPath, folder));
  return inside === '' || inside.startsWith('..') || resolve(inside) === inside
    ? '.'
    : `./${inside.replaceAll('\\', '/')}`;
}
