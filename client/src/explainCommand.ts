import { type Disposable, l10n, Uri, window, workspace } from 'vscode';
import { ExecuteCommandRequest, type LanguageClient } from 'vscode-languageclient/node';
import { commandNames } from './commandNames.js';
import { ensureRunning } from './serverControl.js';
import { reasonOf } from './reason.js';

/**
 * Explains step by step how two facts were compared, and shows it beside the editor. Asks for the
 * two where they are not given, each as `ARTICLE#FACT`. Resolves to the explanation; to undefined
 * when nothing was asked or the server did not know a fact.
 */
export async function explainPair(
  client: LanguageClient,
  first?: string,
  second?: string,
): Promise<string | undefined> {
  const a = first ?? (await askForFact(l10n.t('The first fact')));
  const b = a === undefined ? undefined : (second ?? (await askForFact(l10n.t('The second fact'))));
  if (a === undefined || b === undefined || !(await ensureRunning(client))) return undefined;
  try {
    const text: unknown = await client.sendRequest(ExecuteCommandRequest.type, {
      command: commandNames.explainPair,
      arguments: [a, b],
    });
    if (typeof text !== 'string') return undefined;
    await show(text);
    return text;
  } catch (error) {
    const reason = reasonOf(error);
    void window.showErrorMessage(`Policy Facts: ${reason}`);
    return undefined;
  }
}

function askForFact(title: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    placeHolder: l10n.t('ARTICLE#FACT, for example {0}', '003-mergers-confirmed#count-before'),
    validateInput: (text) =>
      /^[^#]+#[^#]+$/.test(text.trim()) ? undefined : l10n.t('Write ARTICLE#FACT.'),
  });
}

/** A scheme of its own: an unsaved text document would count as an article. */
const scheme = 'policy-facts-explanation';

const explanations = new Map<string, string>();

/** Gives VS Code the texts that {@link explainPair} shows. */
export function provideExplanations(): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => explanations.get(uri.path) ?? '',
  });
}

async function show(text: string): Promise<void> {
  const title = l10n.t('How two facts compare');
  const path = `/${title} (${explanations.size + 1}).txt`;
  explanations.set(path, text);
  await window.showTextDocument(Uri.from({ scheme, path }), { preview: true });
}
