import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import { provideCodeActions } from '../../../server/src/features/codeActions.js';
import type { FeatureContext } from '../../../server/src/features/context.js';
import type { Finding } from '../../../server/src/rules/finding.js';
import { LineIndex } from '../../../server/src/text/lineIndex.js';
import { root, uriOf, worldOf, type Files } from '../rules/world.js';

/* Choosing a fix as a user does, and looking at what it does to the files. */

/** For a test, in milliseconds: each reads the same files many times. */
export const LIMIT = 120_000;

export function contextOf(files: Files): FeatureContext {
  return { ...worldOf(files), encoding: 'utf-16', markdown: false, rulePage: () => undefined };
}

/** Everything that is offered for the findings of a code in a file. */
export function offersFor(
  files: Files,
  name: string,
  code: string,
  context = contextOf(files),
): CodeAction[] {
  const uri = uriOf(name);
  return context.checker
    .findingsIn(uri)
    .filter((finding) => finding.code === code)
    .flatMap(({ span }) => provideCodeActions(context, uri, span, ['quickfix']))
    .filter(({ diagnostics }) => diagnostics?.some((diagnostic) => diagnostic.code === code));
}

/** The files as they are after an action. */
export function applied(files: Files, { edit }: CodeAction): Files {
  const changed: Record<string, string> = { ...files };
  for (const [uri, edits] of Object.entries(edit?.changes ?? {})) {
    const name = decodeURIComponent(uri.slice(root.length + 1));
    const text = files[name] ?? assert.fail(`no file ${name}`);
    const lines = new LineIndex(text);
    const spans = edits
      .map(({ range, newText }) => ({
        start: lines.offsetAt(range.start),
        end: lines.offsetAt(range.end),
        newText,
      }))
      .sort((a, b) => a.start - b.start || a.end - b.end);
    let result = '';
    let at = 0;
    for (const { start, end, newText } of spans) {
      assert.ok(start >= at, 'edits do not overlap');
      result += text.slice(at, start) + newText;
      at = end;
    }
    changed[name] = result + text.slice(at);
  }
  return changed;
}

export interface Expectation {
  /** The file in which the finding stands. */
  readonly in: string;
  readonly code: string;
  readonly title: string;
  /** The file that is changed, if another. */
  readonly file?: string;
  /** Words of it that stand there once, and what they become. Nothing else may differ. */
  readonly from: string;
  readonly to: string;
  /** The finding stays as a hint. */
  readonly staysHint?: boolean;
  readonly isPreferred?: boolean;
}

/** Applies the one fix of a title, in files with LF and with CRLF, and looks at all that matters. */
export function assertFix(files: Files, expected: Expectation): void {
  for (const eol of ['\n', '\r\n']) {
    const own = mapped(files, (text) => text.replaceAll('\n', eol));
    const from = expected.from.replaceAll('\n', eol);
    const to = expected.to.replaceAll('\n', eol);
    const offers = offersFor(own, expected.in, expected.code);
    const action = offers.find(({ title }) => title === expected.title);
    assert.ok(
      action,
      `${expected.title} is not among ${offers.map(({ title }) => title).join(' | ')}`,
    );
    assert.equal(action.isPreferred ?? false, expected.isPreferred ?? false);
    const after = applied(own, action);
    const file = expected.file ?? expected.in;
    const before = own[file] ?? '';
    assert.equal(before.split(from).length, 2, `“${from}” stands once in ${file}`);
    const wanted = before.replace(from, () => to);
    assert.deepEqual(after, { ...own, [file]: wanted });
    const left = findingsIn(after, expected.in).filter(({ code }) => code === expected.code);
    assert.deepEqual(
      left.map(({ severity }) => severity),
      expected.staysHint === true ? ['hint'] : [],
    );
    assertSound(after);
  }
}

export function findingsIn(files: Files, name: string): readonly Finding[] {
  return worldOf(files).checker.findingsIn(uriOf(name));
}

/** No file has become something that is not YAML, or not a sidecar. */
export function assertSound(files: Files): void {
  const bad = worldOf(files)
    .checker.all()
    .filter(({ code }) => code === 'yaml-syntax' || code === 'schema' || code === 'invalid-date');
  assert.deepEqual(bad, []);
}

export function titles(actions: readonly CodeAction[]): string[] {
  return actions.map(({ title }) => title);
}

function mapped(files: Files, change: (text: string) => string): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, change(text)]));
}
