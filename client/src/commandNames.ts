/** The commands this client registers itself, as `package.json` contributes them. */
export const commandNames = {
  createSidecar: 'policyFacts.createSidecar',
  defineOrganisation: 'policyFacts.defineOrganisation',
  definePerson: 'policyFacts.definePerson',
  definePlace: 'policyFacts.definePlace',
  recordFact: 'policyFacts.recordFact',
  checkConsistency: 'policyFacts.checkConsistency',
  explainPair: 'policyFacts.explainPair',
  restartServer: 'policyFacts.restartServer',
  showOutput: 'policyFacts.showOutput',
} as const;
