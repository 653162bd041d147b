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
  restartServer: 'policyFacts.restartServer',
  showOutput: 'policyFacts.showOutput',
  showReferences: 'policyFacts.showReferences',
  openSample: 'policyFacts.openSample',
  openWalkthrough: 'policyFacts.openWalkthrough',
  showConflict: 'policyFacts.showConflict',
  goToOtherSide: 'policyFacts.goToOtherSide',
  settleConflict: 'policyFacts.settleConflict',
  filterTrees: 'policyFacts.filterTrees',
  clearTreeFilter: 'policyFacts.clearTreeFilter',
  goToPlace: 'policyFacts.goToPlace',
  copyReference: 'policyFacts.copyReference',
  showTimelineOf: 'policyFacts.showTimelineOf',
} as const;
