import { commands, type Disposable } from 'vscode';
import type { LanguageClient, Location, Position } from 'vscode-languageclient/node';
import { commandNames } from './commandNames.js';

/**
 * Offers the command behind the server's code lenses: it shows places in the editor's own view of
 * references. Its arguments are the protocol's: a URI, a position in that document, locations.
 */
export function offerShowReferences(client: LanguageClient): Disposable {
  return commands.registerCommand(
    commandNames.showReferences,
    async (uri: string, position: Position, locations: Location[]) => {
      const convert = client.protocol2CodeConverter;
      await commands.executeCommand(
        'editor.action.showReferences',
        convert.asUri(uri),
        convert.asPosition(position),
        await convert.asReferences(locations),
      );
    },
  );
}
