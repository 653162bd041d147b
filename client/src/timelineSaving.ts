import { Uri, window, workspace } from 'vscode';

const kinds = { svg: 'SVG picture', csv: 'CSV table' } as const;

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
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`Policy Facts: the file was not saved. ${reason}`);
    return undefined;
  }
}
