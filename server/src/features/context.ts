import type { Range } from 'vscode-languageserver-types';
import type { Corpus } from '../corpus/corpus.js';
import type { Checker } from '../rules/checker.js';
import type { LineIndex, LineRange, PositionEncoding } from '../text/lineIndex.js';
import { escapeMarkdown } from '../text/escapeMarkdown.js';
import type { Span } from '../text/span.js';

/** What every feature needs: the corpus, its findings, and how the client wants its answers. */
export interface FeatureContext {
  readonly corpus: Corpus;
  readonly checker: Checker;
  readonly encoding: PositionEncoding;
  /** False for a client that shows hovers as plain text. */
  readonly markdown: boolean;
  /** The address of a rule's page: a file that came with the tool, so that nothing is fetched. */
  readonly rulePage: (code: string) => string | undefined;
  /** True for a client that can create files as part of an edit. */
  readonly createsFiles?: boolean;
}

/** A stretch of a file. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
  /** The span in lines, in UTF-16 units, where that is known without reading the file. */
  readonly range?: LineRange | undefined;
}

/** The line index of a file of the corpus. */
export function linesOf({ corpus }: FeatureContext, uri: string): LineIndex | undefined {
  return corpus.source(uri)?.lines;
}

/** A span as the client counts positions. A file that is not there gives its start. */
export function rangeOf(context: FeatureContext, { uri, span, range }: Place): Range {
  if (range !== undefined && context.encoding === 'utf-16') {
    return range;
  }
  return (
    linesOf(context, uri)?.rangeAt(span, context.encoding) ?? {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    }
  );
}

/** Text of a file made inert: no link, image or HTML of the file's is ever shown as one. */
export function inert(context: FeatureContext, text: string): string {
  return context.markdown ? escapeMarkdown(text) : text.replace(/\s+/g, ' ').trim();
}

export function bold(context: FeatureContext, text: string): string {
  const safe = inert(context, text);
  return context.markdown && safe !== '' ? `**${safe}**` : safe;
}

/** An id, shown as code where the client knows Markdown. Ids are slugs; anything else is made inert. */
export function code(context: FeatureContext, id: string): string {
  return context.markdown && /^[\w#.-]+$/.test(id) ? `\`${id}\`` : inert(context, id);
}
