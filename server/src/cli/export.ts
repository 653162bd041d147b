import { createWriteStream } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { URI } from 'vscode-uri';
import { kindOfFile } from '../corpus/uri.js';
import { exportCorpus, type ExportFormat } from '../features/export/exportFormats.js';
import { EXIT_OK, EXIT_USAGE } from './exitCode.js';
import { openFolder } from './openFolder.js';

export interface ExportCommandOptions {
  readonly format: ExportFormat;
  /** The file to write; standard output when left out. */
  readonly output?: string;
  readonly bom?: boolean;
}

/**
 * Writes all facts of a folder, or its organisations and people, in a format for other programs.
 * @returns the exit code
 * @throws when the folder cannot be read or the file cannot be written
 */
export async function exportFolder(path: string, options: ExportCommandOptions): Promise<number> {
  const { format, output, bom = false } = options;
  if (output !== undefined && kindOfFile(URI.file(output).toString()) !== undefined) {
    throw new Error(
      `${output} is by its name an article, a sidecar or the settings; name another file`,
    );
  }
  const { workspace, faults } = await openFolder(path);
  const pieces = Readable.from(exportCorpus(workspace.corpus, format, { withMark: bom }));
  await pipeline(pieces, output === undefined ? standardOutput() : createWriteStream(output));
  return faults.any ? EXIT_USAGE : EXIT_OK;
}

/** Standard output as a stream of its own, so that the end of the export does not end it. */
function standardOutput(): Writable {
  return new Writable({
    decodeStrings: false,
    write(piece: string, _encoding, done) {
      process.stdout.write(piece, done);
    },
  });
}
