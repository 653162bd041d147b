/**
 * The commands this client registers itself. `package.json` contributes them all but `showReferences`,
 * which only code lenses run, and `openReportPlace`, which only links of the report do.
 */
export const commandNames = {
  createSidecar: 'policyFacts.createSidecar',
  defineOrganisation: 'policyFacts.defineOrganisation',
  definePerson: 'policyFacts.definePerson',
  definePlace: 'policyFacts.definePlace',
  recordFact: 'policyFacts.recordFact',
  checkConsistency: 'policyFacts.checkConsistency',
  export: 'policyFacts.export',
  explainPair: 'policyFacts.explainPair',
  showReport: 'policyFacts.showReport',
  saveReport: 'policyFacts.saveReport',
  openReportPlace: 'policyFacts.openReportPlace',
  showTimeline: 'policyFacts.showTimeline',
  restartServer: 'policyFacts.restartServer',
  showOutput: 'policyFacts.showOutput',
  showReferences: 'policyFacts.showReferences',
} as const;
