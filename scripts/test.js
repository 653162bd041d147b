// `npm test`: runs every stage, adds up what they report, and ends with "N passed, N failed".
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { stages } from './stages.js';

const LONGEST_REASON = 1500;

process.chdir(path.join(import.meta.dirname, '..'));
const scratch = mkdtempSync(path.join(tmpdir(), 'policy-facts-test-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

let running;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    // The stage ends what it started; then so do we.
    running?.kill(signal);
    process.exit(128 + constants.signals[signal]);
  });
}

/** Runs a Node program with its output going through; resolves to whether it ends well. */
async function runProgram(args, env) {
  return new Promise((resolve, reject) => {
    running = spawn(process.execPath, args, { stdio: 'inherit', env });
    running.once('error', reject);
    running.once('exit', (code) => resolve(code === 0));
  });
}

/** What a stage passed, failed and skipped. */
async function runStage(stage, index) {
  const countsFile = path.join(scratch, `${index}.json`);
  const env = { ...process.env, MOCHA_COUNTS: countsFile };
  let ended = true;
  try {
    for (const args of stage.programs()) ended &&= await runProgram(args, env);
  } catch (error) {
    console.error(error.message);
    ended = false;
  }
  if (!stage.counts)
    return { passes: ended ? 1 : 0, failures: ended ? 0 : 1, pending: 0, failed: [] };
  return checked(countsFile, ended);
}

/** A stage that left no counts, ran no test, or failed without a failing test, has itself failed. */
function checked(countsFile, ended) {
  const none = { passes: 0, failures: 0, pending: 0, failed: [] };
  const counts = existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, 'utf8')) : none;
  const ran = counts.passes + counts.failures > 0;
  if (ran && (ended || counts.failures > 0)) return counts;
  const reason = ran ? 'This stage crashed.' : 'This stage ran no test.';
  console.error(reason);
  const failed = [...counts.failed, { test: 'the stage itself', reason }];
  return { ...counts, failures: counts.failures + 1, failed };
}

const total = { passes: 0, failures: 0, pending: 0 };
const failed = [];
const failedTests = [];
for (const [index, stage] of stages.entries()) {
  console.log(`\n=== ${stage.name} ===`);
  const started = Date.now();
  const counts = await runStage(stage, index);
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (counts.failures > 0) failed.push(stage.name);
  failedTests.push(...counts.failed.map((one) => ({ stage: stage.name, ...one })));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`--- ${stage.name}: ${counts.failures > 0 ? 'FAILED' : 'passed'}, ${seconds} s`);
  if (stage.essential && counts.failures > 0) break;
}

const skipped = total.pending > 0 ? `, ${total.pending} skipped` : '';
// Once more at the end, where it is found however much was printed before.
for (const { stage, test, reason } of failedTests) {
  console.log(`\n${stage}: ${test}\n${reason.slice(0, LONGEST_REASON)}`);
}
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`${total.passes} passed, ${total.failures} failed${skipped}`);
process.exitCode = total.failures > 0 ? 1 : 0;
