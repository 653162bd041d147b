import { commands, type ExtensionContext, l10n, window } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { checkConsistency } from './checkCommand.js';
import { commandNames } from './commandNames.js';
import { explainPair, provideExplanations } from './explainCommand.js';
import { registerExport } from './exportCommand.js';
import { Crashes, MOST_CRASHES } from './crashes.js';
import { createLanguageClient } from './languageClient.js';
import { registerReport } from './report.js';
import { registerLanguageModelTools } from './languageModelTools.js';
import { ensureRunning, restartServer } from './serverControl.js';
import { ServerWork } from './serverWork.js';
import { offerShowReferences } from './showReferences.js';
import { createStatusItem } from './statusItem.js';
import { registerTimeline } from './timelineCommand.js';
import { registerTasks } from './tasks.js';
import { FactsView } from './views/factsView.js';
import { noteCheck, registerWalkthrough } from './walkthrough/walkthrough.js';
import { registerWritingAids } from './writingAids.js';

/** What the extension offers to others: its tests, and extensions that build on it. */
export interface PolicyFactsApi {
  /** The connection to the server. */
  readonly client: LanguageClient;
  /** The trees at the side. */
  readonly factsView: FactsView;
  /** Resolves when the server has been asked to start: true if it runs. */
  readonly started: Promise<boolean>;
  /** The server's process id; undefined while there is none. */
  readonly serverPid: () => number | undefined;
}

let running: LanguageClient | undefined;

/** Called by VS Code when a sidecar is opened, or a workspace that holds one. */
export function activate(context: ExtensionContext): PolicyFactsApi {
  const output = window.createOutputChannel('Policy Facts', { log: true });
  const work = new ServerWork();
  const crashes = new Crashes(async () => {
    const restart = l10n.t('Restart Server');
    const showOutput = l10n.t('Show Output');
    const answer = await window.showErrorMessage(
      l10n.t(
        'Policy Facts: the server has ended unexpectedly {0} times within three minutes and is not started again by itself.',
        MOST_CRASHES,
      ),
      restart,
      showOutput,
    );
    if (answer === restart) await commands.executeCommand(commandNames.restartServer);
    if (answer === showOutput) output.show();
  });
  const client = createLanguageClient(context, output, work.middleware, crashes);
  running = client;
  const factsView = new FactsView(client);

  context.subscriptions.push(
    output,
    work,
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) work.clear();
    }),
    createStatusItem(client, work),
    provideExplanations(),
    registerWritingAids(client),
    registerExport(client),
    registerTimeline(client, context),
    registerTasks(context),
    registerLanguageModelTools(client, context),
    offerShowReferences(client),
    registerReport(client),
    factsView,
    registerWalkthrough(client, context),
    commands.registerCommand(commandNames.checkConsistency, async () => {
      const summary = await checkConsistency(client);
      if (summary !== undefined) await noteCheck(context);
      return summary;
    }),
    commands.registerCommand(commandNames.explainPair, (first?: string, second?: string) =>
      explainPair(client, first, second),
    ),
    commands.registerCommand(commandNames.restartServer, () => restartServer(client, crashes)),
    commands.registerCommand(commandNames.showOutput, () => {
      output.show();
    }),
  );
  return {
    client,
    factsView,
    started: ensureRunning(client),
    serverPid: () => client.serverProcess?.pid,
  };
}

/** Called by VS Code before it ends: lets the server shut down in good order. */
export async function deactivate(): Promise<void> {
  if (running?.needsStop() === true) await running.stop();
  running = undefined;
}
