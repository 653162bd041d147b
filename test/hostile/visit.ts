/** What a client does to a server: enough of a connection for a visit. */
export interface Client {
  readonly request: (method: string, params: unknown) => Promise<unknown>;
  readonly notify: (method: string, params: unknown) => Promise<void>;
}

/** A file as an editor has it. */
export interface VisitedFile {
  readonly uri: string;
  readonly text: string;
  readonly languageId: string;
}

/** What a visit showed. */
export interface Visit {
  /** Every Markdown text, wherever it is shown: hovers, and the documentation of what is offered. */
  readonly markdown: readonly string[];
  readonly codes: readonly unknown[];
  /** What took longest, and how long in milliseconds. */
  readonly slowest: readonly [method: string, milliseconds: number];
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Opens a file, asks everything that an editor asks, types in it, asks again for what follows the
 * cursor, and closes it. Each request has to be answered, even if with nothing.
 * @param places how many places of the file the mouse and the cursor go to
 */
export async function visit(client: Client, file: VisitedFile, places: number): Promise<Visit> {
  const markdown: string[] = [];
  let slowest: Visit['slowest'] = ['', 0];
  const textDocument = { uri: file.uri };
  const ask = async (method: string, params: object = {}): Promise<unknown> => {
    const before = performance.now();
    const answer = await client.request(method, { textDocument, ...params });
    const took = performance.now() - before;
    slowest = took > slowest[1] ? [method, took] : slowest;
    collectMarkdown(answer, markdown);
    return answer;
  };
  await client.notify('textDocument/didOpen', { textDocument: { ...file, version: 1 } });
  const all = { start: { line: 0, character: 0 }, end: endOf(file.text) };
  const report = (await ask('textDocument/diagnostic')) as { items?: { code?: unknown }[] };
  for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens']) {
    await ask(`textDocument/${method}`);
  }
  await ask('textDocument/semanticTokens/full');
  await ask('textDocument/semanticTokens/range', { range: all });
  await ask('textDocument/inlayHint', { range: all });
  const context = { diagnostics: (report.items ?? []).slice(0, 20) };
  await ask('textDocument/codeAction', { range: all, context });
  for (const position of placesIn(file.text, places)) {
    for (const method of ['hover', 'definition', 'documentHighlight', 'completion']) {
      await ask(`textDocument/${method}`, { position });
    }
    await ask('textDocument/references', { position, context: { includeDeclaration: true } });
    await ask('textDocument/selectionRange', { positions: [position] });
    await ask('textDocument/prepareTypeHierarchy', { position });
    await client.request('textDocument/prepareRename', { textDocument, position }).catch(refused);
  }
  const [position] = placesIn(file.text, places).slice(-2);
  for (const [version, text] of ['a', ' - {', '\n\n\t'].entries()) {
    await client.notify('textDocument/didChange', {
      textDocument: { ...textDocument, version: version + 2 },
      contentChanges: [{ range: { start: position, end: position }, text }],
    });
    await ask('textDocument/completion', { position });
  }
  await ask('textDocument/diagnostic');
  await client.notify('textDocument/didClose', { textDocument });
  return { markdown, codes: (report.items ?? []).map(({ code }) => code), slowest };
}

/** Where there is nothing to rename the server refuses, which is an answer. */
function refused(): null {
  return null;
}

/** Places all over a text: its beginning, its end, and some between, among them the ends of lines. */
function placesIn(text: string, places: number): readonly Position[] {
  const lines = text.split(/\r\n|\r|\n/);
  return Array.from({ length: places }, (_, at) => {
    const line = Math.floor((at / places) * lines.length);
    const { length } = lines[line] ?? '';
    return { line, character: Math.floor((((at * 7) % places) / (places - 1)) * length) };
  });
}

function endOf(text: string): Position {
  const lines = text.split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** All Markdown in an answer: `{kind: 'markdown', value}` at any depth. */
function collectMarkdown(answer: unknown, found: string[]): void {
  if (typeof answer !== 'object' || answer === null) {
    return;
  }
  if ('kind' in answer && answer.kind === 'markdown' && 'value' in answer) {
    found.push(String(answer.value));
  }
  for (const value of Object.values(answer)) {
    collectMarkdown(value, found);
  }
}
