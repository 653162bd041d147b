import type { RequestKind } from '../requestHost.js';
import { codeActions } from './codeActions.js';
import { codeLens } from './codeLens.js';
import { completion } from './completion.js';
import { declaration } from './declaration.js';
import { definition } from './definition.js';
import { documentHighlights } from './documentHighlights.js';
import { documentLinks } from './documentLinks.js';
import { documentSymbols } from './documentSymbols.js';
import { executeCommand } from './executeCommand.js';
import { fileOperations } from './fileOperations.js';
import { foldingRanges } from './foldingRanges.js';
import { hover } from './hover.js';
import { implementation } from './implementation.js';
import { inlayHints } from './inlayHints.js';
import { references } from './references.js';
import { rename } from './rename.js';
import { selectionRanges } from './selectionRanges.js';
import { semanticTokens } from './semanticTokens.js';
import { typeDefinition } from './typeDefinition.js';
import { typeHierarchy } from './typeHierarchy.js';
import { workspaceSymbols } from './workspaceSymbols.js';

/** Every kind of request except those for diagnostics, which the server answers itself. */
export const requestKinds: readonly RequestKind[] = [
  codeActions,
  codeLens,
  completion,
  declaration,
  definition,
  documentHighlights,
  documentLinks,
  documentSymbols,
  executeCommand,
  fileOperations,
  foldingRanges,
  hover,
  implementation,
  inlayHints,
  references,
  rename,
  selectionRanges,
  semanticTokens,
  typeDefinition,
  typeHierarchy,
  workspaceSymbols,
];
