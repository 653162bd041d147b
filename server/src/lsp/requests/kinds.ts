import type { RequestKind } from '../requestHost.js';
import { codeActions } from './codeActions.js';
import { declaration } from './declaration.js';
import { completion } from './completion.js';
import { definition } from './definition.js';
import { documentHighlights } from './documentHighlights.js';
import { documentLinks } from './documentLinks.js';
import { documentSymbols } from './documentSymbols.js';
import { executeCommand } from './executeCommand.js';
import { foldingRanges } from './foldingRanges.js';
import { fileOperations } from './fileOperations.js';
import { hover } from './hover.js';
import { implementation } from './implementation.js';
import { references } from './references.js';
import { selectionRanges } from './selectionRanges.js';
import { typeDefinition } from './typeDefinition.js';
import { typeHierarchy } from './typeHierarchy.js';
import { rename } from './rename.js';
import { workspaceSymbols } from './workspaceSymbols.js';

/** Every kind of request except those for diagnostics, which the server answers itself. */
export const requestKinds: readonly RequestKind[] = [
  codeActions,
  declaration,
  completion,
  definition,
  documentHighlights,
  documentLinks,
  documentSymbols,
  executeCommand,
  foldingRanges,
  fileOperations,
  hover,
  implementation,
  references,
  selectionRanges,
  typeDefinition,
  typeHierarchy,
  rename,
  workspaceSymbols,
];
