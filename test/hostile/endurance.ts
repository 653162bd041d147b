import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { memoryOf, ticksOf, type ServerProcess } from './serverProcess.js';

const FileChanged = 2;

/** A folder of articles with sidecars, each with one unknown id, so that each has a finding. */
export class EnduranceFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'policy-facts-endurance-')));

  constructor(readonly articles: number) {
    this.write('register.facts.yaml', 'organisations:\n  pct: {name: Primary care trusts}\n');
    for (let article = 0; article < articles; article++) {
      this.write(`a${article}.md`, 'England has 152 primary care trusts.\n');
      this.write(`a${article}.facts.yaml`, sidecar('nobody'));
    }
  }

  /** Makes all sidecars others, by naming another unknown id. */
  change(id: string): void {
    for (let article = 0; article < this.articles; article++) {
      this.write(`a${article}.facts.yaml`, sidecar(id));
    }
  }

  uri(name: string): string {
    return URI.file(join(this.path, name)).toString();
  }

  private write(name: string, text: string): void {
    writeFileSync(join(this.path, name), text);
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

function sidecar(id: string): string {
  return `facts:
  - {subject: ${id}, property: count, value: 1, asOf: 2010}
  - {subject: pct, property: count, value: 152, asOf: 2010, quote: 152 primary care trusts}
`;
}

/**
 * Opens, edits and closes documents again and again, and asks for their findings and a hover each time.
 * @param measured is told the memory of the server, in megabytes, after every tenth of the way
 */
export async function cycles(
  server: ServerProcess,
  folder: EnduranceFolder,
  count: number,
  measured: (memory: number) => void,
): Promise<void> {
  for (let cycle = 1; cycle <= count; cycle++) {
    const name = `a${cycle % folder.articles}.${cycle % 3 === 0 ? 'md' : 'facts.yaml'}`;
    const textDocument = { uri: folder.uri(name) };
    const languageId = name.endsWith('.md') ? 'markdown' : 'policy-facts';
    const text = languageId === 'markdown' ? 'There are 151 PCTs.\n' : sidecar('pct');
    await server.notify('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId, version: 1, text },
    });
    await server.notify('textDocument/didChange', {
      textDocument: { ...textDocument, version: 2 },
      contentChanges: [{ text: `${text}# ${cycle}\n` }],
    });
    const position = { line: 0, character: 12 };
    await server.request('textDocument/hover', { textDocument, position });
    await server.request('textDocument/semanticTokens/full', { textDocument });
    await server.request('textDocument/diagnostic', { textDocument });
    await server.notify('textDocument/didClose', { textDocument });
    if (cycle % Math.ceil(count / 10) === 0) {
      measured(memoryOf(server.pid));
    }
  }
}

/** The processor time that a server takes while nobody asks for anything, in ticks of 10 ms. */
export async function idleTicks(server: ServerProcess, seconds: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 2000)); // what goes on after the last answer
  const before = ticksOf(server.pid);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return ticksOf(server.pid) - before;
}

/** Changes all sidecars and tells of it in 5,000 events, a few at a time, within about a second. */
export async function storm(server: ServerProcess, folder: EnduranceFolder): Promise<void> {
  folder.change('stranger');
  const changes = Array.from({ length: 50 }, (_, at) => at);
  for (let part = 0; part < 100; part++) {
    await server.notify('workspace/didChangeWatchedFiles', {
      changes: changes.map((at) => ({
        uri: folder.uri(`a${(part * 50 + at) % folder.articles}.facts.yaml`),
        type: FileChanged,
      })),
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
