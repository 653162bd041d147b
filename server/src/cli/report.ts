import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { canonicalUri, fileName, isInside } from '../corpus/uri.js';
import { collectReport } from '../features/report/collectReport.js';
import { reportHtml } from '../features/report/reportHtml.js';
import { reportMarkdown } from '../features/report/reportMarkdown.js';
import { relativeLinks } from '../features/report/reportPlace.js';
import { belongs } from '../lsp/folderFiles.js';
import { EXIT_OK, EXIT_USAGE } from './exitCode.js';
import { openFolder, type OpenedFolder } from './openFolder.js';

export const reportFormats = ['html', 'md'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportOptions {
  readonly format?: ReportFormat;
  readonly output?: string;
}

/**
 * Writes a report of a folder. Its links are relative to where it is written; on the standard output,
 * to the folder.
 *
 * @returns the exit code
 * @throws an error with a message for people when the folder cannot be read or the file not written
 */
export async function report(path: string, options: ReportOptions): Promise<number> {
  const { output } = options;
  const opened = await openFolder(path);
  const target = output === undefined ? undefined : fileUri(output);
  if (target !== undefined && isReadAsSource(opened, target)) {
    throw new Error(
      `${String(output)} would be read as a file of the folder itself; write it elsewhere, or name it under \`exclude\` in policy-facts.yaml`,
    );
  }
  const text = reportText(opened, options);
  if (output === undefined) {
    process.stdout.write(text);
  } else {
    await writeFile(output, text).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`the report cannot be written: ${reason}`);
    });
  }
  return opened.faults.any ? EXIT_USAGE : EXIT_OK;
}

function fileUri(path: string): string {
  return canonicalUri(URI.file(resolve(path)).toString());
}

/** A report must not overwrite an article, nor be taken for one at the next check. */
function isReadAsSource({ root, workspace }: OpenedFolder, target: string): boolean {
  return isInside(root, target) && belongs(root, target, workspace.settingsFor(target));
}

function reportText({ root, workspace }: OpenedFolder, options: ReportOptions): string {
  const { corpus, checker } = workspace;
  const { output } = options;
  const context = {
    corpus,
    checker,
    encoding: 'utf-16',
    markdown: true,
    rulePage: () => undefined,
  } as const;
  const head = { folder: fileName(root), date: today() };
  const collected = collectReport(context, head);
  const linkTo = relativeLinks(output === undefined ? root : fileUri(dirname(resolve(output))));
  return formatOf(options) === 'md'
    ? reportMarkdown(collected, linkTo)
    : reportHtml(collected, linkTo);
}

/** As asked for, else as the file ends. */
function formatOf({ format, output }: ReportOptions): ReportFormat {
  const isMarkdown = output !== undefined && /\.(?:md|markdown)$/i.test(output);
  return format ?? (isMarkdown ? 'md' : 'html');
}

/** `22 November 2026`, in the time zone of whoever asks. */
function today(): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
}
