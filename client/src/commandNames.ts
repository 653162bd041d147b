/**
 * The commands this client registers itself. `package.json` contributes them all but `showReferences`,
 * which only code lenses run.
 */
export const commandNames = {
  createSidecar: 'policyFacts.createSidecar',
  defineOrganisation: 'policyFacts.defineOrganisation',
  definePerson: 'policyFacts.definePerson',
  definePlace: 'policyFacts.definePlace',
  recordFact: 'policyFacts.recordFact',
  checkConsistency: 'policyFacts.checkConsistency',
  explainPair: 'policyFacts.explainPair',
  showTimeline: 'policyFacts.showTimeline',
  restartServer: 'policyFacts.restartServer',
  showOutput: 'policyFacts.showOutput',
  showReferences: 'policyFacts.showReferences',
} as const;
