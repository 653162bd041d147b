import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const stampName = 'complete.json';
const unfinished = /^unfinished-/u;
const abandonedAfterMs = 60 * 60 * 1000;

/** Something kept in the cache. */
export interface Installation {
  /** The folder's name in the cache. */
  readonly name: string;
  /** What it is, for the message to the user: "VS Code in the browser (code-server 4.100.3)". */
  readonly title: string;
  /** How long the first time takes, in words: "about half a minute". */
  readonly duration: string;
  /** Everything the result depends on; another stamp means it is made anew. */
  readonly stamp: unknown;
  /** Makes it in an empty folder. */
  readonly fill: (folder: string) => Promise<void>;
}

/**
 * Returns the folder of an installation, making it the first time. The work is done in a folder of
 * its own that takes its final name only when complete, so neither an interrupted run nor two runs
 * at once can leave half an installation behind.
 */
export async function installOnce(cache: string, installation: Installation): Promise<string> {
  const { name, title, duration, fill } = installation;
  const folder = path.join(cache, name);
  const stamp = JSON.stringify(installation.stamp);
  if (await isComplete(folder, stamp)) return folder;

  const started = Date.now();
  console.error(`Installing ${title} into ${path.basename(cache)}/${name}: once, ${duration}.`);
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const work = path.join(cache, `unfinished-${name}-${randomUUID()}`);
  await mkdir(work);
  try {
    await fill(work);
    await writeFile(path.join(work, stampName), stamp);
    await putInPlace(work, folder, stamp);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  console.error(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  return folder;
}

async function isComplete(folder: string, stamp: string): Promise<boolean> {
  return readFile(path.join(folder, stampName), 'utf8').then(
    (found) => found === stamp,
    () => false,
  );
}

async function putInPlace(work: string, folder: string, stamp: string): Promise<void> {
  // Another run may have finished first: its result is as good as ours.
  if (await isComplete(folder, stamp)) return;
  await rm(folder, { recursive: true, force: true });
  try {
    await rename(work, folder);
  } catch (error) {
    if (!(await isComplete(folder, stamp))) throw error;
  }
}

async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!unfinished.test(name)) continue;
    const folder = path.join(cache, name);
    if (!existsSync(folder)) continue;
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(folder, { recursive: true, force: true });
  }
}
