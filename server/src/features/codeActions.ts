import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../rules/finding.js';
import { mayHoldAlias } from '../text/yamlAlias.js';
import { contains, overlaps, type Span } from '../text/span.js';
import type { FeatureContext } from './context.js';
import { provideDiagnostics } from './diagnostics.js';
import type { Fix, FixProvider } from './fixes/fix.js';
import { fixProviders, singleAnswers } from './fixes/table.js';
import { workspaceEdit } from './recording/fileEdit.js';
import { extractionKinds, extractionsAt } from './recording/extractions.js';
import { staysSound, type TextChange } from './sidecarEdit.js';

/** The kinds of action that are offered. */
export const codeActionKinds = [
  'quickfix',
  'refactor.extract',
  'source.fixAll.policyFacts',
] as const;
type Kind = (typeof codeActionKinds)[number];

/**
 * What can be done about the findings at a stretch of a file, and everything in the file that has
 * only one answer. The edits name files by canonical URI, under `changes`.
 *
 * @param only the kinds the client asks for, `source` standing for all below it; all without it
 */
export function provideCodeActions(
  context: FeatureContext,
  uri: string,
  range: Span,
  only?: readonly string[],
): CodeAction[] {
  const isWanted = (kind: string): boolean =>
    only === undefined ||
    only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
  const fixes = isWanted('quickfix' satisfies Kind) ? quickFixes(context, uri, range) : [];
  const extractions = extractionKinds.some(isWanted)
    ? extractionsAt(context, uri, range, only !== undefined)
    : [];
  return [
    ...fixes,
    // A figure with a finding has its fix, which is the same edit.
    ...extractions.filter(
      ({ kind = '', title }) => isWanted(kind) && !fixes.some((fix) => fix.title === title),
    ),
    ...(isWanted('source.fixAll.policyFacts' satisfies Kind) ? fixAll(context, uri) : []),
  ];
}

/** What is offered beyond these only fills a menu that nobody reads. */
const MAX_FINDINGS = 50;

function quickFixes(context: FeatureContext, uri: string, range: Span): CodeAction[] {
  const touched = context.checker
    .findingsIn(uri)
    .map((finding, index) => ({ finding, index }))
    .filter(({ finding: { span } }) => touches(span, range))
    .slice(0, MAX_FINDINGS);
  if (touched.length === 0) {
    return [];
  }
  const diagnostics = provideDiagnostics(context, uri); // one for each finding, in the same order
  const isSound = soundness(context);
  const actions = new Map<string, CodeAction>();
  for (const { finding, index } of touched) {
    const diagnostic = diagnostics.slice(index, index + 1);
    for (const fix of fixesFor(context, finding, fixProviders).filter(isSound)) {
      const key = JSON.stringify(fix);
      const known = actions.get(key);
      if (known === undefined) {
        actions.set(key, toAction(context, fix, diagnostic));
      } else {
        known.diagnostics?.push(...diagnostic); // one answer to several findings
      }
    }
  }
  return [...actions.values()];
}

function toAction(context: FeatureContext, fix: Fix, diagnostics: Diagnostic[]): CodeAction {
  const { uri, changes, isNew = false } = fix;
  return {
    title: fix.title,
    kind: 'quickfix' satisfies Kind,
    diagnostics,
    ...(fix.isOnlyAnswer === true ? { isPreferred: true } : {}),
    edit: workspaceEdit(context, { uri, changes, isNew }),
  };
}

function fixAll(context: FeatureContext, uri: string): CodeAction[] {
  const sidecar = context.corpus.sidecar(uri)?.content;
  if (sidecar === undefined) {
    return [];
  }
  const changes: TextChange[] = [];
  for (const finding of context.checker.findingsIn(uri)) {
    const answers = fixesFor(context, finding, singleAnswers);
    const [answer] = answers;
    if (answer?.uri === uri && answers.length === 1 && areApart(changes, answer.changes)) {
      changes.push(...answer.changes);
    }
  }
  if (changes.length === 0 || !staysSound(sidecar, changes)) {
    return [];
  }
  return [
    {
      title: 'Fix everything in this file that has only one answer',
      kind: 'source.fixAll.policyFacts' satisfies Kind,
      edit: workspaceEdit(context, { uri, changes, isNew: false }),
    },
  ];
}

function fixesFor(
  context: FeatureContext,
  finding: Finding,
  providers: readonly FixProvider[],
): readonly Fix[] {
  return providers
    .filter(({ codes }) => codes.includes(finding.code))
    .flatMap((provider) => [...provider.fixes(finding, context)]);
}

/** So many characters are parsed a second time for one request; what comes after is not. */
const MAX_VERIFIED = 2_000_000;

/** With aliases a text takes as long to parse as one that is so many times as long. */
const ALIAS_COST = 30;

/**
 * Whether a fix leaves its file the YAML it was. Where there was time for no more, a fix in a file with aliases is
 * not offered: there an edit may mean something elsewhere.
 */
function soundness({ corpus }: FeatureContext): (fix: Fix) => boolean {
  let left = MAX_VERIFIED;
  return ({ uri, changes, isNew }) => {
    if (isNew === true) {
      return true;
    }
    const sidecar = corpus.sidecar(uri)?.content;
    if (sidecar === undefined) {
      return false;
    }
    const hasAlias = mayHoldAlias(sidecar.text);
    left -= sidecar.text.length * (hasAlias ? ALIAS_COST : 1);
    return left < 0 ? !hasAlias : staysSound(sidecar, changes);
  };
}

function touches(a: Span, b: Span): boolean {
  return overlaps(a, b) || contains(a, b.start) || contains(a, b.end);
}

function areApart(changes: readonly TextChange[], more: readonly TextChange[]): boolean {
  return !changes.some(({ span }) => more.some((other) => touches(span, other.span)));
}
