import type { CompletionList } from 'vscode-languageserver/node';
import { provideCompletion } from '../../features/completion/completion.js';
import { resolveCompletion } from '../../features/completion/resolve.js';
import type { RequestKind } from '../requestHost.js';

/**
 * What opens the list without being part of a word: the space behind `key:` and `-`, a bracket, a
 * quotation mark, and the `#` of ARTICLE#FACT. Letters open it in any client.
 */
const triggerCharacters = [' ', '"', "'", '[', '{', '#'];

export const completion: RequestKind = {
  capabilities: () => ({ completionProvider: { triggerCharacters, resolveProvider: true } }),
  register: (connection, host) => {
    connection.onCompletion((params, token) =>
      host.answerAt<CompletionList | null>(params, token, null, (context, uri, offset) =>
        provideCompletion(context, uri, offset, host.profile),
      ),
    );
    connection.onCompletionResolve((item, token) =>
      host.answer(token, item, (context) => resolveCompletion(context, item, host.profile)),
    );
  },
};
