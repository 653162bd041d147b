import { relative, resolve, sep } from 'node:path';
import { canonicalUri, inFolder, relativePath } from '../corpus/uri.js';
import { rules } from '../rules/table.js';
import { EXIT_FINDINGS, EXIT_OK, EXIT_USAGE } from './exitCode.js';
import { fails, type FailLevel } from './failLevel.js';
import { acknowledgementsOf, identitiesOf } from './findingIdentity.js';
import { githubReport } from './formats/github.js';
import { jsonReport } from './formats/json.js';
import { junitReport } from './formats/junit.js';
import { prettyReport } from './formats/pretty.js';
import type { CheckReport } from './formats/report.js';
import { sarifReport, type DescribedRule } from './formats/sarif.js';
import { locateAll, type ToldFinding } from './locatedFinding.js';
import { openFolder, type OpenedFolder } from './openFolder.js';
import { packageAddress, packageVersion, rulePage } from './packageFiles.js';
import { userCache } from './userCache.js';

type Writer = (
  report: CheckReport,
  found: readonly ToldFinding[],
  opened: OpenedFolder,
) => string | Iterable<string>;

/** One file each under `formats/`. */
const writers = {
  pretty: (report, _found, { root, workspace }) =>
    prettyReport(report, (file) => workspace.corpus.source(canonicalUri(inFolder(root, file)))),
  json: jsonReport,
  sarif: sarif,
  junit: junitReport,
  github: githubReport,
} satisfies Readonly<Record<string, Writer>>;

export type CheckFormat = keyof typeof writers;
export const checkFormats = Object.keys(writers) as readonly CheckFormat[];

export interface CheckOptions {
  readonly format: CheckFormat;
  readonly failOn: FailLevel;
  /** Whether to keep what was read, so that the next check need not read everything again. */
  readonly cache?: boolean;
}

/** Checks a folder and prints what was found. @returns the exit code, the same for every format */
export async function check(path: string, options: CheckOptions): Promise<number> {
  const { format, failOn } = options;
  const opened = await openFolder(path, options.cache === true ? userCache() : undefined);
  const { workspace, faults } = opened;
  workspace.corpus.keepsLittle(true); // once more, file after file
  const findings = locateAll(opened);
  const report: CheckReport = {
    folder: path,
    summary: workspace.checker.summary(findings),
    findings,
    files: filesOf(opened),
    prefix: prefixOf(path),
    failOn,
    isWhole: !faults.any,
  };
  print(writers[format](report, findings, opened));
  await workspace.save();
  if (faults.any) {
    return EXIT_USAGE;
  }
  return findings.some(({ severity }) => fails(severity, failOn)) ? EXIT_FINDINGS : EXIT_OK;
}

/** So many UTF-16 units are written at once. */
const PORTION = 100_000;

function print(text: string | Iterable<string>): void {
  let portion = '';
  for (const piece of typeof text === 'string' ? [text] : text) {
    portion += piece;
    if (portion.length >= PORTION) {
      process.stdout.write(portion);
      portion = '';
    }
  }
  process.stdout.write(portion);
}

function filesOf({ root, workspace: { corpus } }: OpenedFolder): readonly string[] {
  return [...corpus.articles(), ...corpus.sidecars()]
    .map(({ uri }) => relativePath(root, uri))
    .sort();
}

/** The way to a folder from here: `articles/`; empty for this folder itself and for one outside it. */
function prefixOf(path: string): string {
  const parts = relative('.', resolve(path)).split(sep);
  const isHere = parts[0] === '' || parts[0] === '..' || /^[a-z]:$/i.test(parts[0] ?? '');
  return isHere ? '' : `${parts.join('/')}/`;
}

function sarif(report: CheckReport, found: readonly ToldFinding[], opened: OpenedFolder): string {
  const { root, workspace } = opened;
  const { corpus } = workspace;
  const identities = identitiesOf(
    found.map(({ finding }) => finding),
    root,
    corpus,
  );
  const findings = found.map((told, index) => ({
    ...told.toJSON(),
    identity: identities[index] ?? [],
    acknowledged: acknowledgementsOf(told.finding, corpus),
  }));
  const tool = { version: packageVersion(), address: packageAddress(), rules: describedRules() };
  return sarifReport(report, findings, tool);
}

/** Each code once: two rules may share one. */
function describedRules(): readonly DescribedRule[] {
  const first = new Map([...rules].reverse().map((rule) => [rule.code, rule]));
  return [...first.values()]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, level, summary }) => ({ code, level, summary, ...rulePage(code) }));
}
