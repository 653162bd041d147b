import { commands, type ExtensionContext, FileType, l10n, Uri, window, workspace } from 'vscode';
import { reasonOf } from '../reason.js';

const FOLDER = 'policy-facts-sample';

/** So many samples side by side are enough. */
const MOST_SAMPLES = 100;

/** Of the extension's memory: samples that were made, and the one whose window is to go on. */
const SAMPLES = 'policyFacts.samples';
const CONTINUE_IN = 'policyFacts.continueIn';

/**
 * Copies the sample corpus to a new folder, where nothing is overwritten, and opens it. Asks where to.
 *
 * @param parent the folder to make it in, where that is known: a URI or a path
 * @param open false leaves the window as it is
 * @returns the new folder; undefined where nothing was chosen
 */
export async function openSample(
  context: ExtensionContext,
  parent?: unknown,
  open: unknown = true,
): Promise<Uri | undefined> {
  const chosen = folderFrom(parent) ?? (await askWhere());
  if (chosen === undefined) return undefined;
  const sample = await freeFolder(chosen);
  if (sample === undefined) {
    void window.showErrorMessage(
      l10n.t('Policy Facts: there are too many samples in that folder.'),
    );
    return undefined;
  }
  try {
    await copyFolder(Uri.joinPath(context.extensionUri, 'seeds'), sample);
  } catch (error) {
    const reason = reasonOf(error);
    void window.showErrorMessage(
      l10n.t('Policy Facts: the sample could not be copied there: {0}', reason),
    );
    return undefined;
  }
  await context.globalState.update(SAMPLES, [...samples(context), sample.path]);
  if (open !== false) {
    await context.globalState.update(CONTINUE_IN, sample.path);
    const isFree = (workspace.workspaceFolders ?? []).length === 0;
    await commands.executeCommand('vscode.openFolder', sample, { forceNewWindow: !isFree });
  }
  return sample;
}

function folderFrom(parent: unknown): Uri | undefined {
  if (parent instanceof Uri) return parent;
  return typeof parent === 'string' ? Uri.file(parent) : undefined;
}

async function askWhere(): Promise<Uri | undefined> {
  const [chosen] =
    (await window.showOpenDialog({
      title: l10n.t('Where is the sample to be copied to?'),
      openLabel: l10n.t('Copy the Sample Here'),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return chosen;
}

/** A name that nothing has yet. */
async function freeFolder(parent: Uri): Promise<Uri | undefined> {
  for (let number = 1; number <= MOST_SAMPLES; number++) {
    const folder = Uri.joinPath(parent, number === 1 ? FOLDER : `${FOLDER}-${number}`);
    const isThere = await workspace.fs.stat(folder).then(
      () => true,
      () => false,
    );
    if (!isThere) return folder;
  }
  return undefined;
}

/** File by file: an extension's folder may be read-only, and its copy must not be. */
async function copyFolder(from: Uri, to: Uri): Promise<void> {
  await workspace.fs.createDirectory(to);
  for (const [name, type] of await workspace.fs.readDirectory(from)) {
    if (type !== FileType.File) continue;
    await workspace.fs.writeFile(
      Uri.joinPath(to, name),
      await workspace.fs.readFile(Uri.joinPath(from, name)),
    );
  }
}

function samples(context: ExtensionContext): readonly string[] {
  const known = context.globalState.get(SAMPLES);
  return Array.isArray(known) ? known.filter((path) => typeof path === 'string') : [];
}

/** Whether a sample is open in this window. */
export function isSampleOpen(context: ExtensionContext): boolean {
  const known = new Set(samples(context));
  return (workspace.workspaceFolders ?? []).some(({ uri }) => known.has(uri.path));
}

/** Whether this window was opened to go on with the walkthrough: true once. */
export async function takeContinuation(context: ExtensionContext): Promise<boolean> {
  const path = context.globalState.get(CONTINUE_IN);
  const isHere = (workspace.workspaceFolders ?? []).some(({ uri }) => uri.path === path);
  if (isHere) await context.globalState.update(CONTINUE_IN, undefined);
  return isHere;
}
