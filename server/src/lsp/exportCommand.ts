import type { ResponseError } from 'vscode-languageserver/node';
import type { Corpus } from '../corpus/corpus.js';
import {
  exportCorpus,
  exportFormats,
  isExportFormat,
  type ExportFormat,
} from '../features/export/exportFormats.js';
import { Turns } from './nextTurn.js';
import { refusal, type ServerCommand } from './serverCommand.js';

/** How long the export goes on before waiting requests get a turn, in milliseconds. */
const PORTION = 20;

/** In UTF-16 units. A longer answer would be more than one message can hold. */
const LONGEST_ANSWER = 200_000_000;

/** `FORMAT, {bom?}`: the facts, or the organisations and people, as the text of a file. */
export const exportData: ServerCommand = {
  name: 'policyFacts.exportData',
  run: ({ corpus }, [format, options]) =>
    isExportFormat(format)
      ? textOf(corpus, format, wantsMark(options))
      : refusal(
          `There is no export format ${describe(format)}; there are ${exportFormats.join(', ')}.`,
        ),
};

async function textOf(
  corpus: Corpus,
  format: ExportFormat,
  withMark: boolean,
): Promise<string | ResponseError> {
  const turns = new Turns(PORTION);
  const pieces: string[] = [];
  let length = 0;
  for (const piece of exportCorpus(corpus, format, { withMark })) {
    pieces.push(piece);
    length += piece.length;
    if (length > LONGEST_ANSWER) {
      return refusal(
        `This is too much for one message. On the command line it can be written: policy-facts export --format ${format} --output FILE.`,
      );
    }
    if (turns.isOver()) {
      await turns.next();
    }
  }
  return pieces.join('');
}

function wantsMark(options: unknown): boolean {
  return (
    typeof options === 'object' && options !== null && 'bom' in options && options.bom === true
  );
}

function describe(format: unknown): string {
  return typeof format === 'string' ? `“${format.slice(0, 40)}”` : 'that is no text';
}
