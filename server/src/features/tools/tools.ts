import { Ajv, type ValidateFunction } from 'ajv';
import { visible } from '../../text/visible.js';
import { explainPair } from './explainPair.js';
import { findMentions } from './findMentions.js';
import { getFacts } from './getFacts.js';
import { listFindings } from './listFindings.js';
import {
  isRefusal,
  type Tool,
  type ToolAnswer,
  type ToolArguments,
  type ToolRefusal,
  type ToolSource,
} from './tool.js';

/** The tools, as every kind of client is offered them. To add one: write its file, list it here. */
export const tools: readonly Tool[] = [listFindings, getFacts, findMentions, explainPair];

const checks = new Map<string, ValidateFunction>();

/**
 * Runs a tool. A program may send anything: what is not as the tool's schema says is refused, and so
 * is what leads out of the folder.
 */
export function runTool(source: ToolSource, name: string, args: unknown): ToolAnswer | ToolRefusal {
  const tool = tools.find((each) => each.name === name);
  if (tool === undefined) {
    const names = tools.map((each) => each.name).join(', ');
    return refusal(`There is no tool “${name}”. The tools are: ${names}.`);
  }
  const given = args ?? {};
  const problem = problemOf(tool, given);
  if (problem !== undefined) {
    return refusal(`${tool.name}: ${problem}.`);
  }
  const answer = tool.run(source, given as ToolArguments);
  return isRefusal(answer) ? refusal(answer.refused) : answer;
}

function problemOf({ name, inputSchema }: Tool, args: unknown): string | undefined {
  let check = checks.get(name);
  if (check === undefined) {
    check = new Ajv({ strict: true }).compile(inputSchema);
    checks.set(name, check);
  }
  if (check(args)) {
    return undefined;
  }
  const [error] = check.errors ?? [];
  const { instancePath = '', message = 'the arguments do not fit', params = {} } = error ?? {};
  const extra: unknown = params['additionalProperty'] ?? '';
  const where = instancePath === '' ? 'the arguments' : `\`${instancePath.slice(1)}\``;
  return `${where} ${message}${typeof extra === 'string' && extra !== '' ? `: “${extra}”` : ''}`;
}

/** It may repeat what was asked, which may hold anything. */
function refusal(refused: string): ToolRefusal {
  return { refused: visible(refused) };
}
