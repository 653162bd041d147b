import { deepEqual } from 'node:assert/strict';
import {
  conflictsByCheck,
  conflictsByExport,
  conflictsByRule,
} from '../unit/features/export/conflictPairs.js';
import { generatedWorld } from '../unit/features/export/generatedWorld.js';

/*
 * `npm run bench:sql`: the documented SQL and the check, on a thousand articles or as many as the first
 * argument says. Ends with an error where they do not find the same pairs.
 */

const articles = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? 1);

let since = performance.now();

function lap(what: string): void {
  const now = performance.now();
  console.log(`${((now - since) / 1000).toFixed(1).padStart(7)} s  ${what}`);
  since = now;
}

const { corpus, checker } = generatedWorld(articles, seed);
lap(`reading ${articles} articles`);
const byCheck = conflictsByCheck(corpus, checker);
lap(`the check: ${byCheck.length} pairs`);
const byRule = conflictsByRule(corpus);
lap(`the rule alone, every pair: ${byRule.length} pairs`);
const { json, parquet } = await conflictsByExport(corpus);
lap(`export, DuckDB, Parquet: ${json.length} pairs, twice`);
deepEqual(json, byRule);
deepEqual(parquet, byRule);
deepEqual(byCheck, byRule);
console.log('The same pairs.');
