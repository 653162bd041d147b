import { randomUUID } from 'node:crypto';
import { type CancellationToken, commands, l10n, ProgressLocation, window } from 'vscode';
import {
  ExecuteCommandRequest,
  type LanguageClient,
  LSPErrorCodes,
  ResponseError,
  WorkDoneProgress,
} from 'vscode-languageclient/node';
import { type CheckSummary, hasFindings, readSummary, summaryInWords } from './checkSummary.js';
import { commandNames } from './commandNames.js';
import { tellOfFirstSidecar } from './firstSidecar.js';
import { ensureRunning } from './serverControl.js';

/**
 * Runs the consistency check under a cancellable notification, tells its result in words and opens
 * the Problems view when there is something in it; where there is no sidecar yet, it offers to begin
 * with one. Resolves to the server's counts; to undefined
 * when the check was cancelled or failed.
 */
export async function checkConsistency(client: LanguageClient): Promise<CheckSummary | undefined> {
  let summary: CheckSummary | undefined;
  try {
    summary = await requestCheck(client);
  } catch (error) {
    if (isCancellation(error)) return undefined;
    client.error('The consistency check failed.', error);
    void window.showErrorMessage(
      l10n.t('Policy Facts: the consistency check failed; see the output.'),
    );
    return undefined;
  }
  if (summary?.sidecars === 0) await tellOfFirstSidecar(client);
  else if (summary !== undefined) await tell(summary);
  return summary;
}

async function requestCheck(client: LanguageClient): Promise<CheckSummary | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Policy Facts: checking consistency'),
    cancellable: true,
  };
  return window.withProgress(options, async (progress, token) => {
    if (!(await ensureRunning(client))) throw new Error('The server is not running.');
    const workDoneToken = `check-${randomUUID()}`;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (report) => {
      if (report.message !== undefined) progress.report({ message: report.message });
    });
    try {
      return await sendCheck(client, workDoneToken, token);
    } finally {
      listening.dispose();
    }
  });
}

async function sendCheck(
  client: LanguageClient,
  workDoneToken: string,
  token: CancellationToken,
): Promise<CheckSummary | undefined> {
  const params = { command: commandNames.checkConsistency, arguments: [], workDoneToken };
  const answer: unknown = await client.sendRequest(ExecuteCommandRequest.type, params, token);
  if (token.isCancellationRequested) return undefined;
  const summary = readSummary(answer);
  if (summary === undefined) throw new Error('The server did not answer with a summary.');
  return summary;
}

function isCancellation(error: unknown): boolean {
  return (
    error instanceof ResponseError &&
    (error.code === LSPErrorCodes.RequestCancelled || error.code === LSPErrorCodes.ServerCancelled)
  );
}

async function tell(summary: CheckSummary): Promise<void> {
  const words = summaryInWords(summary, l10n);
  if (!hasFindings(summary)) {
    void window.showInformationMessage(words);
    return;
  }
  const showProblems = l10n.t('Show Problems');
  void window.showInformationMessage(words, showProblems).then((answer) => {
    if (answer === showProblems) void openProblems();
  });
  await openProblems();
}

async function openProblems(): Promise<void> {
  await commands.executeCommand('workbench.actions.view.problems');
}
