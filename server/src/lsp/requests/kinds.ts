import type { RequestKind } from '../requestHost.js';
import { codeActions } from './codeActions.js';
import { definition } from './definition.js';
import { documentSymbols } from './documentSymbols.js';
import { executeCommand } from './executeCommand.js';
import { fileOperations } from './fileOperations.js';
import { hover } from './hover.js';
import { references } from './references.js';
import { rename } from './rename.js';
import { workspaceSymbols } from './workspaceSymbols.js';

/** Every kind of request except those for diagnostics, which the server answers itself. */
export const requestKinds: readonly RequestKind[] = [
  codeActions,
  definition,
  documentSymbols,
  executeCommand,
  fileOperations,
  hover,
  references,
  rename,
  workspaceSymbols,
];
