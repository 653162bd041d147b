import type { Diagnostic } from 'vscode-languageserver/node';
import type { DiagnosticSupport } from './clientProfile.js';

/** How many related places are put into words for a client that cannot show them. */
const MOST_IN_WORDS = 3;

/**
 * A diagnostic with no more than its client can show. Where the other end of a finding cannot be
 * shown as related information, the message names it: without it a contradiction has one side only.
 */
export function diagnosticForClient(
  { codeDescription, tags = [], relatedInformation = [], ...diagnostic }: Diagnostic,
  support: DiagnosticSupport,
): Diagnostic {
  const knownTags = tags.filter((tag) => support.tags.has(tag));
  const inWords = support.relatedInformation
    ? []
    : relatedInformation.slice(0, MOST_IN_WORDS).map(({ location, message }) => {
        const name = decodeURIComponent(/[^/]*$/.exec(location.uri)?.[0] ?? '');
        return `\n${name}:${location.range.start.line + 1}: ${message}`;
      });
  return {
    ...diagnostic,
    ...(inWords.length > 0 && typeof diagnostic.message === 'string'
      ? { message: diagnostic.message + inWords.join('') }
      : {}),
    ...(support.codeDescription && codeDescription !== undefined ? { codeDescription } : {}),
    ...(knownTags.length > 0 ? { tags: knownTags } : {}),
    ...(support.relatedInformation && relatedInformation.length > 0 ? { relatedInformation } : {}),
  };
}
