import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../rules/finding.js';
import { linesOf, rangeOf, type FeatureContext } from './context.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings of a file as diagnostics: one for each finding, in the same order. */
export function provideDiagnostics(context: FeatureContext, uri: string): Diagnostic[] {
  return context.checker.findingsIn(uri).map((finding) => toDiagnostic(context, finding));
}

/** As people read them: by place, and of those at one place the worst first. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character ||
      (a.severity ?? 0) - (b.severity ?? 0),
  );
}

function toDiagnostic(context: FeatureContext, finding: Finding): Diagnostic {
  const { code, message, severity, related } = finding;
  const tags = tagsOf(finding);
  const page = context.rulePage(code);
  return {
    range: rangeOf(context, finding),
    severity: severities[severity],
    code,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    source: 'Policy Facts',
    message,
    ...(tags.length > 0 ? { tags } : {}),
    relatedInformation: related
      .filter(({ uri }) => linesOf(context, uri) !== undefined)
      .map((place) => ({
        location: { uri: place.uri, range: rangeOf(context, place) },
        message: place.message,
      })),
  };
}

function tagsOf({ code }: Finding): DiagnosticTag[] {
  return code === 'unused-definition' ? [DiagnosticTag.Unnecessary] : [];
}
