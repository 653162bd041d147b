import { explainReferences } from '../../rules/explainPair.js';
import { visible } from '../../text/visible.js';
import { textOf, type Tool } from './tool.js';

const text = { type: 'string' } as const;

/** What two facts are to each other, step by step. */
export const explainPair: Tool = {
  name: 'explain_pair',
  title: 'Explain a Pair of Facts',
  description:
    'Explains step by step how two facts compare (slot, values, times, voices, links, events), whether they conflict and why. Takes the references that get_facts gives.',
  inputSchema: {
    type: 'object',
    properties: {
      first: { ...text, description: 'A fact, written ARTICLE#FACT.' },
      second: { ...text, description: 'The other fact, written ARTICLE#FACT.' },
    },
    required: ['first', 'second'],
    additionalProperties: false,
  },
  outputSchema: {
    type: 'object',
    properties: {
      first: text,
      second: text,
      explanation: { ...text, description: 'Every step of the comparison, one a line.' },
      verdict: text,
    },
    required: ['first', 'second', 'explanation', 'verdict'],
    additionalProperties: false,
  },
  run: ({ corpus }, args) => {
    const [first = '', second = ''] = [textOf(args, 'first'), textOf(args, 'second')];
    const answer = explainReferences(corpus, first, second);
    if (answer.kind === 'unknown') {
      return { refused: answer.message };
    }
    const explanation = answer.text.trimEnd().split('\n').map(visible).join('\n');
    const verdict = explanation.slice(explanation.lastIndexOf('\n') + 1).replace(/^Verdict: /, '');
    return { structured: { first, second, explanation, verdict }, text: explanation };
  },
};
