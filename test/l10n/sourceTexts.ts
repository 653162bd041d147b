import ts from 'typescript';

/** A text in a source file; the line counts from 1. */
export interface SourceText {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** The texts of a source file. */
export interface SourceTexts {
  /** Those that are translated, as they stand in `l10n.t(…)`. */
  readonly translated: readonly SourceText[];
  /** Those that people would see in English whatever their language. */
  readonly bare: readonly SourceText[];
}

/** Properties and variables of VS Code's that are shown. */
const shown =
  /^(title|label|description|detail|tooltip|placeHolder|placeholder|prompt|message|validationMessage|openLabel|saveLabel|ariaLabel)$/u;

const comparisons = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

/** What is written to the log, which is English, or told to programmers. */
const unseen = /^(error|warn|info|debug|trace|appendLine)$/u;

/**
 * Reads the texts of a TypeScript file. Bare are literals of several words or with a capitalised
 * first word, wherever they stand, and all letters in what is shown; but not the product's name,
 * style and markup, what is thrown or logged or only compared with, or what a comment on the line, or
 * one above it, says is `// not shown`, or `// a name`.
 */
export function textsOf(file: string, source: string): SourceTexts {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const lines = source.split('\n');
  const translated: SourceText[] = [];
  const bare: SourceText[] = [];

  const placed = (node: ts.Node, text: string): SourceText => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    return { text, file, line: line + 1 };
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslation(node)) {
      const [first, ...others] = node.arguments;
      if (first !== undefined && ts.isStringLiteralLike(first)) {
        translated.push(placed(first, first.text));
      } else {
        bare.push(placed(node, node.getText()));
      }
      others.forEach(visit);
      return;
    }
    if (isUnseen(node)) return;
    const text = literalText(node);
    if (text !== undefined && isForPeople(text, isShown(node))) {
      const found = placed(node, text);
      const [above = '', own = ''] = [lines[found.line - 2], lines[found.line - 1]];
      const isExempt = /\/\/ (not shown|a name)/u.test(own) || /^\s*\/\/ not shown/u.test(above);
      if (!isExempt) bare.push(found);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { translated, bare };
}

function isTranslation({ expression }: ts.CallExpression): boolean {
  return (
    ts.isPropertyAccessExpression(expression) &&
    expression.name.text === 't' &&
    expression.expression.getText().endsWith('l10n')
  );
}

/** Types, imports, exceptions, logs, classes of style, and what something is only compared with. */
function isUnseen(node: ts.Node): boolean {
  if (ts.isSourceFile(node)) return false;
  const { parent } = node;
  if (ts.isCaseClause(parent) && parent.expression === node) return true;
  if (ts.isPropertyAssignment(parent) && parent.name.getText() === 'class') return true;
  if (ts.isBinaryExpression(parent) && comparisons.has(parent.operatorToken.kind)) return true;
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return true;
  }
  if (ts.isNewExpression(node)) return node.expression.getText().endsWith('Error');
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    unseen.test(node.expression.name.text)
  );
}

/** The words of a literal; those of a template without what is put in. */
function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    .map(({ text }) => text)
    .join('{}');
}

function isShown({ parent }: ts.Node): boolean {
  if (ts.isPropertyAssignment(parent)) return shown.test(parent.name.getText());
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(parent.left) &&
    shown.test(parent.left.name.text)
  );
}

function isForPeople(text: string, isInSight: boolean): boolean {
  // Names, icons, keys of contexts and addresses are the same in every language.
  const words = text
    .replaceAll('Policy Facts', '')
    .replaceAll(/\$\([^)]*\)/gu, '')
    .trim();
  if (/^[\w-]+:[^ ]|^[\w$-]+\.[\w.$-]+$/u.test(words)) return false;
  // Nor are rules of style and markup anything that people read.
  if (/^(?:\.[\w{]|<|var\()/u.test(words)) return false;
  if (isInSight) return /\p{L}{3}/u.test(words);
  return /\p{L}{2}[,;:.]? \p{L}/u.test(words) || /^\p{Lu}\p{Ll}{2,}/u.test(words);
}
