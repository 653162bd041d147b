import { explainReferences } from '../rules/explainPair.js';
import { exportData } from './exportCommand.js';
import { report } from './reportCommand.js';
import { refusal, type ServerCommand } from './serverCommand.js';
import { timelineCommands } from './timelineCommand.js';
import { toolCommand } from './toolCommand.js';
import { surveyCommand } from './surveyCommand.js';
import { treeCommands } from './treeCommand.js';
import { writingCommands } from './writingCommands.js';

export { refusal, type ServerCommand };

/** Reads everything and answers with the summary of it. */
const checkConsistency: ServerCommand = {
  name: 'policyFacts.checkConsistency',
  run: ({ checker }) => checker.summary(),
};

/** Answers with what two facts are to each other, step by step, as text. */
const explainPair: ServerCommand = {
  name: 'policyFacts.explainPair',
  run: ({ corpus }, args) => {
    const [a = '', b = ''] = args.map(String);
    const answer = explainReferences(corpus, a, b);
    return answer.kind === 'explained' ? answer.text : refusal(answer.message);
  },
};

/** All commands of the server's. */
export const commands: readonly ServerCommand[] = [
  checkConsistency,
  explainPair,
  exportData,
  report,
  ...timelineCommands,
  ...writingCommands,
  toolCommand,
  ...treeCommands,
  surveyCommand,
];
