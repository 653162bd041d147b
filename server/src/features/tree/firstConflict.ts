import type { Range } from 'vscode-languageserver-types';
import { byPlace, worstFirst } from '../../rules/finding.js';
import { rangeOf, type FeatureContext } from '../context.js';
import { foundOnce } from './foundOnce.js';

/** Two places that contradict each other, and how. */
export interface Conflict {
  readonly code: string;
  readonly message: string;
  readonly here: { readonly uri: string; readonly range: Range };
  readonly there: { readonly uri: string; readonly range: Range };
}

/** What is plainest to see for somebody who sees one for the first time. */
const plainest = ['value-conflict', 'self-conflict', 'copy-differs', 'disputed'];

/** The weightiest conflict of two facts: a plain one before others, then by file and place. Null without any. */
export function firstConflict(context: FeatureContext): Conflict | null {
  const [first] = foundOnce(context)
    .filter(({ pair, finding }) => pair !== undefined && finding.there !== undefined)
    .map(({ finding }) => finding)
    .sort(
      (a, b) =>
        worstFirst.indexOf(a.severity) - worstFirst.indexOf(b.severity) ||
        rank(a.code) - rank(b.code) ||
        byPlace(a, b),
    );
  const there = first?.there;
  if (first === undefined || there === undefined) {
    return null;
  }
  const { code, message, uri } = first;
  return {
    code,
    message,
    here: { uri, range: rangeOf(context, first) },
    there: { uri: there.uri, range: rangeOf(context, there) },
  };
}

function rank(code: string): number {
  const at = plainest.indexOf(code);
  return at < 0 ? plainest.length : at;
}
