import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { FeatureContext } from '../features/context.js';
import type { RequestHost } from './requestHost.js';

/** A command of the server's. Its answer goes to the client as it is. */
export interface ServerCommand {
  readonly name: string;
  /** Runs when all folders are read; `args` are the client's, whatever they are. */
  readonly run: (context: FeatureContext, args: readonly unknown[], host: RequestHost) => unknown;
}

/** The answer to a command that cannot be carried out, with the reason for a person. */
export function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
