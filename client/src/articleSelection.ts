import { Range, type TextEditor, Uri, window } from 'vscode';

/** What a writing aid is about: a stretch of an article. An empty one stands for the sentence there. */
export interface ArticleSelection {
  readonly uri: Uri;
  readonly range: Range;
  /** No questions: the best guess for everything. */
  readonly accept: boolean;
}

/**
 * Reads the argument of a command: `{uri, range?, accept?}`, each as VS Code's own type or as JSON.
 * A menu passes the document alone, and the Command Palette nothing: then the active editor counts.
 * Undefined where there is no editor either.
 */
export function selectionFrom(argument: unknown): ArticleSelection | undefined {
  const parts = partsOf(argument);
  const editor = window.activeTextEditor;
  const uri = argument instanceof Uri ? argument : uriFrom(parts['uri']);
  const range = rangeFrom(parts['range']) ?? selectionIn(editor, uri);
  const about = uri ?? editor?.document.uri;
  return about === undefined
    ? undefined
    : { uri: about, range: range ?? new Range(0, 0, 0, 0), accept: parts['accept'] === true };
}

function selectionIn(editor: TextEditor | undefined, uri: Uri | undefined): Range | undefined {
  const isIt = uri === undefined || editor?.document.uri.toString() === uri.toString();
  return isIt ? editor?.selection : undefined;
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof Uri)
    ? (value as Record<string, unknown>)
    : {};
}

function uriFrom(value: unknown): Uri | undefined {
  if (value instanceof Uri) return value;
  if (typeof value !== 'string') return undefined;
  try {
    return Uri.parse(value, true);
  } catch {
    return undefined;
  }
}

function rangeFrom(value: unknown): Range | undefined {
  if (value instanceof Range) return value;
  const { start, end } = partsOf(value);
  const [a, b] = [partsOf(start), partsOf(end)];
  const numbers = [a['line'], a['character'], b['line'], b['character']];
  const [line, character, endLine, endCharacter] = numbers.map((number) =>
    typeof number === 'number' && number >= 0 ? Math.floor(number) : NaN,
  );
  return numbers.every((number) => typeof number === 'number' && number >= 0)
    ? new Range(line ?? 0, character ?? 0, endLine ?? 0, endCharacter ?? 0)
    : undefined;
}
