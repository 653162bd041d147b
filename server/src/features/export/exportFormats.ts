import type { Corpus } from '../../corpus/corpus.js';
import { exportCsv } from './csvExport.js';
import { exportJsonLd } from './jsonLdExport.js';
import { exportNdjson } from './ndjsonExport.js';
import { exportPopolo } from './popoloExport.js';

/** The formats of an export, in the order they are offered. */
export const exportFormats = ['csv', 'jsonld', 'popolo', 'ndjson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Whether a word of somebody else's names a format. */
export function isExportFormat(word: unknown): word is ExportFormat {
  return exportFormats.some((format) => format === word);
}

export interface ExportOptions {
  /** Whether a CSV file starts with a byte order mark, by which Excel knows UTF-8. */
  readonly withMark?: boolean;
}

/** A corpus in a format, piece by piece: a large one need not be in memory at once. */
export function exportCorpus(
  corpus: Corpus,
  format: ExportFormat,
  { withMark = false }: ExportOptions = {},
): Generator<string> {
  switch (format) {
    case 'csv':
      return exportCsv(corpus, withMark);
    case 'jsonld':
      return exportJsonLd(corpus);
    case 'popolo':
      return exportPopolo(corpus);
    case 'ndjson':
      return exportNdjson(corpus);
  }
}
