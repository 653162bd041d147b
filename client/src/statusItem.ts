import { Disposable, l10n, languages, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { findingsInWords } from './checkSummary.js';
import { commandNames } from './commandNames.js';
import { shownFindings } from './findingCounts.js';
import type { ServerWork } from './serverWork.js';

const settleMs = 200;

/** Keeps an item in the status bar that says what the server is doing and what it has found. */
export function createStatusItem(client: LanguageClient, work: ServerWork): Disposable {
  const item = window.createStatusBarItem('policyFacts.status', StatusBarAlignment.Left, 10);
  item.name = 'Policy Facts';

  const show = (icon: string, detail: string, command: string, alarming = false): void => {
    item.text = `$(${icon}) Policy Facts${detail === '' ? '' : `: ${detail}`}`;
    item.command = command;
    item.backgroundColor = alarming ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  };
  const showReady = (): void => {
    const found = shownFindings();
    const serious = found.error + found.warning;
    show(serious > 0 ? 'warning' : 'pass', String(serious), commandNames.checkConsistency);
    item.tooltip = l10n.t(
      'Policy Facts: {0}. Click to run the consistency check.',
      findingsInWords(found, l10n),
    );
  };
  const update = (): void => {
    switch (client.state) {
      case State.Starting:
        show('loading~spin', l10n.t('starting'), commandNames.showOutput);
        item.tooltip = l10n.t('The server is starting.');
        break;
      case State.Running:
        if (work.current === undefined) {
          showReady();
          break;
        }
        show('loading~spin', work.progress ?? l10n.t('working'), commandNames.showOutput);
        item.tooltip = l10n.t('{0}. Click to see the server’s output.', work.current);
        break;
      case State.Stopped:
      case State.StartFailed:
        show('error', l10n.t('stopped'), commandNames.restartServer, true);
        item.tooltip = l10n.t('The server is not running. Click to start it.');
    }
  };

  let settling: NodeJS.Timeout | undefined;
  const updateSoon = (): void => {
    clearTimeout(settling);
    settling = setTimeout(update, settleMs);
  };
  const listeners = [
    client.onDidChangeState(update),
    work.onDidChange(update),
    languages.onDidChangeDiagnostics(updateSoon),
  ];
  update();
  item.show();
  return Disposable.from(
    ...listeners,
    item,
    new Disposable(() => {
      clearTimeout(settling);
    }),
  );
}
