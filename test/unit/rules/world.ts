import { canonicalUri } from '../../../server/src/corpus/uri.js';
import { Corpus } from '../../../server/src/corpus/corpus.js';
import { Checker } from '../../../server/src/rules/checker.js';
import type { Finding, Level } from '../../../server/src/rules/finding.js';

/** Files by name, below the one workspace folder of the tests. */
export type Files = Readonly<Record<string, string>>;

export const root = 'file:///w';

export function uriOf(name: string): string {
  return canonicalUri(`${root}/${name}`);
}

export interface World {
  readonly corpus: Corpus;
  readonly checker: Checker;
}

/** A corpus of these files, added in this order, with everything checked. */
export function worldOf(files: Files, levels: ReadonlyMap<string, Level> = new Map()): World {
  const corpus = new Corpus();
  const checker = new Checker(corpus, () => levels);
  for (const [name, text] of Object.entries(files)) {
    checker.update(corpus.setFile({ uri: uriOf(name), root, text }));
  }
  return { corpus, checker };
}

/** Everything the check finds in these files. */
export function checkFiles(files: Files): readonly Finding[] {
  return worldOf(files).checker.all();
}

/** The same files with one more, or with another text. */
export function withFile(files: Files, name: string, text: string): Files {
  return { ...files, [name]: text };
}

/** A finding in one line, for a test's message: `a.facts.yaml value-conflict warning: …`. */
export function inOneLine({ uri, code, severity, message }: Finding): string {
  return `${uri.slice(root.length + 1)} ${code} ${severity}: ${message}`;
}

/** The part of a file's text that a finding stands at. */
export function wordsAt(files: Files, { uri, span }: Finding): string {
  return (files[uri.slice(root.length + 1)] ?? '').slice(span.start, span.end);
}

/** Where one rule speaks: `a.facts.yaml: 152`, the file and the words it stands at. */
export function told(code: string, files: Files): readonly string[] {
  return checkFiles(files)
    .filter((finding) => finding.code === code)
    .map((finding) => `${finding.uri.slice(root.length + 1)}: ${wordsAt(files, finding)}`);
}
