import type { YAMLParseError } from 'yaml';
import type { Span } from './span.js';

/** Something in the source that YAML does not allow, in words for people who do not know YAML. */
export interface YamlProblem {
  readonly message: string;
  readonly span: Span;
}

/** Plain words for the parser's error codes; what is not listed keeps the parser's own words. */
const messages = new Map<string, string>([
  ['TAB_AS_INDENT', 'Indent with spaces: YAML does not allow a tab here.'],
  [
    'MISSING_CHAR',
    'Something is not closed or is missing here: a quotation mark, a bracket or a colon.',
  ],
  ['BAD_INDENT', 'This line is indented differently from its neighbours.'],
  ['MULTIPLE_DOCS', 'Only one YAML document a file is read; what follows `---` is left out.'],
  [
    'BAD_ALIAS',
    'This alias (`*name`) names no anchor (`&name`) above it. Put text that starts with `*` in quotation marks.',
  ],
  ['DUPLICATE_KEY', 'This key stands twice in one mapping.'],
  ['BAD_SCALAR_START', 'Put text that starts with this character in quotation marks.'],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    'Put text that contains `: ` in quotation marks; a key stands on a line of its own.',
  ],
  ['MULTILINE_IMPLICIT_KEY', 'A key must stand on one line and end in a colon.'],
  [
    'BAD_DQ_ESCAPE',
    'A backslash in double quotation marks starts an escape that YAML does not know; write \\\\ for a backslash.',
  ],
]);

/** The same for errors that share one code, by a part of the parser's words. */
const messagesByWords: readonly (readonly [words: RegExp, message: string])[] = [
  [
    /^Block scalar header|^Not a YAML token/,
    'Put text that starts with `>` or `|` in quotation marks, for example `">=6"`.',
  ],
  [
    /at node end/,
    'Nothing may follow the closing quotation mark or bracket. Put the whole text in quotation marks.',
  ],
  [/same line with key/, 'A list starts on a line of its own, below its key.'],
];

/** Turns a parse error into a problem with a message for people who do not know YAML. */
export function describeYamlError(
  error: Pick<YAMLParseError, 'code' | 'message' | 'pos'>,
  text: string,
  baseOffset: number,
): YamlProblem {
  const start = Math.min(error.pos[0], text.length);
  const end = Math.min(Math.max(error.pos[1], start + 1), text.length);
  const message =
    messages.get(error.code) ??
    messagesByWords.find(([words]) => words.test(error.message))?.[1] ??
    `This is not valid YAML: ${error.message}`;
  return { message, span: { start: start + baseOffset, end: end + baseOffset } };
}
