import { ThemeColor, ThemeIcon } from 'vscode';
import type { Range } from 'vscode-languageclient/node';

/** The trees of the facts view, as the server names them. */
export const treeNames = ['findings', 'organisations', 'articles'] as const;

export type TreeName = (typeof treeNames)[number];

/** A line of a tree, as the server sends it. Its texts are plain. */
export interface TreeNode {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** What a screen reader says; label and description when left out. */
  readonly spoken?: string;
  readonly severity?: 'error' | 'warning' | 'information' | 'hint';
  readonly hasChildren: boolean;
  readonly place?: { readonly uri: string; readonly range: Range };
  /** `ARTICLE#FACT` */
  readonly reference?: string;
  readonly topic?: { readonly subject: string; readonly property: string };
}

/** Nodes of one level; the counts tell an empty folder from one where nothing was found. */
export interface TreeAnswer {
  readonly nodes: readonly TreeNode[];
  readonly articles: number;
  readonly sidecars: number;
}

const severityIcons = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  information: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
  hint: new ThemeIcon('lightbulb'),
};

const kindIcons: ReadonlyMap<string, string> = new Map([
  ['slot', 'symbol-field'],
  ['file', 'file'],
  ['related', 'arrow-right'],
  ['organisation', 'organization'],
  ['facts', 'list-unordered'],
  ['property', 'symbol-property'],
  ['fact', 'quote'],
  ['mentions', 'mention'],
  ['article', 'file-text'],
  ['mention', 'mention'],
  ['figures', 'symbol-number'],
  ['figure', 'symbol-number'],
  ['group', 'folder'],
]);

/** The shape tells what it is; a colour only repeats it. */
export function iconOf({ kind, severity }: TreeNode): ThemeIcon {
  return severity === undefined
    ? new ThemeIcon(kindIcons.get(kind) ?? 'circle-small')
    : severityIcons[severity];
}
