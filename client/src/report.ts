import {
  commands,
  Disposable,
  l10n,
  Position,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { ExecuteCommandRequest, type LanguageClient } from 'vscode-languageclient/node';
import { commandNames } from './commandNames.js';
import { ensureRunning } from './serverControl.js';
import { reasonOf } from './reason.js';

/** `html` and `md` are files; `editor` is the page for the webview. */
type ReportFormat = 'html' | 'md' | 'editor';

/** Registers the report's commands: to show it, to save it, and to follow its links. */
export function registerReport(client: LanguageClient): Disposable {
  let shown: WebviewPanel | undefined;

  async function show(): Promise<string | undefined> {
    const page = await reportOr(client, 'editor', undefined);
    if (page === undefined) return undefined;
    shown ??= newPanel(() => (shown = undefined));
    shown.webview.html = page;
    shown.reveal();
    return page;
  }

  return Disposable.from(
    commands.registerCommand(commandNames.showReport, show),
    commands.registerCommand(commandNames.saveReport, (format?: unknown) =>
      save(client, format === 'md' ? 'md' : 'html'),
    ),
    commands.registerCommand(commandNames.openReportPlace, openPlace),
    {
      dispose: () => {
        shown?.dispose();
      },
    },
  );
}

/** The page runs no script: its links may run these commands of ours and no other. */
function newPanel(onClose: () => void): WebviewPanel {
  const panel = window.createWebviewPanel(
    'policyFacts.report',
    l10n.t('Policy Facts Report'),
    ViewColumn.Active,
    {
      enableScripts: false,
      enableForms: false,
      enableFindWidget: true,
      enableCommandUris: [
        commandNames.showReport,
        commandNames.saveReport,
        commandNames.openReportPlace,
      ],
      localResourceRoots: [],
    },
  );
  panel.onDidDispose(onClose);
  return panel;
}

/** Asks the server for the report; says what went wrong otherwise. @param base where it will stand */
async function reportOr(
  client: LanguageClient,
  format: ReportFormat,
  base: Uri | undefined,
): Promise<string | undefined> {
  if (!(await ensureRunning(client))) return undefined;
  const options = {
    folder: workspace.name ?? 'open files', // not shown: the report is English
    date: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date()),
    ...(base === undefined ? {} : { base: base.toString() }),
  };
  try {
    const text: unknown = await client.sendRequest(ExecuteCommandRequest.type, {
      command: serverCommand,
      arguments: [format, options],
    });
    if (typeof text === 'string') return text;
    throw new Error('the server did not answer with a report');
  } catch (error) {
    const reason = reasonOf(error);
    void window.showErrorMessage(l10n.t('Policy Facts: the report cannot be made: {0}', reason));
    return undefined;
  }
}

const serverCommand = 'policyFacts.report';

/** Asks where to, and writes the report there. Resolves to the file; to undefined when nothing was written. */
async function save(client: LanguageClient, format: 'html' | 'md'): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `policy-facts-report.${format}`;
  const target = await window.showSaveDialog({
    title: l10n.t('Save the Report'),
    filters: format === 'html' ? { [l10n.t('Web page')]: ['html'] } : { Markdown: ['md'] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (target === undefined) return undefined;
  const text = await reportOr(client, format, Uri.joinPath(target, '..'));
  if (text === undefined) return undefined;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    const reason = reasonOf(error);
    void window.showErrorMessage(l10n.t('Policy Facts: the report cannot be written: {0}', reason));
    return undefined;
  }
  if (format === 'md' && workspace.getWorkspaceFolder(target) !== undefined) {
    void window.showWarningMessage(
      l10n.t(
        'Policy Facts: a Markdown file in this folder is read as an article. Name the report under `exclude` in policy-facts.yaml, or move it elsewhere.',
      ),
    );
  }
  return target;
}

/** Opens a file of the workspace at a line and column, from 1. Anything else a link says is passed over. */
async function openPlace(uri?: unknown, line?: unknown, column?: unknown): Promise<void> {
  if (typeof uri !== 'string' || typeof line !== 'number' || typeof column !== 'number') return;
  const file = Uri.parse(uri);
  const isOurs =
    workspace.getWorkspaceFolder(file) !== undefined ||
    workspace.textDocuments.some((document) => document.uri.toString() === file.toString());
  if (!isOurs) return;
  const at = new Position(Math.max(0, line - 1), Math.max(0, column - 1));
  try {
    await window.showTextDocument(file, { selection: new Range(at, at) });
  } catch (error) {
    const reason = reasonOf(error);
    void window.showErrorMessage(`Policy Facts: ${reason}`);
  }
}
