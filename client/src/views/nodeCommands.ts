import { commands, Disposable, env, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { commandNames } from '../commandNames.js';
import type { TreeNode } from './treeNode.js';

/** Registers what can be done with a line of a tree. */
export function registerNodeCommands(client: LanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand(commandNames.goToPlace, async ({ place }: TreeNode) => {
      if (place === undefined) return;
      const convert = client.protocol2CodeConverter;
      await window.showTextDocument(convert.asUri(place.uri), {
        selection: convert.asRange(place.range),
      });
    }),
    commands.registerCommand(commandNames.copyReference, async ({ reference }: TreeNode) => {
      if (reference !== undefined) await env.clipboard.writeText(reference);
    }),
    commands.registerCommand(commandNames.showTimelineOf, async ({ topic }: TreeNode) => {
      if (topic === undefined) return;
      await commands.executeCommand('policyFacts.showTimeline', topic.subject, topic.property);
    }),
  );
}
