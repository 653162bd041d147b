import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Nothing asks the network, nothing greets, nothing moves: the editor is there for one extension. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.colorTheme': 'Default Light Modern',
  'window.autoDetectColorScheme': false,
  'window.commandCenter': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'json.schemaDownload.enable': false,
  'npm.fetchOnlinePackageInfo': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'editor.minimap.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'workbench.layoutControl.enabled': false,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'files.simpleDialog.enable': true,
};

/** Prepares a server's data folder: the settings of user and machine, and the folder of its logs. */
export async function prepareData(serverData: string): Promise<void> {
  await mkdir(path.join(serverData, 'data', 'logs'), { recursive: true });
  const text = JSON.stringify(quietSettings, undefined, 2);
  for (const kind of ['User', 'Machine']) {
    const folder = path.join(serverData, 'data', kind);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'settings.json'), text);
  }
}
