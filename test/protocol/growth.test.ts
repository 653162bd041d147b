import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position } from 'vscode-languageserver/node';
import { newCorpus, removeCorpora } from '../bench/benchCorpus.js';
import { settled, startPolicyFacts } from '../bench/policyFactsServer.js';
import { median } from '../bench/statistics.js';
import type { TimedServer } from '../bench/timedServer.js';
import { writeTrialFiles, type TrialFiles } from '../bench/trialFiles.js';
import { TypedDocument } from '../bench/typedDocument.js';
import { pullClient } from './clients.js';

/*
 * What must not grow with the number of articles, and what may grow no faster than it. Nothing is
 * held against a clock: the same is done with few articles and with many, by turns, and the two are
 * compared. A machine that is busy with other things strikes both alike; what only seems to grow is
 * looked at again.
 */

/** Articles, of so many facts each; of SMALLEST nearly all of the time is the start of the process. */
const SMALLEST = 10;
const SMALL = 50;
const LARGE = 600;
const FACTS = 2;

/** What is flat may take so many times as long among many articles as among few. */
const FLAT = 2.5;

/** What is linear may take so many times as long for each of many articles as for each of few. */
const LINEAR = 2.5;

/** How often each thing is done on each side, and how often all of that is tried again. */
const TIMES = 9;
const TRIES = 3;

/** Times below this many milliseconds are all alike. */
const NOISE = 1;

interface Side {
  readonly server: TimedServer;
  readonly sidecar: TypedDocument;
  readonly article: TypedDocument;
  readonly files: TrialFiles;
  /** In seconds, with the start of the process. */
  readonly indexed: number;
}

describe('growth with the number of articles', function () {
  this.timeout(300_000); // for a busy machine
  const caches: string[] = [];
  const servers: TimedServer[] = [];
  let smallest: number;
  let small: Side;
  let large: Side;

  before(async () => {
    smallest = await indexing(SMALLEST);
    small = await open(SMALL);
    large = await open(LARGE);
  });

  after(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    removeCorpora();
    for (const cache of caches) {
      rmSync(cache, { recursive: true, force: true });
    }
  });

  async function started(folder: string): Promise<{ server: TimedServer; seconds: number }> {
    const cache = mkdtempSync(join(tmpdir(), 'policy-facts-growth-'));
    caches.push(cache);
    const before = performance.now();
    const server = await startPolicyFacts(folder, pullClient, cache);
    return { server, seconds: (performance.now() - before) / 1000 };
  }

  /** How long a server takes to read so many articles, in seconds. */
  async function indexing(articles: number): Promise<number> {
    const { folder } = newCorpus(articles, 1, { facts: FACTS });
    const { server, seconds } = await started(folder);
    await server.stop();
    return seconds;
  }

  async function open(articles: number): Promise<Side> {
    const corpus = newCorpus(articles, 1, { facts: FACTS });
    const { server, seconds: indexed } = await started(corpus.folder);
    servers.push(server);
    const files = writeTrialFiles(corpus.folder, corpus, '20 kB');
    for (const name of [files.otherSidecar, files.otherArticle]) {
      new TypedDocument(server, name, name.endsWith('.yaml') ? 'policy-facts' : 'markdown');
    }
    const article = new TypedDocument(server, files.article, 'markdown');
    const sidecar = new TypedDocument(server, files.sidecar, 'policy-facts');
    await settled(server);
    return { server, sidecar, article, files, indexed };
  }

  /** Does something on both sides by turns. @returns how many times as long it takes on the large one */
  async function growth(run: (side: Side) => Promise<number>): Promise<number> {
    const times: [number[], number[]] = [[], []];
    await run(small);
    await run(large);
    for (let time = 0; time < TIMES; time++) {
      times[0].push(await run(small));
      times[1].push(await run(large));
    }
    const [few, many] = times.map((some) => Math.max(median(some), NOISE));
    return many! / few!;
  }

  async function assertFlat(run: (side: Side) => Promise<number>): Promise<void> {
    let least = Infinity;
    for (let tried = 0; tried < TRIES && least > FLAT; tried++) {
      least = Math.min(least, await growth(run));
    }
    assert.ok(
      least <= FLAT,
      `${least.toFixed(1)} times as long with ${LARGE} articles as with ${SMALL}`,
    );
  }

  /** From a key to the diagnostics of a sidecar; the next key takes back what this one did. */
  async function typed(
    { server, sidecar }: Side,
    document: TypedDocument,
    words: string,
    other: string,
  ): Promise<number> {
    const isPlain = document.text.includes(words);
    const sent = document.replace(isPlain ? words : other, isPlain ? other : words);
    await server.request('textDocument/diagnostic', { textDocument: { uri: sidecar.uri } });
    const took = performance.now() - sent;
    await settled(server);
    return took;
  }

  for (const which of ['tail', 'hub'] as const) {
    const about = which === 'hub' ? 'a body that nearly all articles mention' : 'some body';
    it(`[flat] a key in a fact about ${about}`, () =>
      assertFlat((side) => {
        const { figure, other } = side.files[which];
        return typed(side, side.sidecar, `value: ${figure}`, `value: ${other}`);
      }));

    it(`[flat] a key in what an article says about ${about}`, () =>
      assertFlat((side) => {
        const { figure, other } = side.files[which];
        return typed(side, side.article, figure, other);
      }));

    for (const method of ['hover', 'definition']) {
      const ask = async (
        { server }: Side,
        { uri }: TypedDocument,
        position: Position,
      ): Promise<number> =>
        server.timed(`textDocument/${method}`, { textDocument: { uri }, position });

      it(`[flat] ${method} on the name of ${about}`, () =>
        assertFlat((side) =>
          ask(side, side.article, side.article.positionOf(side.files[which].name, 2)),
        ));

      it(`[flat] ${method} on the id of ${about}`, () =>
        assertFlat((side) => {
          const id = `subject: ${side.files[which].subject}`;
          return ask(side, side.sidecar, side.sidecar.positionOf(id, 'subject: '.length + 2));
        }));
    }
  }

  it('[linear] reading and checking all files', async () => {
    let least = Infinity;
    let few = small.indexed;
    let many = large.indexed;
    for (let tried = 0; tried < TRIES; tried++) {
      const each = Math.max(few - smallest, 0.02) / (SMALL - SMALLEST);
      least = Math.min(least, (many - smallest) / (LARGE - SMALLEST) / each);
      if (least <= LINEAR) {
        return;
      }
      [few, many] = [await indexing(SMALL), await indexing(LARGE)];
    }
    assert.fail(
      `${least.toFixed(1)} times as long for each of ${LARGE} articles as for each of ${SMALL}`,
    );
  });
});
