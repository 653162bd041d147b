import { DiagnosticSeverity, languages } from 'vscode';
import type { FindingCounts } from './checkSummary.js';

const source = 'Policy Facts';

/** Counts the findings that the editor shows, by severity. */
export function shownFindings(): FindingCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const [, diagnostics] of languages.getDiagnostics()) {
    for (const diagnostic of diagnostics) {
      if (diagnostic.source === source) counts[severityName(diagnostic.severity)]++;
    }
  }
  return counts;
}

function severityName(severity: DiagnosticSeverity): keyof FindingCounts {
  switch (severity) {
    case DiagnosticSeverity.Error:
      return 'error';
    case DiagnosticSeverity.Warning:
      return 'warning';
    case DiagnosticSeverity.Information:
      return 'information';
    case DiagnosticSeverity.Hint:
      return 'hint';
  }
}
