import type { CompletionItemKind } from 'vscode-languageserver-types';

/** More are not sent at once: the client asks again when more is typed. */
export const MAX_ITEMS = 200;

/** What is said of the candidates beside themselves. */
export interface Offer {
  /** Whether those are left out already that do not answer to what is typed, or come far behind. */
  isPart: boolean;
}

/** Something that may be put where somebody types. */
export interface Candidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly insert: Insertion;
  /** In a few words, beside the label: the name behind an id. */
  readonly detail?: string;
  /** Other words it is found by. */
  readonly words?: string;
  /** What it means, as a text. */
  readonly documentation?: string;
  /** What tells what it means, where that costs something to say. */
  readonly data?: ResolveData;
  /** The smallest is offered first. */
  readonly rank: number;
  readonly isDeprecated?: boolean;
  /** Whether it may be offered, where that costs something to find out. */
  readonly isFit?: () => boolean;
}

/** What a candidate stands for, to be described when the user looks at it. */
export type ResolveData =
  | { readonly kind: 'definition'; readonly of: string; readonly id: string }
  | { readonly kind: 'article'; readonly id: string }
  | { readonly kind: 'fact'; readonly from: string; readonly reference: string };

export type Insertion = ValueInsertion | ({ readonly kind: 'key' } & Field) | MappingInsertion;

/** A single value. */
export interface ValueInsertion {
  readonly kind: 'value';
  readonly text: string;
  /** Where a number would be of the wrong type. */
  readonly isText?: boolean;
  /** Where only a list will do: `[value]`. */
  readonly isListed?: boolean;
}

/** Several keys at once: an item of a list, or with an id a definition. */
export interface MappingInsertion {
  readonly kind: 'mapping';
  readonly id?: string;
  /** The id is only an example, to be typed over. */
  readonly isExample?: boolean;
  /** It begins with the dash of a list. */
  readonly isItem?: boolean;
  readonly fields: readonly Field[];
}

/** A key, and what its value will be. */
export interface Field {
  readonly key: string;
  readonly shape: 'scalar' | 'list' | 'mapping' | 'mappings';
  /** What it can be, where that is fixed. */
  readonly choices?: readonly string[];
  /** What people put in its place, as a hint. */
  readonly hint?: string;
}

/** The smallest rank first, then by label. */
export function inOrder(a: Candidate, b: Candidate): number {
  return a.rank - b.rank || (a.label < b.label ? -1 : 1);
}
