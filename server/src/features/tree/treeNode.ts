import type { Range } from 'vscode-languageserver-types';
import type { Severity } from '../../rules/finding.js';

/** The trees of the facts view. */
export const treeNames = ['findings', 'organisations', 'articles'] as const;

export type TreeName = (typeof treeNames)[number];

/** What a line of a tree stands for: a client chooses its picture and its menu by it. */
export type TreeNodeKind =
  | 'rule'
  | 'slot'
  | 'file'
  | 'finding'
  | 'related'
  | 'organisation'
  | 'facts'
  | 'property'
  | 'fact'
  | 'mentions'
  | 'article'
  | 'mention'
  | 'figures'
  | 'figure'
  | 'group';

/** What a line of a tree says and leads to. Its texts are of one line, and for no markup. */
export interface TreeLine {
  readonly kind: TreeNodeKind;
  readonly label: string;
  /** Shown fainter behind the label. */
  readonly description?: string;
  readonly tooltip?: string;
  /** What a screen reader says; label and description when left out. */
  readonly spoken?: string;
  readonly severity?: Severity;
  readonly place?: { readonly uri: string; readonly range: Range };
  /** `ARTICLE#FACT`, where it is about a fact. */
  readonly reference?: string;
  /** The subject and property that a timeline of it would show. */
  readonly topic?: { readonly subject: string; readonly property: string };
}

/** A line as it is sent to a client. */
export interface TreeNode extends TreeLine {
  /** To ask for its children with; the same after a change, as long as it stands for the same. */
  readonly id: string;
  readonly hasChildren: boolean;
}

/** A node before it is sent. Only what is shown is put into words, and only what is opened is looked into. */
export interface Branch {
  /** Its own among its siblings. People's words may be in it. */
  readonly key: string;
  /** What it is sorted and grouped by. */
  readonly title: string;
  readonly line: () => TreeLine;
  readonly children?: () => readonly Branch[];
}
