import type { LineIndex } from '../text/lineIndex.js';
import type { Span } from '../text/span.js';
import type { YamlProblem } from '../text/yamlTree.js';

/** A comment that silences a rule on its own line or the next: `# policy-facts: ignore CODE — reason`. */
export interface IgnoreComment {
  readonly codes: ReadonlySet<string>;
  readonly reason: string;
  readonly span: Span;
  /** The lines it speaks for, from 0: its own, and the next where it stands alone. */
  readonly lines: ReadonlySet<number>;
}

export interface IgnoreComments {
  readonly comments: readonly IgnoreComment[];
  /** Comments without a code or a reason: they silence nothing. */
  readonly problems: readonly YamlProblem[];
}

/** `#` at the start of a line or after a space, as YAML has it, and the words after the colon. */
const pattern = /(?:^|[ \t])(#[ \t]*policy-facts:[ \t]*ignore\b([^\r\n]*))/;

const noComments: IgnoreComments = { comments: [], problems: [] };

const beginning = /#[ \t]*policy-facts:/y;

/** Files hold few `#`, which are found in no time. */
function mayHoldOne(text: string): boolean {
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    beginning.lastIndex = at;
    if (beginning.test(text)) {
      return true;
    }
  }
  return false;
}

/** Reads the comments of a sidecar. A `#` in quotation marks can be misread; then nothing is silenced. */
export function readIgnoreComments(text: string, lines: LineIndex): IgnoreComments {
  if (!mayHoldOne(text)) {
    return noComments;
  }
  const comments: IgnoreComment[] = [];
  const problems: YamlProblem[] = [];
  for (let line = 0; line < lines.lineCount; line++) {
    const whole = lines.lineSpan(line);
    const source = text.slice(whole.start, whole.end);
    const match = pattern.exec(source);
    const written = match?.[1];
    if (match === null || written === undefined) {
      continue;
    }
    const start = whole.start + source.indexOf(written);
    const span = { start, end: start + written.trimEnd().length };
    const parts =
      /^[ \t]+([a-z-]+(?:[ \t]*,[ \t]*[a-z-]+)*)(?:[ \t]*[—–][ \t]*|[ \t]+--?[ \t]+|:[ \t]+)(\S.*)$/.exec(
        match[2] ?? '',
      );
    if (parts === null) {
      const message =
        'Say which rule is ignored and why: `# policy-facts: ignore CODE — reason`. Without a reason nothing is ignored.';
      problems.push({ message, span });
      continue;
    }
    const alone = source.slice(0, source.indexOf(written)).trim() === '';
    comments.push({
      codes: new Set((parts[1] ?? '').split(',').map((code) => code.trim())),
      reason: (parts[2] ?? '').trim(),
      span,
      lines: new Set(alone ? [line, line + 1] : [line]),
    });
  }
  return { comments, problems };
}
