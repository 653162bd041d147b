import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { FullDocumentDiagnosticReport } from 'vscode-languageserver/node';
import { pullClient, pushClient } from '../protocol/clients.js';
import type { BenchCorpus } from './benchCorpus.js';
import { measureAsking } from './asking.js';
import type { Measures } from './measures.js';
import { settled, startPolicyFacts } from './policyFactsServer.js';
import type { TimedServer } from './timedServer.js';
import { writeTrialFiles, type TrialFact, type TrialFiles, type TrialSize } from './trialFiles.js';
import { TypedDocument } from './typedDocument.js';

/** What is measured of the server is in a section for each size of corpus and file. */
export function typingSection(articles: number, size: TrialSize): string {
  return `Editor, ${size} files among ${articles} articles`;
}

/**
 * From a key to the diagnostics of the file that is typed in *and* of the closed file that it now
 * contradicts or contradicts no more; then answers to requests.
 */
export async function measureTyping(
  corpus: BenchCorpus,
  size: TrialSize,
  keys: number,
  measures: Measures,
): Promise<void> {
  const section = typingSection(corpus.articles, size);
  console.log(section);
  const files = writeTrialFiles(corpus.folder, corpus, size);
  const cache = mkdtempSync(join(tmpdir(), 'policy-facts-bench-cache-'));
  try {
    await withServer(corpus, cache, pushClient, async (server) => {
      const sidecar = new TypedDocument(server, files.sidecar, 'policy-facts');
      const article = new TypedDocument(server, files.article, 'markdown');
      await settled(server);
      for (const which of ['tail', 'hub'] as const) {
        const samples = await pushed(server, sidecar, files, files[which], keys);
        measures.add(section, `key in sidecar (${which}) to pushed diagnostics`, 'ms', samples);
      }
      const samples = await quoteBroken(server, article, sidecar, files.tail, keys);
      measures.add(section, 'key in article to pushed diagnostics', 'ms', samples);
      const defining = await definitionBroken(server, files, keys);
      measures.add(section, 'key in a definition (hub) to pushed diagnostics', 'ms', defining);
      await measureAsking(server, { sidecar, article, files }, section, keys, measures);
      if (server.peakMemory !== null) {
        measures.add(section, 'peak memory of the server', 'MB', [server.peakMemory]);
      }
    });
    await withServer(corpus, cache, pullClient, async (server) => {
      const { own, other } = await pulled(server, files, keys);
      measures.add(section, 'key in sidecar to pulled diagnostics', 'ms', own);
      measures.add(section, 'key in sidecar to those of the other file, pulled', 'ms', other);
    });
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

async function withServer(
  { folder }: BenchCorpus,
  cache: string,
  capabilities: typeof pushClient,
  use: (server: TimedServer) => Promise<void>,
): Promise<void> {
  const server = await startPolicyFacts(folder, capabilities, cache);
  try {
    await use(server);
  } finally {
    await server.stop();
  }
}

/** By turns a figure that contradicts the other file, and the one that does not. */
async function pushed(
  server: TimedServer,
  sidecar: TypedDocument,
  { otherSidecar }: TrialFiles,
  fact: TrialFact,
  keys: number,
): Promise<number[]> {
  const other = URI.file(otherSidecar).toString();
  return typedByTurns(
    sidecar,
    `value: ${fact.figure}`,
    `value: ${fact.other}`,
    keys,
    (sent, isOdd) =>
      Promise.all(
        [sidecar.uri, other].map((uri) => findingsPushed(server, uri, sent, hasConflict, isOdd)),
      ),
  );
}

/** By turns words that the sidecar quotes, and others. */
async function quoteBroken(
  server: TimedServer,
  article: TypedDocument,
  sidecar: TypedDocument,
  { figure, other }: TrialFact,
  keys: number,
): Promise<number[]> {
  return typedByTurns(article, figure, other, keys, (sent, isOdd) =>
    findingsPushed(server, sidecar.uri, sent, hasLostQuote, isOdd),
  );
}

/** By turns a key of a definition that thousands of files use, and no key that there is. */
async function definitionBroken(
  server: TimedServer,
  { register, hub }: TrialFiles,
  keys: number,
): Promise<number[]> {
  const document = new TypedDocument(server, register, 'policy-facts');
  const name = `name: ${hub.name}`;
  document.replace(name, `${name}\n    description: A hub.`);
  await settled(server);
  return typedByTurns(document, 'description: A hub', 'descriptoin: A hub', keys, (sent, isOdd) =>
    findingsPushed(server, document.uri, sent, hasUnknownKey, isOdd),
  );
}

type Codes = readonly unknown[];
const hasUnknownKey = (codes: Codes): boolean => codes.includes('schema');
const hasConflict = (codes: Codes): boolean => codes.includes('value-conflict');
const hasLostQuote = (codes: Codes): boolean => codes.includes('quote-not-found');

/** Types one thing and the other, and takes the time until what `answer` waits for is there. */
async function typedByTurns(
  document: TypedDocument,
  words: string,
  others: string,
  keys: number,
  answer: (sent: number, isOdd: boolean) => Promise<unknown>,
): Promise<number[]> {
  const samples: number[] = [];
  for (let key = 0; key < 2 * Math.ceil(keys / 2); key++) {
    const isOdd = key % 2 === 0;
    const sent = document.replace(isOdd ? words : others, isOdd ? others : words);
    await answer(sent, isOdd);
    samples.push(performance.now() - sent);
    await pause();
  }
  return samples;
}

/** Nobody types at once when the diagnostics come: the server has time to come to rest. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}

function findingsPushed(
  server: TimedServer,
  uri: string,
  sent: number,
  has: (codes: Codes) => boolean,
  wanted: boolean,
): Promise<unknown> {
  return server.until(`diagnostics of ${uri}`, () => {
    const push = server.pushed(uri, sent);
    const codes = push?.diagnostics.map(({ code }) => code);
    return codes !== undefined && has(codes) === wanted ? push : undefined;
  });
}

/** An editor that asks: for what is typed in at once, for the other file when it is told to. */
async function pulled(
  server: TimedServer,
  files: TrialFiles,
  keys: number,
): Promise<{ own: number[]; other: number[] }> {
  const sidecar = new TypedDocument(server, files.sidecar, 'policy-facts');
  const otherDocument = new TypedDocument(server, files.otherSidecar, 'policy-facts');
  await settled(server);
  const own: number[] = [];
  const { figure, other: contrary } = files.tail;
  const other = await typedByTurns(
    sidecar,
    `value: ${figure}`,
    `value: ${contrary}`,
    keys,
    async (sent, isOdd) => {
      let seen = server.refreshes;
      await pull(server, sidecar.uri);
      own.push(performance.now() - sent);
      do {
        seen = await server.until('a refresh', () =>
          server.refreshes > seen ? server.refreshes : undefined,
        );
      } while (hasConflict(await pull(server, otherDocument.uri)) !== isOdd);
    },
  );
  return { own, other };
}

async function pull(server: TimedServer, uri: string): Promise<Codes> {
  const report = await server.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.items.map(({ code }) => code);
}
