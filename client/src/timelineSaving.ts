import { l10n, Uri, window, workspace } from 'vscode';
import { reasonOf } from './reason.js';

const kinds = { svg: l10n.t('SVG picture'), csv: l10n.t('CSV table') } as const;

/** Asks where a file is to go, beginning in the first folder of the workspace, and writes it there. */
export async function saveText(
  name: string,
  format: keyof typeof kinds,
  text: string,
): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    filters: { [kinds[format]]: [format] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (target === undefined) return undefined;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return target;
  } catch (error) {
    const reason = reasonOf(error);
    void window.showErrorMessage(l10n.t('Policy Facts: the file was not saved. {0}', reason));
    return undefined;
  }
}
