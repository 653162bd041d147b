// `npm test`: runs every stage, adds up what they report, and ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { stages } from './stages.js';

process.chdir(path.join(import.meta.dirname, '..'));
const scratch = mkdtempSync(path.join(tmpdir(), 'policy-facts-test-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** Runs a Node program with its output going through; true when it ends well. */
function runProgram(args, env) {
  const { status, signal, error } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
  if (error) console.error(error.message);
  // Ctrl-C reaches the stage first: it is meant for us as well.
  if (signal === 'SIGINT' || status === 128 + constants.signals.SIGINT) process.exit(130);
  return status === 0;
}

/** What a stage passed, failed and skipped. */
function runStage(stage, index) {
  const countsFile = path.join(scratch, `${index}.json`);
  const env = { ...process.env, MOCHA_COUNTS: countsFile };
  let ended;
  try {
    ended = stage.programs().every((args) => runProgram(args, env));
  } catch (error) {
    console.error(error.message);
    ended = false;
  }
  if (!stage.counts) return { passes: ended ? 1 : 0, failures: ended ? 0 : 1, pending: 0 };
  return checked(countsFile, ended);
}

/** A stage that left no counts, ran no test, or failed without a failing test, has itself failed. */
function checked(countsFile, ended) {
  const none = { passes: 0, failures: 0, pending: 0 };
  const counts = existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, 'utf8')) : none;
  const ran = counts.passes + counts.failures > 0;
  if (ran && (ended || counts.failures > 0)) return counts;
  console.error(ran ? 'This stage crashed.' : 'This stage ran no test.');
  return { ...counts, failures: counts.failures + 1 };
}

const total = { passes: 0, failures: 0, pending: 0 };
const failed = [];
for (const [index, stage] of stages.entries()) {
  console.log(`\n=== ${stage.name} ===`);
  const started = Date.now();
  const counts = runStage(stage, index);
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (counts.failures > 0) failed.push(stage.name);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`--- ${stage.name}: ${counts.failures > 0 ? 'FAILED' : 'passed'}, ${seconds} s`);
  if (stage.essential && counts.failures > 0) break;
}

const skipped = total.pending > 0 ? `, ${total.pending} skipped` : '';
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`${total.passes} passed, ${total.failures} failed${skipped}`);
process.exitCode = total.failures > 0 ? 1 : 0;
