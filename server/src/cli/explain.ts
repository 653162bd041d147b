import { readFileSync } from 'node:fs';
import { nearest } from '../text/didYouMean.js';
import { explainReferences } from '../rules/explainPair.js';
import { ruleCodes } from '../rules/table.js';
import { EXIT_OK, EXIT_USAGE } from './exitCode.js';
import { openFolder } from './openFolder.js';
import { rulePagePath } from './packageFiles.js';
import { visible } from './visible.js';

/** Prints the page of a rule. */
export function explain(code: string): number {
  const path = rulePagePath(code);
  if (path === undefined) {
    const meant = nearest(code, ruleCodes);
    const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
    process.stderr.write(
      `policy-facts: there is no rule ${code}.${hint}\nThe rules are: ${ruleCodes.join(', ')}.\n`,
    );
    return EXIT_USAGE;
  }
  process.stdout.write(readFileSync(path, 'utf8'));
  return EXIT_OK;
}

/**
 * Prints what two facts, each written `ARTICLE#FACT`, are to each other.
 * @throws an error with a message for people when the folder cannot be read
 */
export async function explainPair(a: string, b: string, folder: string): Promise<number> {
  const { workspace } = await openFolder(folder);
  const answer = explainReferences(workspace.corpus, a, b);
  if (answer.kind === 'unknown') {
    process.stderr.write(`policy-facts: ${visible(answer.message)}\n`);
    return EXIT_USAGE;
  }
  process.stdout.write(answer.text.split('\n').map(visible).join('\n'));
  return EXIT_OK;
}
