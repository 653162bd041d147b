import { commands, Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { commandNames } from './commandNames.js';
import { createSidecar, defineName } from './newFiles.js';
import { recordFact } from './recordFact.js';

/** Menus show the writing aids only while the extension is awake: there are sidecars about. */
const awake = 'policyFacts.awake';

/** Registers the commands that write into sidecars from what is selected in an article. */
export function registerWritingAids(client: LanguageClient): Disposable {
  void commands.executeCommand('setContext', awake, true);
  const register = (name: string, run: (argument: unknown) => unknown): Disposable =>
    commands.registerCommand(name, (argument: unknown) => run(argument));
  return Disposable.from(
    register(commandNames.recordFact, (argument) => recordFact(client, argument)),
    register(commandNames.createSidecar, (argument) => createSidecar(client, argument)),
    register(commandNames.defineOrganisation, (argument) =>
      defineName(client, 'organisation', argument),
    ),
    register(commandNames.definePerson, (argument) => defineName(client, 'person', argument)),
    register(commandNames.definePlace, (argument) => defineName(client, 'place', argument)),
    new Disposable(() => void commands.executeCommand('setContext', awake, false)),
  );
}
