import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import { worstFirst, type Finding, type Severity } from '../rules/finding.js';
import { linesOf, rangeOf, type FeatureContext } from './context.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings of a file as diagnostics, in order of place; of those at one place the worst first. */
export function provideDiagnostics(context: FeatureContext, uri: string): Diagnostic[] {
  return [...context.checker.findingsIn(uri)]
    .sort(
      (a, b) =>
        a.span.start - b.span.start ||
        worstFirst.indexOf(a.severity) - worstFirst.indexOf(b.severity),
    )
    .map((finding) => toDiagnostic(context, finding));
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
