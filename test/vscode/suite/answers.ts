import {
  commands,
  type Definition,
  type Diagnostic,
  type Hover,
  languages,
  type Location,
  type LocationLink,
  type MarkdownString,
  type Position,
  type TextDocument,
  type Uri,
} from 'vscode';

/** The text of the hovers at a position, as the editor would show them. */
export async function hoverText(document: TextDocument, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : (content as MarkdownString).value))
    .join('\n');
}

/** Where "Go to Definition" at a position leads. */
export async function definitions(
  document: TextDocument,
  position: Position,
): Promise<{ readonly uri: Uri; readonly line: number }[]> {
  const found = await commands.executeCommand<(Location | LocationLink)[] | Definition>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  return (Array.isArray(found) ? found : [found]).map((target) =>
    'targetUri' in target
      ? {
          uri: target.targetUri,
          line: (target.targetSelectionRange ?? target.targetRange).start.line,
        }
      : { uri: target.uri, line: target.range.start.line },
  );
}

/** The findings with a code that the editor shows for a document. */
export function findings(document: TextDocument, code: string): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter((diagnostic) => codeOf(diagnostic) === code);
}

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
