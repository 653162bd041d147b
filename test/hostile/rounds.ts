import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { HostileFolder } from './hostileCorpus.js';
import { memoryOf, type ServerProcess } from './serverProcess.js';
import { visit, type VisitedFile } from './visit.js';

/** How long one file may take with all that is asked about it, in milliseconds, on a busy machine. */
const LONGEST_VISIT = 120_000;

/** How one round through all files went. */
export interface Round {
  readonly milliseconds: number;
  /** Of the server at the end, in megabytes. */
  readonly memory: number;
  readonly slowest: {
    readonly file: string;
    readonly method: string;
    readonly milliseconds: number;
  };
  /** The codes of the findings in each file, when it was open. */
  readonly codes: ReadonlyMap<string, readonly unknown[]>;
  /** Every Markdown text that was shown, each once. */
  readonly markdown: ReadonlySet<string>;
}

/**
 * Visits every file of a hostile folder once, each as a document of the quiet folder.
 * @param server one that was started in the quiet folder
 * @throws where the server ends, or one file takes longer than anything may
 */
export async function round(
  server: ServerProcess,
  folder: HostileFolder,
  places: number,
): Promise<Round> {
  const before = performance.now();
  const codes = new Map<string, readonly unknown[]>();
  const markdown = new Set<string>();
  let slowest = { file: '', method: '', milliseconds: 0 };
  for (const [file, content] of Object.entries(folder.files)) {
    const visited = visitedFile(folder, file, content);
    if (visited === undefined) {
      continue;
    }
    const found = await inTime(file, server, visit(server, visited, places));
    codes.set(file, found.codes);
    for (const text of found.markdown) {
      markdown.add(text);
    }
    const [method, milliseconds] = found.slowest;
    slowest = milliseconds > slowest.milliseconds ? { file, method, milliseconds } : slowest;
  }
  return {
    milliseconds: performance.now() - before,
    memory: memoryOf(server.pid),
    slowest,
    codes,
    markdown,
  };
}

/** As an editor opens it: what is no UTF-8 has become replacement characters. */
function visitedFile(
  folder: HostileFolder,
  file: string,
  content: string | Uint8Array,
): VisitedFile | undefined {
  const languageId = file.endsWith('.facts.yaml')
    ? 'policy-facts'
    : file.endsWith('.md')
      ? 'markdown'
      : file.endsWith('.txt')
        ? 'plaintext'
        : undefined;
  const text = Buffer.from(content)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const uri = URI.file(join(folder.quiet, file)).toString();
  return languageId === undefined ? undefined : { uri, text, languageId };
}

async function inTime<T>(file: string, server: ServerProcess, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  const trouble = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${file} takes too long.`));
    }, LONGEST_VISIT);
    watch = setInterval(() => {
      if (!server.lives()) {
        reject(new Error(`The server ended at ${file}: ${server.said.join('\n')}`));
      }
    }, 200);
  });
  try {
    return await Promise.race([work, trouble]);
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
}
