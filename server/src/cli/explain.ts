import { readFileSync } from 'node:fs';
import { nearest } from '../text/didYouMean.js';
import { ruleCodes } from '../rules/table.js';
import { EXIT_OK, EXIT_USAGE } from './exitCode.js';
import { rulePagePath } from './packageFiles.js';

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
