import type { CancellationToken, Diagnostic } from 'vscode-languageserver/node';

/** Where the delivery gets its facts from. */
export interface DiagnosticsSource {
  diagnose(uri: string): Diagnostic[];
  /** All files that have findings. */
  filesWithFindings(): readonly string[];
  /** The client's own spelling of a canonical URI. */
  spelling(uri: string): string;
  /** The version of an open document; null for a file that is not open. */
  version(uri: string): number | null;
  /** Whether the findings of a document are of an older text than its version. */
  isStale(uri: string): boolean;
  /** Settles when no folder is being read. */
  ready(token: CancellationToken): Promise<void>;
}
