import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';

/*
 * The programs that are measured. What stands in `test/protocol/program.ts` is not used here: it
 * belongs to Mocha, and holds every message against the protocol, which takes time.
 */

/** The root of the project, seen from `out/test/bench/`. */
export const projectFolder = join(import.meta.dirname, '../../..');

/** What people install. */
export const program = join(projectFolder, 'dist/policy-facts.cjs');

/** How long a program may take, in milliseconds. */
const LIMIT = 900_000;

/**
 * Runs a program and throws away what it prints.
 * @param accepted the exit codes that are no failure
 * @param output a file for what it prints: `grep` stops at the first match of a file when it prints to nowhere
 * @returns how long it took, in seconds, and its peak memory in MB where the system tells it
 */
export async function run(
  command: string,
  args: readonly string[],
  { env = process.env, accepted = [0], watchMemory = false, output = devNull } = {},
): Promise<{ seconds: number; peak: number | null }> {
  const printed = openSync(output, 'w');
  const started = performance.now();
  const child = spawn(command, args, { env, stdio: ['ignore', printed, 'pipe'] });
  closeSync(printed);
  let errors = '';
  child.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
  let peak: number | null = null;
  const watch = watchMemory
    ? setInterval(() => (peak = peakMemory(child.pid) ?? peak), 10)
    : undefined;
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  clearTimeout(limit);
  if (code === null || !accepted.includes(code)) {
    throw new Error(`${command} ${args.join(' ')} ended with ${code}. ${errors}`);
  }
  return { seconds, peak };
}

/** The most memory that a process has held so far, in MB; null where the system does not tell it. */
export function peakMemory(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1000;
  } catch {
    return null; // it has ended, or there is no /proc
  }
}

/** Whether a program is there. */
export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
