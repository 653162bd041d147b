import * as vscode from 'vscode';
import { ExecuteCommandRequest, type LanguageClient } from 'vscode-languageclient/node';
import { ensureRunning } from './serverControl.js';

/** What is needed of `vscode.lm`: VS Code has it from 1.95 on, the oldest one we run in is 1.91. */
interface LanguageModels {
  registerTool(name: string, tool: LanguageModelTool): vscode.Disposable;
}

interface LanguageModelTool {
  invoke(
    options: { readonly input: unknown },
    token: vscode.CancellationToken,
  ): Promise<object | undefined>;
}

interface ToolClasses {
  readonly lm?: Partial<LanguageModels>;
  readonly LanguageModelToolResult?: new (parts: readonly object[]) => object;
  readonly LanguageModelTextPart?: new (text: string) => object;
}

interface ToolContribution {
  readonly name: string;
}

/**
 * Registers the read-only tools that `package.json` contributes, where this VS Code has language models.
 * The server answers them, as it does for `policy-facts mcp`.
 */
export function registerLanguageModelTools(
  client: LanguageClient,
  { extension }: vscode.ExtensionContext,
): vscode.Disposable {
  const { lm, LanguageModelToolResult, LanguageModelTextPart } = vscode as ToolClasses;
  const register = lm?.registerTool?.bind(lm);
  if (
    register === undefined ||
    LanguageModelToolResult === undefined ||
    LanguageModelTextPart === undefined
  ) {
    return vscode.Disposable.from();
  }
  const { contributes } = extension.packageJSON as {
    contributes: { languageModelTools: readonly ToolContribution[] };
  };
  const registered = contributes.languageModelTools.map(({ name }) =>
    register(name, {
      async invoke({ input }, token) {
        const text = await answer(client, name.replace(/^policyFacts_/, ''), input, token);
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      },
    }),
  );
  return vscode.Disposable.from(...registered);
}

/** What the server says, or why it does not: the model is to hear of that too. */
async function answer(
  client: LanguageClient,
  name: string,
  input: unknown,
  token: vscode.CancellationToken,
): Promise<string> {
  if (!(await ensureRunning(client))) throw new Error('The Policy Facts server is not running.');
  const params = { command: 'policyFacts.tool', arguments: [name, input] };
  const result: unknown = await client.sendRequest(ExecuteCommandRequest.type, params, token);
  const text = (result as { readonly text?: unknown } | null)?.text;
  if (typeof text !== 'string') throw new Error('The Policy Facts server did not answer.');
  return text;
}
