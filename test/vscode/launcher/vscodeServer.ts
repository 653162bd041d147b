import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { putLanguagePack } from './languagePack.js';
import { dieTogether } from './lifetime.js';
import { noiseFilter } from './serverLog.js';
import { prepareData } from './settings.js';

/** How to start a server. */
export interface ServerOptions {
  /** The server's entry point. */
  readonly main: string;
  /** A folder it may fill and that may be thrown away. */
  readonly data: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Where installed extensions are; inside `data`, if undefined. */
  readonly extensionsFolder?: string | undefined;
  /** The language of its pages, such as `de`; English, if undefined. */
  readonly language?: string;
  /** False opens every folder as trusted. */
  readonly workspaceTrust: boolean;
}

/** A running server: `origin` is `http://127.0.0.1:PORT`, `authority` is `127.0.0.1:PORT`. */
export interface VSCodeServer {
  readonly origin: string;
  readonly authority: string;
}

/** The arguments that say where a server keeps what it writes; it asks and tells nobody. */
export function dataArguments({
  data,
  extensionsFolder = path.join(data, 'extensions'),
}: Pick<ServerOptions, 'data' | 'extensionsFolder'>): string[] {
  return [
    '--accept-server-license-terms',
    '--telemetry-level=off',
    `--server-data-dir=${data}`,
    `--user-data-dir=${path.join(data, 'data')}`,
    `--extensions-dir=${path.resolve(extensionsFolder)}`,
  ];
}

/** No gallery to ask. */
export const withoutGallery = { EXTENSIONS_GALLERY: '{}' };

/** Starts a VS Code server on the loopback interface and resolves when it listens. */
export async function startServer(options: ServerOptions): Promise<VSCodeServer> {
  const { language } = options;
  await prepareData(options.data);
  if (language !== undefined) await putLanguagePack(options.data, language);
  const args = [
    '--import',
    new URL('exitWithParent.js', import.meta.url).href,
    options.main,
    ...dataArguments(options),
    '--host=127.0.0.1',
    `--port=${options.port}`,
    '--without-connection-token',
    '--log=warn',
    ...(language === undefined ? [] : [`--locale=${language}`]),
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
  ];
  const server = spawn(process.execPath, args, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...withoutGallery },
  });
  dieTogether(server);
  const authority = `127.0.0.1:${await listening(server)}`;
  return { origin: `http://${authority}`, authority };
}

async function listening(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      if (stream === null) continue;
      const isWorthReading = noiseFilter();
      createInterface({ input: stream }).on('line', (line) => {
        const port = /agent listening on (\d+)/u.exec(line)?.[1];
        if (port !== undefined) resolve(Number(port));
        else if (isWorthReading(line)) console.error(`[server] ${line}`);
      });
    }
    server.once('error', reject);
    server.once('exit', (code, signal) => {
      reject(new Error(`The VS Code server ended (${String(code ?? signal)}).`));
    });
  });
}
