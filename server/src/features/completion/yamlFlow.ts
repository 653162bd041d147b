import { closingQuote, endOfDeeperLines, isComment, lineEnd } from './yamlScan.js';

/** A piece of YAML between brackets. */
export interface FlowToken {
  readonly kind: 'open' | 'close' | 'comma' | 'colon' | 'plain' | 'quoted' | 'comment';
  readonly start: number;
  readonly end: number;
}

/** The pieces of a flow collection, from its opening bracket on; what is not closed ends with its line. */
export function* flowTokens(text: string, start: number, end: number): Generator<FlowToken> {
  let afterQuoted = false;
  let at = start;
  while (at < end) {
    const char = text.charAt(at);
    if (/[\s\uFEFF]/.test(char)) {
      at++;
      continue;
    }
    const token = tokenAt(text, at, end, afterQuoted);
    yield token;
    afterQuoted = token.kind === 'quoted' || token.kind === 'close';
    at = token.end;
  }
}

function tokenAt(text: string, at: number, end: number, afterQuoted: boolean): FlowToken {
  const one = (kind: FlowToken['kind']): FlowToken => ({ kind, start: at, end: at + 1 });
  switch (text.charAt(at)) {
    case '[':
    case '{':
      return one('open');
    case ']':
    case '}':
      return one('close');
    case ',':
      return one('comma');
    case '"':
    case "'":
      return {
        kind: 'quoted',
        start: at,
        end: closingQuote(text, at, end) ?? Math.min(end, lineEnd(text, at)),
      };
    default:
  }
  if (isComment(text, at)) {
    return { kind: 'comment', start: at, end: Math.min(end, lineEnd(text, at)) };
  }
  if (text[at] === ':' && (afterQuoted || endsKey(text, at, end))) {
    return one('colon');
  }
  let last = at + 1;
  for (let next = at + 1; next < end; next++) {
    const char = text.charAt(next);
    if (/[,[\]{}\r\n]/.test(char) || isComment(text, next) || endsKey(text, next, end)) {
      break;
    }
    if (char !== ' ' && char !== '\t') {
      last = next + 1;
    }
  }
  return { kind: 'plain', start: at, end: last };
}

function endsKey(text: string, at: number, end: number): boolean {
  return text[at] === ':' && (at + 1 >= end || /[\s,[\]{}]/.test(text[at + 1] ?? ''));
}

/** The end of a flow collection, behind its last bracket; undefined where it is not closed. */
export function endOfFlow(text: string, start: number, owner: number): number | undefined {
  const within = (end: number): number | undefined => {
    let depth = 0;
    for (const token of flowTokens(text, start, end)) {
      depth += token.kind === 'open' ? 1 : token.kind === 'close' ? -1 : 0;
      if (depth === 0) {
        return token.end;
      }
    }
    return undefined;
  };
  return within(lineEnd(text, start)) ?? within(endOfDeeperLines(text, start, owner));
}

/** The end of a quoted value, behind its closing mark; undefined where it is not closed. */
export function endOfQuoted(text: string, start: number, owner: number): number | undefined {
  return (
    closingQuote(text, start, lineEnd(text, start)) ??
    closingQuote(text, start, endOfDeeperLines(text, start, owner))
  );
}
