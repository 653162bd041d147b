import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { CompletionClient } from '../../../../server/src/features/completion/client.js';
import { provideCompletion } from '../../../../server/src/features/completion/completion.js';
import type { FeatureContext } from '../../../../server/src/features/context.js';
import { LineIndex } from '../../../../server/src/text/lineIndex.js';
import { readYaml } from '../../../../server/src/text/yamlTree.js';
import { root, uriOf, type Files } from '../../rules/world.js';
import { contextOf } from '../fixing.js';

/* Typing in a file as a user does, and looking at what is offered. */

export const CURSOR = '¦';

/** Knows nothing but plain text. */
export const plain: CompletionClient = {
  snippets: false,
  completionMarkdown: false,
  insertReplace: false,
  labelDetails: false,
  insertsAsIs: false,
  allItemKinds: false,
  deprecatedTag: false,
  deprecatedMark: false,
};

export const rich: CompletionClient = {
  snippets: true,
  completionMarkdown: true,
  insertReplace: true,
  labelDetails: true,
  insertsAsIs: true,
  allItemKinds: true,
  deprecatedTag: true,
  deprecatedMark: true,
};

const folder = join(import.meta.dirname, '../../../../../seeds');

export const seeds: Files = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => /\.(?:md|yaml)$/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

/** What is offered at the cursor in a file beside others; the file holds the mark. */
export interface Typed {
  readonly text: string;
  readonly offset: number;
  readonly list: CompletionList;
}

export function typeIn(
  files: Files,
  name: string,
  marked: string,
  client: CompletionClient = plain,
): Typed {
  const offset = marked.indexOf(CURSOR);
  assert.ok(offset >= 0, 'a cursor');
  const text = marked.replace(CURSOR, '');
  const context = contextOf({ ...files, [name]: text });
  return { text, offset, list: provideCompletion(context, uriOf(name), offset, client) };
}

/** Another text of one file of a context that is there already. */
export function retype(context: FeatureContext, name: string, text: string): void {
  context.checker.update(context.corpus.setFile({ uri: uriOf(name), root, text }));
}

export function labels({ list }: Typed): string[] {
  return list.items.map(({ label }) => label);
}

export function itemOf(typed: Typed, label: string): CompletionItem {
  const found = typed.list.items.find((item) => item.label === label);
  assert.ok(found, `${label} is not among ${labels(typed).join(', ')}`);
  return found;
}

/** The text with an item put in, by replacing or by inserting where the client may choose. */
export function applied(text: string, { textEdit }: CompletionItem, inserting = false): string {
  assert.ok(textEdit, 'an edit');
  const range =
    'range' in textEdit ? textEdit.range : inserting ? textEdit.insert : textEdit.replace;
  const lines = new LineIndex(text);
  assert.equal(range.start.line, range.end.line, 'a range on one line');
  return (
    text.slice(0, lines.offsetAt(range.start)) +
    textEdit.newText +
    text.slice(lines.offsetAt(range.end))
  );
}

export function problemsIn(text: string): number {
  return readYaml(text).problems.length;
}
