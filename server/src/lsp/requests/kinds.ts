import type { RequestKind } from '../requestHost.js';
import { codeActions } from './codeActions.js';
import { codeLens } from './codeLens.js';
import { definition } from './definition.js';
import { documentSymbols } from './documentSymbols.js';
import { executeCommand } from './executeCommand.js';
import { hover } from './hover.js';
import { inlayHints } from './inlayHints.js';
import { references } from './references.js';
import { semanticTokens } from './semanticTokens.js';
import { workspaceSymbols } from './workspaceSymbols.js';

/** Every kind of request except those for diagnostics, which the server answers itself. */
export const requestKinds: readonly RequestKind[] = [
  codeActions,
  codeLens,
  definition,
  documentSymbols,
  executeCommand,
  hover,
  inlayHints,
  references,
  semanticTokens,
  workspaceSymbols,
];
