import { flowTokens, type FlowToken } from './yamlFlow.js';
import { lineEnd } from './yamlScan.js';
import { ITEM, type Entry, type Step, type Surroundings } from './yamlSurroundings.js';
import { plainWord, quotedWord, type Word } from './yamlWord.js';

/** A place between brackets: its path begins at the outermost of them. */
export interface FlowPlace extends Surroundings, Word {
  readonly kind: 'key' | 'value';
  /** A colon follows: the key has a value already. */
  readonly hasColon: boolean;
  /** Directly behind a colon, where a space is wanted. */
  readonly needsSpace: boolean;
  /** The outermost bracket is closed. */
  readonly isEnclosed: boolean;
}

/**
 * Where an offset stands between the bracket at `start` and `end`. Undefined outside of the
 * brackets, in a comment, and beside something that fills the place already.
 */
export function flowCursor(
  text: string,
  start: number,
  end: number,
  offset: number,
): FlowPlace | undefined {
  const { tokens, isEnclosed } = withinBrackets(text, start, end);
  if (offset <= start || (isEnclosed && offset >= (tokens.at(-1)?.end ?? start))) {
    return undefined;
  }
  const at = typedAt(text, tokens, offset);
  if (at === undefined) {
    return undefined;
  }
  const place = readFrames(text, tokens, at.index, at.word.word.start);
  return (
    place && {
      ...place,
      ...at.word,
      isEnclosed,
      hasColon: tokens[at.next]?.kind === 'colon',
      needsSpace: tokens[at.index - 1]?.kind === 'colon' && text[at.word.word.start - 1] === ':',
    }
  );
}

/** The pieces from the opening bracket to the one that closes it, or to the end. */
function withinBrackets(
  text: string,
  start: number,
  end: number,
): { readonly tokens: readonly FlowToken[]; readonly isEnclosed: boolean } {
  const tokens: FlowToken[] = [];
  let depth = 0;
  for (const token of flowTokens(text, start, end)) {
    tokens.push(token);
    depth += token.kind === 'open' ? 1 : token.kind === 'close' ? -1 : 0;
    if (depth === 0) {
      return { tokens, isEnclosed: true };
    }
  }
  return { tokens, isEnclosed: false };
}

interface TypedAt {
  readonly word: Word;
  /** How many pieces stand before the word, and which follows it. */
  readonly index: number;
  readonly next: number;
}

function typedAt(text: string, tokens: readonly FlowToken[], offset: number): TypedAt | undefined {
  const touched = tokens.findIndex((token) => touches(text, token, offset));
  if (touched >= 0) {
    return onToken(text, tokens, touched, offset);
  }
  const index = tokens.filter((token) => token.end <= offset).length;
  const before = tokens[index - 1];
  if (before?.kind === 'plain' && /^[ \t]*$/.test(text.slice(before.end, offset))) {
    return onToken(text, tokens, index - 1, offset);
  }
  const word = plainWord(text, offset, { start: offset, end: offset });
  const isBesideComment = tokens[index]?.kind === 'comment' && tokens[index].start === offset;
  return isBesideComment || !isFree(tokens, index, index)
    ? undefined
    : { word, index, next: index };
}

/** A word reaches to the cursor behind it; brackets, commas and colons do not. */
function touches(text: string, { kind, start, end }: FlowToken, offset: number): boolean {
  switch (kind) {
    case 'plain':
      return start <= offset && offset <= end;
    case 'quoted':
      return (
        start < offset && (offset < end || (offset === end && !/["']/.test(text[end - 1] ?? '')))
      );
    case 'comment':
      return start < offset && offset <= end;
    case 'open':
    case 'close':
    case 'comma':
    case 'colon':
      return false;
  }
}

function onToken(
  text: string,
  tokens: readonly FlowToken[],
  index: number,
  offset: number,
): TypedAt | undefined {
  const token = tokens[index];
  if (token === undefined || token.kind === 'comment' || !isFree(tokens, index, index + 1)) {
    return undefined;
  }
  const { start, end } = token;
  const word =
    token.kind === 'plain'
      ? plainWord(text, offset, { start, end: Math.max(end, offset) })
      : end <= lineEnd(text, start)
        ? quotedWord(text, offset, start, end)
        : undefined;
  return word && { word, index, next: index + 1 };
}

/** Whether nothing else stands between the same commas. */
function isFree(tokens: readonly FlowToken[], index: number, next: number): boolean {
  const [before, outer] = tokens
    .slice(0, index)
    .filter(({ kind }) => kind !== 'comment')
    .slice(-2)
    .reverse();
  const after = tokens.slice(next).find(({ kind }) => kind !== 'comment');
  const isBegun =
    before?.kind === 'open' ? outer === undefined || begins(outer) : before && begins(before);
  const isAlone = index === next && after?.kind === 'colon';
  const isEnded = after === undefined || ['close', 'comma', 'colon'].includes(after.kind);
  return isBegun === true && !isAlone && isEnded;
}

/** Whether something may stand right behind a piece. */
function begins({ kind }: FlowToken): boolean {
  return kind === 'open' || kind === 'comma' || kind === 'colon';
}

interface Frame {
  readonly isMap: boolean;
  readonly entries: (Entry & { readonly start: number })[];
  /** The key whose value stands here or comes next. */
  open: { readonly key: string; readonly start: number; readonly value: number } | undefined;
}

type Around = Surroundings & { readonly kind: 'key' | 'value' };

/** Reads all pieces, and tells what was open before one of them. */
function readFrames(
  text: string,
  tokens: readonly FlowToken[],
  index: number,
  wordStart: number,
): Around | undefined {
  const frames: Frame[] = [];
  let there: readonly { readonly frame: Frame; readonly open: Frame['open'] }[] = [];
  for (const [at, token] of [...tokens, undefined].entries()) {
    if (at === index) {
      there = frames.map((frame) => ({ frame, open: frame.open }));
    }
    const top = frames.at(-1);
    if (token?.kind === 'open') {
      frames.push({ isMap: text[token.start] === '{', entries: [], open: undefined });
    } else if (token?.kind === 'colon' && top?.isMap === true && top.open === undefined) {
      const key = tokens[at - 1];
      top.open = {
        key: key === undefined ? '' : unquoted(text.slice(key.start, key.end)),
        start: key?.start ?? token.start,
        value: token.end,
      };
    } else if (token === undefined || token.kind === 'comma' || token.kind === 'close') {
      closeEntry(top, token?.start ?? tokens.at(-1)?.end ?? 0);
      if (token?.kind === 'close') {
        frames.pop();
      }
    }
  }
  return surroundings(there, wordStart);
}

function closeEntry(frame: Frame | undefined, end: number): void {
  if (frame?.open !== undefined) {
    const { key, start, value } = frame.open;
    frame.entries.push({ key, start, value: { start: value, end } });
    frame.open = undefined;
  }
}

function surroundings(
  there: readonly { readonly frame: Frame; readonly open: Frame['open'] }[],
  wordStart: number,
): Around | undefined {
  const path: Step[] = [];
  const around: (readonly Entry[])[] = [];
  const innermost = there.at(-1);
  if (innermost === undefined) {
    return undefined;
  }
  for (const { frame, open } of there) {
    if (!frame.isMap) {
      path.push(ITEM);
      around.push([]);
    } else if (open !== undefined) {
      path.push(open.key);
      around.push(frame.entries.filter(({ start }) => start !== open.start));
    }
  }
  const isKey = innermost.frame.isMap && innermost.open === undefined;
  return {
    kind: isKey ? 'key' : 'value',
    path,
    around,
    entries: isKey ? innermost.frame.entries.filter(({ start }) => start !== wordStart) : [],
  };
}

function unquoted(key: string): string {
  return /^(["']).*\1$/s.test(key) ? key.slice(1, -1) : key;
}
