import {
  commands,
  type Diagnostic,
  l10n,
  languages,
  type Position,
  Range,
  TabInputText,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
} from 'vscode';
import {
  ExecuteCommandRequest,
  type LanguageClient,
  type Location,
} from 'vscode-languageclient/node';
import { ensureRunning } from '../serverControl.js';

interface Place {
  readonly uri: Uri;
  readonly range: Range;
}

/** Two places that contradict each other. */
interface Conflict {
  readonly here: Place;
  readonly there: Place;
}

/** How long a finding is waited for that the server knows and the editor does not show yet, in milliseconds. */
const LONGEST_WAIT = 5000;
const PAUSE = 100;

/** How long a text that was opened just now may still move, in milliseconds. */
const SETTLING = 1000;

/** Opens the weightiest conflict and shows what is said of it. @returns false where there is none */
export async function showConflict(client: LanguageClient): Promise<boolean> {
  const conflict = await firstConflict(client);
  if (conflict === undefined) return false;
  await showPlace(conflict.here);
  await isFindingShown(conflict.here);
  await isAtRest();
  await commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  return true;
}

/** Goes from a finding at the cursor, else from the weightiest conflict, to its other side. */
export async function goToOtherSide(client: LanguageClient): Promise<boolean> {
  const other = otherSideAtCursor() ?? (await firstConflict(client))?.there;
  if (other === undefined) return false;
  await showPlace(other);
  return true;
}

/** Opens the menu of what would settle the finding at the cursor, else the weightiest conflict. */
export async function settleConflict(client: LanguageClient): Promise<boolean> {
  const conflict = await firstConflict(client);
  // Who has just looked at the other side settles it where it weighs more.
  const isAtOtherSide = conflict !== undefined && isCursorAt(conflict.there);
  if (findingAtCursor() === undefined || isAtOtherSide) {
    if (conflict === undefined) return false;
    await showPlace(conflict.here);
    await isFindingShown(conflict.here);
  }
  await isAtRest();
  await commands.executeCommand('editor.action.quickFix');
  return true;
}

async function firstConflict(client: LanguageClient): Promise<Conflict | undefined> {
  if (!(await ensureRunning(client))) return undefined;
  const found = await client.sendRequest<{
    readonly here: Location;
    readonly there: Location;
  } | null>(ExecuteCommandRequest.method, {
    command: 'policyFacts.firstConflict',
    arguments: [],
  });
  if (found === null) {
    void window.showInformationMessage(
      l10n.t('Policy Facts: no two facts of this folder contradict each other.'),
    );
    return undefined;
  }
  const convert = client.protocol2CodeConverter;
  return { here: convert.asLocation(found.here), there: convert.asLocation(found.there) };
}

/** Beside what is no text, such as the walkthrough: it stays in sight. */
async function showPlace({ uri, range }: Place): Promise<TextEditor> {
  const isOpen = window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== undefined);
  const isText = window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputText;
  const editor = await window.showTextDocument(uri, {
    viewColumn: isText ? ViewColumn.Active : (isOpen?.viewColumn ?? ViewColumn.Beside),
    preview: false,
    selection: new Range(range.start, range.start),
  });
  editor.revealRange(range, TextEditorRevealType.InCenter);
  return editor;
}

/** Waits until the editor shows the finding that the server knows of. */
async function isFindingShown({ uri, range }: Place): Promise<boolean> {
  for (let waited = 0; waited < LONGEST_WAIT; waited += PAUSE) {
    if (findingAt(uri, range.start) !== undefined) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return false;
}

/** A hover and a menu are gone as soon as the text moves, as it does while lenses and hints come in. */
async function isAtRest(): Promise<void> {
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await new Promise((resolve) => setTimeout(resolve, SETTLING));
}

function findingAt(uri: Uri, position: Position): Diagnostic | undefined {
  return languages
    .getDiagnostics(uri)
    .filter(({ source, range }) => source === 'Policy Facts' && range.contains(position))
    .sort(
      (a, b) => Number(hasOtherSide(b)) - Number(hasOtherSide(a)) || a.severity - b.severity,
    )[0];
}

function hasOtherSide({ relatedInformation = [] }: Diagnostic): boolean {
  return relatedInformation.length > 0;
}

function findingAtCursor(): Diagnostic | undefined {
  const editor = window.activeTextEditor;
  return editor && findingAt(editor.document.uri, editor.selection.active);
}

function otherSideAtCursor(): Place | undefined {
  return findingAtCursor()?.relatedInformation?.[0]?.location;
}

function isCursorAt({ uri, range }: Place): boolean {
  const editor = window.activeTextEditor;
  return (
    editor?.document.uri.toString() === uri.toString() && range.contains(editor.selection.active)
  );
}
