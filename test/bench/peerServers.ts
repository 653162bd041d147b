import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import { pullClient, pushClient } from '../protocol/clients.js';
import { peersFolder, type PeerPackage } from './peerPackages.js';
import { projectFolder } from './programs.js';
import { TimedServer } from './timedServer.js';

/** A language server of somebody else's, and a key in its kind of file that it speaks about. */
export interface PeerServer {
  readonly name: string;
  readonly packages: readonly PeerPackage[];
  readonly languageId: string;
  readonly file: 'sidecar' | 'article';
  /** Whether it has to be asked for diagnostics. */
  readonly pulls: boolean;
  /** Whether it takes changes only as a whole text. */
  readonly wholeText: boolean;
  /** Words that stand once in the trial file, and what a key makes of them: something wrong. */
  readonly words: (figure: string) => readonly [fine: string, wrong: string];
  /** @param files all Markdown files of the folder, for one that asks its editor for them */
  start(folder: string, files: readonly string[]): Promise<TimedServer>;
}

const inPeers = (...path: readonly string[]): string => join(peersFolder, 'node_modules', ...path);

/** Sees a wrong modality in a sidecar, by our schema. */
const yamlServer: PeerServer = {
  name: 'yaml-language-server',
  packages: ['yaml-language-server'],
  languageId: 'yaml',
  file: 'sidecar',
  pulls: false,
  wholeText: false,
  words: (figure) => [`value: ${figure}`, `valu3: ${figure}`],
  start: (folder) =>
    start(folder, inPeers('yaml-language-server/bin/yaml-language-server'), pushClient, {
      configuration: (section) =>
        section === 'yaml'
          ? {
              validate: true,
              schemas: {
                [pathToFileURL(join(projectFolder, 'schema/sidecar.schema.json')).href]:
                  '*.facts.yaml',
              },
              schemaStore: { enable: false },
            }
          : {},
    }),
};

/** Sees a link to a definition that is not there. Its editor parses Markdown and reads files for it. */
const markdownServer: PeerServer = {
  name: 'vscode-markdown-language-server',
  packages: ['vscode-langservers-extracted', 'markdown-it'],
  languageId: 'markdown',
  file: 'article',
  pulls: true,
  wholeText: false,
  words: (figure) => [figure, `[${figure}][none]`],
  start: async (folder, files) => {
    const markdown = loadMarkdownIt();
    const server = await start(
      folder,
      inPeers('vscode-langservers-extracted/bin/vscode-markdown-language-server'),
      pullClient,
      {
        answers: {
          'markdown/parse': ({ uri, text }: { uri: string; text?: string }) =>
            markdown.parse(text ?? markdownServerTexts.get(uri) ?? read(uri), {}),
          'markdown/findMarkdownFilesInWorkspace': () =>
            files.map((file) => pathToFileURL(file).href),
          'markdown/fs/readFile': ({ uri }: { uri: string }) => [
            ...readFileSync(fileURLToPath(uri)),
          ],
          'markdown/fs/stat': () => ({ isDirectory: false }),
          'markdown/fs/readDirectory': () => [],
        },
      },
    );
    server.notify('workspace/didChangeConfiguration', { settings: markdownSettings });
    return server;
  },
};

/** The texts that are open, as the Markdown server's editor has them. By URI. */
export const markdownServerTexts = new Map<string, string>();

const markdownSettings = {
  markdown: {
    occurrencesHighlight: { enabled: true },
    suggest: { paths: { enabled: true } },
    validate: {
      enabled: true,
      referenceLinks: { enabled: 'warning' },
      fragmentLinks: { enabled: 'warning' },
      fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
      unusedLinkDefinitions: { enabled: 'hint' },
      duplicateLinkDefinitions: { enabled: 'warning' },
      ignoredLinks: [],
    },
  },
};

/** Sees the same with remark and one of its rules. */
const unifiedServer: PeerServer = {
  name: 'unified-language-server',
  packages: [
    'unified-language-server',
    'remark',
    'remark-parse',
    'remark-lint-no-undefined-references',
  ],
  languageId: 'markdown',
  file: 'article',
  pulls: false,
  wholeText: true,
  words: (figure) => [figure, `[${figure}][none]`],
  start: (folder) => {
    const script = join(peersFolder, 'unifiedServer.mjs');
    writeFileSync(
      script,
      `import { createUnifiedLanguageServer } from 'unified-language-server';
import { remark } from 'remark';
import references from 'remark-lint-no-undefined-references';
createUnifiedLanguageServer({
  configurationSection: 'remark',
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  rcName: '.remarkrc',
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: remark().use(references),
  plugins: [references],
});
`,
    );
    return start(folder, script, pushClient, { configuration: () => ({ requireConfig: false }) });
  },
};

export const peerServers: readonly PeerServer[] = [yamlServer, markdownServer, unifiedServer];

function start(
  folder: string,
  script: string,
  capabilities: ClientCapabilities,
  options: Partial<Parameters<typeof TimedServer.start>[0]>,
): Promise<TimedServer> {
  const args = [script, '--stdio'];
  return TimedServer.start({ command: process.execPath, args, folder, capabilities, ...options });
}

interface MarkdownIt {
  parse(text: string, env: object): unknown;
}

function loadMarkdownIt(): MarkdownIt {
  const require = createRequire(join(peersFolder, 'package.json'));
  const create = require('markdown-it') as (options: object) => MarkdownIt;
  return create({ html: true });
}

function read(uri: string): string {
  const path = fileURLToPath(uri);
  return basename(path) === '' ? '' : readFileSync(path, 'utf8');
}
