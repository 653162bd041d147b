import { SymbolKind } from 'vscode-languageserver-types';
import type { BoundFact } from '../corpus/boundFact.js';
import { describeSlot, describeStatement } from '../rules/describe.js';
import type { DefinitionKind } from '../sidecars/definition.js';
import type { FeatureContext } from './context.js';

/** The icons that definitions have in outlines and lists. */
export const symbolKindOf: Readonly<Record<DefinitionKind, SymbolKind>> = {
  organisation: SymbolKind.Class,
  person: SymbolKind.Interface,
  place: SymbolKind.Namespace,
  document: SymbolKind.File,
  property: SymbolKind.Property,
  event: SymbolKind.Event,
};

/** `Primary care trusts, count, England: 152`. */
export function describeFact({ corpus }: FeatureContext, bound: BoundFact): string {
  return `${describeSlot(bound, corpus)}: ${describeStatement(bound)}`;
}
