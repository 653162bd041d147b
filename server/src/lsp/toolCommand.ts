import { isRefusal } from '../features/tools/tool.js';
import { runTool } from '../features/tools/tools.js';
import { refusal, type ServerCommand } from './serverCommand.js';

/** `NAME, ARGUMENTS`: what a read-only tool for language models answers, `{structured, text}`. */
export const toolCommand: ServerCommand = {
  name: 'policyFacts.tool',
  run: (context, [name, args]) => {
    const answer = runTool(context, String(name), args);
    return isRefusal(answer) ? refusal(answer.refused) : answer;
  },
};
