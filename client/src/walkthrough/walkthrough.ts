import {
  commands,
  Disposable,
  type ExtensionContext,
  type Tab,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { commandNames } from '../commandNames.js';
import { goToOtherSide, settleConflict, showConflict } from './conflict.js';
import { isSampleOpen, openSample, takeContinuation } from './sample.js';

/** Of `package.json`: its steps end by these contexts. */
const WALKTHROUGH = 'start';
const sampleOpen = 'policyFacts.sampleOpen';
const conflictShown = 'policyFacts.conflictShown';
const otherSideShown = 'policyFacts.otherSideShown';
const settlingShown = 'policyFacts.settlingShown';
const ownFolderChecked = 'policyFacts.ownFolderChecked';

/** Registers the commands behind the steps, and goes on where a window was opened for the sample. */
export function registerWalkthrough(client: LanguageClient, context: ExtensionContext): Disposable {
  let isUsed = false;
  const step =
    (name: string, run: (client: LanguageClient) => Promise<boolean>) =>
    async (): Promise<boolean> => {
      isUsed = true;
      const isDone = await run(client);
      if (isDone) await setContext(name);
      return isDone;
    };
  if (isSampleOpen(context)) void setContext(sampleOpen);
  void goOn(context, () => isUsed);
  return Disposable.from(
    commands.registerCommand(
      commandNames.openSample,
      (parent?: Uri | string, open?: boolean): Promise<Uri | undefined> =>
        openSample(context, parent, open),
    ),
    commands.registerCommand(commandNames.showConflict, step(conflictShown, showConflict)),
    commands.registerCommand(commandNames.goToOtherSide, step(otherSideShown, goToOtherSide)),
    commands.registerCommand(commandNames.settleConflict, step(settlingShown, settleConflict)),
    commands.registerCommand(commandNames.openWalkthrough, () => open(context)),
  );
}

/** When the walkthrough is opened, in milliseconds after each other. */
const PAUSES = [0, 3000];

/**
 * Shows the walkthrough in a window that was opened for the sample. VS Code has put its own welcome
 * there, and a welcome page with a step of its own shows no other walkthrough when asked to: so it is
 * closed first. Twice, since such a window may not know all walkthroughs at first, and does not tell
 * which one it shows. Ends when a file is in front, or nothing: somebody chose that.
 *
 * @param isUsed whether somebody has taken a step, who need not be shown where
 */
async function goOn(context: ExtensionContext, isUsed: () => boolean): Promise<void> {
  if (!(await takeContinuation(context))) return;
  for (const [time, pause] of PAUSES.entries()) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const { activeTab } = window.tabGroups.activeTabGroup;
    const isChosen = activeTab === undefined ? time > 0 : isOfFile(activeTab);
    if (isChosen || isUsed()) return;
    if (activeTab !== undefined) await window.tabGroups.close(activeTab, true);
    await open(context, 'conflict');
  }
}

/** Welcome pages and walkthroughs have no input that extensions know; files and what shows them have. */
function isOfFile(tab: Tab): boolean {
  return tab.input !== undefined;
}

/** @param step by its id in `package.json`; the first that is not done when left out */
async function open(context: ExtensionContext, step?: string): Promise<void> {
  const category = `${context.extension.id}#${WALKTHROUGH}`;
  await commands.executeCommand(
    'workbench.action.openWalkthrough',
    step === undefined ? category : { category, step },
    false,
  );
}

/** The check ran: that is the last step, if it ran on a folder of one's own. */
export async function noteCheck(context: ExtensionContext): Promise<void> {
  const isOwn = (workspace.workspaceFolders ?? []).length > 0 && !isSampleOpen(context);
  if (isOwn) await setContext(ownFolderChecked);
}

async function setContext(name: string): Promise<void> {
  await commands.executeCommand('setContext', name, true);
}
