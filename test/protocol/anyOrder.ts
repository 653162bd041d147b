import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { startServerIn, type ServerProcess } from '../hostile/serverProcess.js';
import { SeededRandom } from '../unit/text/seededRandom.js';
import { editorClient } from './clients.js';

/*
 * Messages in any order, right and wrong: documents opened twice, changed after they were closed, edits
 * whose ends stand before their starts or outside the text, requests about nothing. A plain model keeps
 * the texts; in the end the server must say what a new server says of them.
 */

const seeds = join(import.meta.dirname, '../../../seeds');

const pieces: readonly string[] = [
  ...'abc :-#[]{}"|>&*~0159\n\n\r\t'.split(''),
  '\r\n',
  '🙂',
  'e\u0301',
  '  - {subject: pct, property: count, value: 151, asOf: 2010-07}\n',
  'facts:\n',
  'All 151 primary care trusts. ',
  '',
];

const requests: readonly string[] = [
  ...['hover', 'definition', 'declaration', 'implementation', 'typeDefinition', 'references'],
  ...['documentHighlight', 'completion', 'documentSymbol', 'foldingRange', 'selectionRange'],
  ...['codeLens', 'documentLink', 'inlayHint', 'semanticTokens/full', 'semanticTokens/range'],
  ...['semanticTokens/full/delta', 'codeAction', 'prepareRename', 'rename', 'diagnostic'],
  ...['prepareTypeHierarchy', 'linkedEditingRange', 'formatting'],
].map((name) => `textDocument/${name}`);

const languages: Readonly<Record<string, string>> = { yaml: 'policy-facts', md: 'markdown' };

interface Position {
  readonly line: number;
  readonly character: number;
}

/** What came of it: how many messages there were, and how many requests were answered with an error. */
export interface AnyOrder {
  readonly messages: number;
  readonly refused: number;
}

/** One life of a server. @throws an assertion error whose message holds the seed */
export async function tryAnyOrder(seed: number, steps: number): Promise<AnyOrder> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-facts-order-'));
  try {
    for (const name of readdirSync(seeds)) {
      writeFileSync(join(folder, name), readFileSync(join(seeds, name)));
    }
    const life = new Life(seed, folder, await startServerIn(folder, editorClient));
    await life.live(steps);
    return await life.judge();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

class Life {
  private readonly random: SeededRandom;
  private readonly uris: readonly string[];
  private readonly open = new Map<string, TextDocument>();
  private readonly asked: Promise<unknown>[] = [];
  private messages = 0;
  private refused = 0;
  private version = 0;

  constructor(
    private readonly seed: number,
    private readonly folder: string,
    private readonly server: ServerProcess,
  ) {
    this.random = new SeededRandom(seed);
    this.uris = [
      ...readdirSync(folder).map((name) => URI.file(join(folder, name)).toString()),
      URI.file(join(folder, 'not-there.facts.yaml')).toString(),
      'untitled:Untitled-1',
      'vscode-vfs://github/a/b.md',
    ];
  }

  async live(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      this.messages++;
      await this.step();
    }
  }

  private async step(): Promise<void> {
    const uri = this.random.pick(this.uris);
    const textDocument = { uri, version: ++this.version };
    const dice = this.random.next();
    if (dice < 0.15) {
      await this.opens(uri);
    } else if (dice < 0.55) {
      await this.changes(uri);
    } else if (dice < 0.62) {
      this.open.delete(uri);
      await this.server.notify('textDocument/didClose', { textDocument });
    } else if (dice < 0.66) {
      await this.server.notify('textDocument/didSave', { textDocument });
    } else if (dice < 0.7) {
      await this.server.notify('$/cancelRequest', { id: this.random.below(40) });
    } else if (dice < 0.73) {
      await this.server.notify(this.random.pick(['$/nothing', 'nothing/atAll', 'initialized']), {});
    } else if (dice < 0.76) {
      const type = 1 + this.random.below(3);
      await this.server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    } else {
      this.asks(uri);
      if (this.random.chance(0.3)) await Promise.all(this.asked.splice(0));
    }
  }

  private async opens(uri: string): Promise<void> {
    const path = uri.startsWith('file:') ? URI.parse(uri).fsPath : '';
    const text = this.random.chance(0.8) && path !== '' ? textOf(path) : this.random.pick(pieces);
    const languageId = languages[uri.split('.').at(-1) ?? ''] ?? 'plaintext';
    this.open.set(uri, TextDocument.create(uri, languageId, this.version, text));
    const textDocument = { uri, languageId, version: this.version, text };
    await this.server.notify('textDocument/didOpen', { textDocument });
  }

  private async changes(uri: string): Promise<void> {
    const document = this.open.get(uri);
    const contentChanges = Array.from({ length: 1 + this.random.below(3) }, () => {
      const text = this.random.pick(pieces);
      if (this.random.chance(0.03)) return { text };
      const start = this.position(document);
      const end = this.random.chance(0.6) ? start : this.position(document);
      return { range: { start, end }, text };
    });
    if (document) TextDocument.update(document, contentChanges, this.version);
    const textDocument = { uri, version: this.version };
    await this.server.notify('textDocument/didChange', { textDocument, contentChanges });
  }

  /** Mostly in the text, now and then beyond its end or the end of its line. */
  private position(document: TextDocument | undefined): Position {
    if (document === undefined || this.random.chance(0.1)) {
      return { line: this.random.below(2000), character: this.random.below(3000) };
    }
    return document.positionAt(this.random.below(document.getText().length + 1));
  }

  private asks(uri: string): void {
    const position = this.position(this.open.get(uri));
    const range = { start: this.position(this.open.get(uri)), end: position };
    const context = { diagnostics: [], includeDeclaration: true };
    const rest = { position, range, positions: [position], context, newName: 'a-name' };
    const answer = this.server.request(this.random.pick(requests), {
      textDocument: { uri },
      previousResultId: '1',
      ...rest,
    });
    this.asked.push(
      answer.catch(() => {
        this.refused++;
      }),
    );
  }

  /** @throws where the server does not say what a new one says of the same texts */
  async judge(): Promise<AnyOrder> {
    await Promise.all(this.asked);
    const fresh = await startServerIn(this.folder, editorClient);
    for (const document of this.open.values()) {
      const { uri, languageId, version } = document;
      await fresh.notify('textDocument/didOpen', {
        textDocument: { uri, languageId, version, text: document.getText() },
      });
    }
    for (const server of [this.server, fresh]) {
      await server.request('workspace/executeCommand', { command: 'policyFacts.checkConsistency' });
    }
    for (const uri of this.uris) {
      const [here, there] = await Promise.all(
        [this.server, fresh].map((server) => this.answersOf(server, uri)),
      );
      assert.deepEqual(here, there, `seed ${this.seed}: ${uri}`);
    }
    for (const server of [this.server, fresh]) {
      assert.deepEqual(
        server.said.filter((text) => text.includes('fault in Policy Facts')),
        [],
        `seed ${this.seed}`,
      );
      assert.equal(await server.end(), 0, `seed ${this.seed}`);
    }
    return { messages: this.messages, refused: this.refused };
  }

  /** What a server says of a document. The words around many places tell most of its text. */
  private async answersOf(server: ServerProcess, uri: string): Promise<readonly unknown[]> {
    const ask = (method: string, params: object = {}): Promise<unknown> =>
      server.request(`textDocument/${method}`, { textDocument: { uri }, ...params });
    const document = this.open.get(uri);
    const length = document?.getText().length ?? 0;
    const positions = Array.from({ length: 300 }, (_, i) =>
      document?.positionAt(Math.floor((i / 300) * length)),
    ).filter((position) => position !== undefined);
    const [report, tokens, ...others] = await Promise.all([
      ask('diagnostic'),
      ask('semanticTokens/full'),
      ask('selectionRange', { positions }),
      ask('documentSymbol'),
      ask('foldingRange'),
      ask('codeLens'),
    ]);
    // Each server has ids of its own for its answers.
    const { items } = report as { items?: unknown };
    return [items, (tokens as { data?: unknown } | null)?.data, ...others];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
