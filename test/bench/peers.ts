import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchCorpus } from './benchCorpus.js';
import type { Measures } from './measures.js';
import { isPeerInstalled } from './peerPackages.js';
import { markdownServerTexts, peerServers, type PeerServer } from './peerServers.js';
import type { TimedServer } from './timedServer.js';
import { writeTrialFiles, type TrialSize } from './trialFiles.js';
import { TypedDocument } from './typedDocument.js';

export const PEERS = 'Servers of others';

/** From a key to diagnostics in the servers of others, on the same trial files. */
export async function measurePeers(
  corpus: BenchCorpus,
  sizes: readonly TrialSize[],
  keysFor: (size: TrialSize) => number,
  measures: Measures,
): Promise<void> {
  for (const peer of peerServers) {
    if (!peer.packages.every(isPeerInstalled)) {
      measures.remark(`${peer.name} is not installed: see \`npm run bench:peers\`.`);
      continue;
    }
    for (const size of sizes) {
      try {
        const samples = await typedIn(peer, corpus, size, keysFor(size));
        measures.add(
          PEERS,
          `${peer.name}, ${size} ${peer.file}, key to diagnostics`,
          'ms',
          samples,
        );
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        measures.remark(`${peer.name}, ${size}: ${why}`);
      }
    }
  }
}

async function typedIn(
  peer: PeerServer,
  corpus: BenchCorpus,
  size: TrialSize,
  keys: number,
): Promise<number[]> {
  const { folder } = corpus;
  const files = writeTrialFiles(folder, corpus, size);
  const markdown = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));
  const server = await peer.start(folder, markdown);
  try {
    const document = new TypedDocument(server, files[peer.file], peer.languageId);
    markdownServerTexts.set(document.uri, document.text);
    const [fine, wrong] = peer.words(files.tail.figure);
    const before = await firstCount(peer, server, document);
    const samples: number[] = [];
    for (let key = 0; key < 2 * Math.ceil(keys / 2); key++) {
      const [words, by] = key % 2 === 0 ? [fine, wrong] : [wrong, fine];
      const sent = peer.wholeText ? document.replaceWhole(words, by) : document.replace(words, by);
      markdownServerTexts.set(document.uri, document.text);
      const hasChanged = (count: number): boolean => count > before === (key % 2 === 0);
      await changed(peer, server, document, sent, hasChanged);
      samples.push(performance.now() - sent);
    }
    return samples;
  } finally {
    await server.stop();
  }
}

/** How many diagnostics there are of the file as it is opened. */
async function firstCount(
  peer: PeerServer,
  server: TimedServer,
  document: TypedDocument,
): Promise<number> {
  if (peer.pulls) {
    return pulledCount(server, document);
  }
  // What comes last before it falls silent: some push at once and again when their settings are there.
  await server.until('first diagnostics', () => server.pushed(document.uri));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  return server.pushed(document.uri)?.diagnostics.length ?? 0;
}

async function changed(
  peer: PeerServer,
  server: TimedServer,
  document: TypedDocument,
  sent: number,
  isWanted: (count: number) => boolean,
): Promise<void> {
  if (!peer.pulls) {
    await server.until('diagnostics', () => {
      const push = server.pushed(document.uri, sent);
      return push !== undefined && isWanted(push.diagnostics.length) ? push : undefined;
    });
  } else if (!isWanted(await pulledCount(server, document))) {
    throw new Error('The diagnostics are not what they should be.');
  }
}

async function pulledCount(server: TimedServer, { uri }: TypedDocument): Promise<number> {
  const { items } = await server.request<{ items: readonly unknown[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return items.length;
}
