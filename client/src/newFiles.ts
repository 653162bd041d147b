import { l10n, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { selectionFrom } from './articleSelection.js';
import { applyAndShow, askServer, type ServerEdit, type Shown } from './serverEdit.js';

/** Creates the sidecar of an article and opens it beside; opens the one it has. */
export async function createSidecar(
  client: LanguageClient,
  argument: unknown,
): Promise<Shown | undefined> {
  const article = selectionFrom(argument);
  if (article === undefined) return undefined;
  const answer = await askServer<ServerEdit>(client, 'policyFacts.sidecarEdit', {
    uri: client.code2ProtocolConverter.asUri(article.uri),
  });
  return answer === undefined ? undefined : applyAndShow(client, answer);
}

/** Defines what is selected in an article, and shows the definition; shows the one there is. */
export async function defineName(
  client: LanguageClient,
  kind: 'organisation' | 'person' | 'place',
  argument: unknown,
): Promise<Shown | undefined> {
  const selection = selectionFrom(argument);
  if (selection === undefined) return undefined;
  const answer = await askServer<ServerEdit>(client, 'policyFacts.definitionEdit', {
    uri: client.code2ProtocolConverter.asUri(selection.uri),
    range: client.code2ProtocolConverter.asRange(selection.range),
    kind,
  });
  if (answer === undefined) return undefined;
  if (answer.edit === undefined) {
    void window.showInformationMessage(
      l10n.t('Policy Facts: this is defined already; here it is.'),
    );
  }
  return applyAndShow(client, answer);
}
