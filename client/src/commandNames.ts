/** The commands this client registers itself, as `package.json` contributes them. */
export const commandNames = {
  checkConsistency: 'policyFacts.checkConsistency',
  explainPair: 'policyFacts.explainPair',
  restartServer: 'policyFacts.restartServer',
  showOutput: 'policyFacts.showOutput',
} as const;
