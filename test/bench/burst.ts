/*
 * How the server bears typing: 20 keys into a sidecar of 1,000 facts in a corpus of 1,000 articles.
 * Not part of the tests, for its figures belong to a machine. Prints them beside the time that
 * parsing the same sidecar once with the `yaml` package takes, which makes them comparable.
 *
 *     npm run build && npm run bench:burst [ARTICLES] [FACTS PER ARTICLE]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { URI } from 'vscode-uri';
import { parseDocument } from 'yaml';
import type { InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { article, register } from './burstCorpus.js';

const articles = Number(process.argv[2] ?? 1000);
const factsEach = Number(process.argv[3] ?? 20);
const LARGE_FACTS = 1000;
const KEYS = 20;

const folder = mkdtempSync(join(tmpdir(), 'policy-facts-bench-'));
const uri = (name: string): string => URI.file(join(folder, name)).toString();
const large = article(0, LARGE_FACTS);

function write(name: string, { text, sidecar }: ReturnType<typeof article>): void {
  writeFileSync(join(folder, `${name}.md`), text);
  writeFileSync(join(folder, `${name}.facts.yaml`), sidecar);
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}

/** The median time of parsing the large sidecar alone. */
function parseTime(): number {
  const times = Array.from({ length: 7 }, () => {
    const before = performance.now();
    parseDocument(large.sidecar);
    return performance.now() - before;
  });
  return times.sort((a, b) => a - b)[3] ?? 0;
}

async function run(): Promise<void> {
  writeFileSync(join(folder, 'register.facts.yaml'), register());
  for (let seed = 1; seed <= articles; seed++) {
    write(`report-${seed}`, article(seed, factsEach));
  }
  write('large', large);

  const unit = parseTime();
  console.log(`Parsing the sidecar of ${LARGE_FACTS} facts once: ${shown(unit)} = 1 unit`);
  const ratio = (time: number): string => `${shown(time)} (${(time / unit).toFixed(1)} units)`;

  const program = join(import.meta.dirname, '../../../dist/policy-facts.cjs');
  const args = [...process.execArgv, program, 'lsp', '--stdio'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const pushes: { readonly at: number; readonly version: number | undefined }[] = [];
  const target = uri('large.facts.yaml');
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (pushed: PublishDiagnosticsParams) => {
      if (pushed.uri === target) {
        pushes.push({ at: performance.now(), version: pushed.version });
      }
    },
  );
  connection.onUnhandledNotification(() => undefined);
  connection.listen();

  const timed = async (method: string, params: object): Promise<number> => {
    const before = performance.now();
    await connection.sendRequest(method, params);
    return performance.now() - before;
  };
  const check = { command: 'policyFacts.checkConsistency', arguments: [] };

  const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
    workspaceFolders: [{ uri: uri(''), name: 'bench' }],
  });
  await connection.sendNotification('initialized', {});
  console.log(
    `Reading ${articles} articles: ${ratio(await timed('workspace/executeCommand', check))}`,
  );

  const textDocument = { uri: target };
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'policy-facts', version: 1, text: large.sidecar },
  });
  while (pushes.at(-1)?.version !== 1) {
    await new Promise((resolve) => setTimeout(resolve, 5)); // the findings of the text as it was opened
  }
  const line = LARGE_FACTS / 2;
  const row = large.sidecar.split('\n')[line] ?? '';
  const start = row.indexOf('value: ') + 'value: '.length;
  const position = { line, character: row.indexOf('body-') + 2 };

  for (const isBusy of [false, true]) {
    pushes.length = 0;
    const first = performance.now();
    let last = first;
    const answers: [string, Promise<number>][] = [];
    for (let key = 0; key < KEYS; key++) {
      const at = { line, character: start + key };
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { ...textDocument, version: 2 + key + (isBusy ? KEYS : 0) },
        contentChanges: [{ range: { start: at, end: at }, text: String(key % 10) }],
      });
      last = performance.now();
      if (isBusy && key === KEYS / 2) {
        answers.push(['hover', timed('textDocument/hover', { textDocument, position })]);
        answers.push(['definition', timed('textDocument/definition', { textDocument, position })]);
        if (capabilities.completionProvider !== undefined) {
          answers.push([
            'completion',
            timed('textDocument/completion', { textDocument, position }),
          ]);
        }
        answers.push(['cancelled references', cancelled(position)]);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const version = KEYS + 1 + (isBusy ? KEYS : 0);
    while (pushes.at(-1)?.version !== version) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const told = pushes.at(-1)?.at ?? 0;
    console.log(`\n${KEYS} keys${isBusy ? ', with requests in their midst' : ''}:`);
    console.log(`  passes: ${pushes.length}; from the last key to findings: ${ratio(told - last)}`);
    for (const [name, answer] of answers) {
      console.log(`  ${name}: ${ratio(await answer)}`);
    }
  }

  async function cancelled(at: object): Promise<number> {
    const source = new CancellationTokenSource();
    const params = { textDocument, position: at, context: { includeDeclaration: true } };
    const answer = connection.sendRequest('textDocument/references', params, source.token);
    const before = performance.now();
    source.cancel();
    await answer.catch(() => undefined);
    return performance.now() - before;
  }

  // An edit to the register changes what every article may mention: the longest pass there is.
  const text = `${register()}  last-place: {name: The Last Place}\n`;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: uri('register.facts.yaml'), languageId: 'policy-facts', version: 1, text },
  });
  console.log(
    `\nhover while a changed register is taken in: ${ratio(
      await timed('textDocument/hover', { textDocument, position }),
    )}`,
  );
  console.log(`shutdown: ${ratio(await timed('shutdown', {}))}`);
  await connection.sendNotification('exit');
  await new Promise((resolve) => child.once('exit', resolve));
  connection.dispose();
}

try {
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
