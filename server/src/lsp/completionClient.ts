import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextMode,
  type CompletionClientCapabilities,
} from 'vscode-languageserver/node';
import type { CompletionClient } from '../features/completion/client.js';

/** What a client can do with completions; all of it may be absent or null. */
export function completionClient(
  capabilities: CompletionClientCapabilities | undefined,
): CompletionClient {
  const item = capabilities?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    completionMarkdown: item?.documentationFormat?.[0] === 'markdown',
    insertReplace: item?.insertReplaceSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    insertsAsIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    allItemKinds:
      capabilities?.completionItemKind?.valueSet?.includes(CompletionItemKind.EnumMember) === true,
    deprecatedTag: item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
    deprecatedMark: item?.deprecatedSupport === true,
  };
}
