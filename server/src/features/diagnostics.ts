import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import { worstFirst, type Finding, type Severity } from '../rules/finding.js';
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

/** So many findings of one file are shown; nobody reads more, and editors grow slow. */
export const MOST_SHOWN = 250;

/**
 * What a client is to show for a file: its findings in reading order. Of more than
 * {@link MOST_SHOWN} the worst are kept, and a last note says how many there are beside them.
 */
export function provideShownDiagnostics(context: FeatureContext, uri: string): Diagnostic[] {
  const findings = context.checker.findingsIn(uri);
  const byWeight =
    findings.length <= MOST_SHOWN
      ? findings
      : worstFirst.flatMap((level) => findings.filter(({ severity }) => severity === level));
  const shown = byWeight.slice(0, MOST_SHOWN).map((finding) => toDiagnostic(context, finding));
  const [hidden] = byWeight.slice(MOST_SHOWN);
  const note =
    hidden === undefined
      ? []
      : [
          {
            range: rangeOf(context, hidden),
            severity: DiagnosticSeverity.Information,
            source: 'Policy Facts',
            message: `${findings.length - MOST_SHOWN} more findings in this file are not shown; none of them is worse than this kind: ${hidden.severity}.`,
          },
        ];
  return [...inReadingOrder(shown), ...note];
}

/** As people read them: by place, and of those at one place the worst first. */
function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
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
      .filter(({ uri, range }) => range !== undefined || linesOf(context, uri) !== undefined)
      .map((place) => ({
        location: { uri: place.uri, range: rangeOf(context, place) },
        message: place.message,
      })),
  };
}

function tagsOf({ code }: Finding): DiagnosticTag[] {
  return code === 'unused-definition' ? [DiagnosticTag.Unnecessary] : [];
}
