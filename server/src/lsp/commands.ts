import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { FeatureContext } from '../features/context.js';
import { explainReferences } from '../rules/explainPair.js';

/** A command of the server's. Its answer goes to the client as it is. */
export interface ServerCommand {
  readonly name: string;
  /** Runs when all folders are read; `args` are the client's, whatever they are. */
  readonly run: (context: FeatureContext, args: readonly unknown[]) => unknown;
}

/** Reads everything and answers with the summary of it. */
const checkConsistency: ServerCommand = {
  name: 'policyFacts.checkConsistency',
  run: ({ checker }) => checker.summary(),
};

/** Answers with what two facts are to each other, step by step, as text. */
const explainPair: ServerCommand = {
  name: 'policyFacts.explainPair',
  run: ({ corpus }, args) => {
    const [a = '', b = ''] = args.map(String);
    const answer = explainReferences(corpus, a, b);
    return answer.kind === 'explained' ? answer.text : refusal(answer.message);
  },
};

/** The answer to a command that cannot be carried out, with the reason for a person. */
export function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** All commands of the server's. */
export const commands: readonly ServerCommand[] = [checkConsistency, explainPair];
