import type { Position } from 'vscode-languageserver/node';
import type { Measures } from './measures.js';
import type { TimedServer } from './timedServer.js';
import type { TrialFiles } from './trialFiles.js';
import type { TypedDocument } from './typedDocument.js';

interface Trial {
  readonly sidecar: TypedDocument;
  readonly article: TypedDocument;
  readonly files: TrialFiles;
}

/** Hover, definition and completion, at rest and as the first thing after a key. */
export async function measureAsking(
  server: TimedServer,
  { sidecar, article, files }: Trial,
  section: string,
  times: number,
  measures: Measures,
): Promise<void> {
  const { tail, hub } = files;
  const atId = (subject: string, figure: string): Position =>
    sidecar.positionOf(
      `subject: ${subject}\n    property: visits\n    value: ${figure}`,
      'subject: '.length + 2,
    );
  const places = [
    ['on a name (tail)', article, (): Position => article.positionOf(tail.name, 2)],
    ['on a name (hub)', article, (): Position => article.positionOf(hub.name, 2)],
    ['on an id (tail)', sidecar, (): Position => atId(tail.subject, tail.figure)],
    ['on an id (hub)', sidecar, (): Position => atId(hub.subject, hub.figure)],
  ] as const;
  const ask = async (
    name: string,
    method: string,
    document: TypedDocument,
    place: () => Position,
    afterKey: boolean,
  ): Promise<void> => {
    const samples: number[] = [];
    for (let time = 0; time < times; time++) {
      const position = place();
      if (afterKey) {
        key(document);
      }
      const params = { textDocument: { uri: document.uri }, position };
      samples.push(await server.timed(method, params));
    }
    measures.add(section, afterKey ? `${name}, right after a key` : name, 'ms', samples);
  };
  for (const [where, document, place] of places) {
    await ask(`hover ${where}`, 'textDocument/hover', document, place, false);
    await ask(`definition ${where}`, 'textDocument/definition', document, place, false);
  }
  const [, , [, , place]] = places;
  await ask('completion of an id', 'textDocument/completion', sidecar, place, false);
  await ask('hover on an id', 'textDocument/hover', sidecar, place, true);
  await ask('definition on an id', 'textDocument/definition', sidecar, place, true);
  await ask('completion of an id', 'textDocument/completion', sidecar, place, true);
}

/** A key in a fact's words; the next one takes it back. */
function key(sidecar: TypedDocument): void {
  const plain = 'asOf: 2002-03';
  const other = 'asOf: 2002-02';
  const isPlain = sidecar.text.includes(plain);
  sidecar.replace(isPlain ? plain : other, isPlain ? other : plain);
}
