import { commands, type Disposable, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { ExecuteCommandRequest, type LanguageClient } from 'vscode-languageclient/node';
import { commandNames } from './commandNames.js';
import { ensureRunning } from './serverControl.js';
import { reasonOf } from './reason.js';

interface Format {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** The ending of its files, without the dot. */
  readonly ending: string;
  /** The name of the file that is proposed. */
  readonly file: string;
}

const formats: readonly Format[] = [
  {
    id: 'csv',
    label: 'CSV', // a name
    detail: l10n.t(
      'A table for spreadsheets: a row for each fact, with its sources and its words.',
    ),
    ending: 'csv',
    file: 'facts.csv',
  },
  {
    id: 'jsonld',
    label: 'JSON-LD', // a name
    detail: l10n.t(
      'Linked data: claims (schema.org) and where their words stand (W3C Web Annotation).',
    ),
    ending: 'jsonld',
    file: 'facts.jsonld',
  },
  {
    id: 'popolo',
    label: 'Popolo JSON', // a name
    detail: l10n.t('Organisations and people, with posts, memberships, other names and dates.'),
    ending: 'json',
    file: 'organisations.popolo.json',
  },
  {
    id: 'ndjson',
    label: 'NDJSON', // a name
    detail: l10n.t('A line of JSON for each fact, for DuckDB, Spark and other databases.'),
    ending: 'ndjson',
    file: 'facts.ndjson',
  },
];

/** Registers *Export…*: `policyFacts.export`, which also takes a format and a target. */
export function registerExport(client: LanguageClient): Disposable {
  return commands.registerCommand(commandNames.export, (format?: unknown, target?: unknown) =>
    exportFacts(client, format, target),
  );
}

/**
 * Writes what is on record to a file in a format, both asked for where they are not given. Resolves to
 * the file; to undefined when nothing was chosen or the export failed, which is told.
 */
async function exportFacts(
  client: LanguageClient,
  given: unknown,
  where: unknown,
): Promise<Uri | undefined> {
  const format =
    given === undefined ? await askForFormat() : formats.find(({ id }) => id === given);
  if (format === undefined) {
    if (given !== undefined)
      tellFailure(
        l10n.t(
          'there is no export format “{0}”.',
          typeof given === 'string' ? given : typeof given,
        ),
      );
    return undefined;
  }
  const target = targetFrom(where) ?? (await askForTarget(format));
  if (target === undefined || !(await ensureRunning(client))) return undefined;
  try {
    await window.withProgress(
      {
        location: ProgressLocation.Notification,
        title: l10n.t('Policy Facts: exporting {0}', format.label),
      },
      async () => {
        await workspace.fs.writeFile(target, new TextEncoder().encode(await ask(client, format)));
      },
    );
  } catch (error) {
    tellFailure(reasonOf(error));
    return undefined;
  }
  void offerToOpen(target);
  return target;
}

async function ask(client: LanguageClient, { id }: Format): Promise<string> {
  const text: unknown = await client.sendRequest(ExecuteCommandRequest.type, {
    command: 'policyFacts.exportData',
    // Excel knows UTF-8 by the mark, and a CSV file saved from here is most likely for it.
    arguments: [id, { bom: id === 'csv' }],
  });
  if (typeof text !== 'string') throw new Error('the server did not answer with a text.');
  return text;
}

async function askForFormat(): Promise<Format | undefined> {
  return window.showQuickPick(formats, {
    title: l10n.t('Policy Facts: Export'),
    placeHolder: l10n.t('What the file is for'),
    matchOnDetail: true,
  });
}

function askForTarget({ label, ending, file }: Format): Thenable<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    title: l10n.t('Export {0}', label),
    filters: { [label]: [ending] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, file) }),
  });
}

function targetFrom(where: unknown): Uri | undefined {
  if (where instanceof Uri) return where;
  return typeof where === 'string' && where !== '' ? Uri.file(where) : undefined;
}

async function offerToOpen(target: Uri): Promise<void> {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const open = l10n.t('Open');
  const message = l10n.t('Policy Facts: exported to {0}.', name);
  const answer = await window.showInformationMessage(message, open);
  if (answer === open) await commands.executeCommand('vscode.open', target);
}

function tellFailure(reason: string): void {
  void window.showErrorMessage(l10n.t('Policy Facts: the export failed: {0}', reason));
}
