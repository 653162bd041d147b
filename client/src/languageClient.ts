import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import {
  type DocumentSelector,
  type DynamicFeature,
  ExecuteCommandRequest,
  type ExecuteCommandRegistrationOptions,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  type ServerOptions,
  type StaticFeature,
  TransportKind,
} from 'vscode-languageclient/node';
import { commandNames } from './commandNames.js';
import type { Crashes } from './crashes.js';
import { ownTokenTypes, type Contributions } from './tokenTypes.js';
import { TREE_CHANGED } from './views/factsView.js';

/** Where people keep articles; others (`output`, `vscode-scm`, …) hold no prose of theirs. */
const articleSchemes = [
  'file',
  'untitled',
  'git',
  'vscode-remote',
  'vscode-vfs',
  'vscode-test-web',
  'memfs',
];

const documentSelector: DocumentSelector = [
  { language: 'policy-facts' },
  { pattern: '**/policy-facts.yaml' },
  ...articleSchemes.flatMap((scheme) => [
    { scheme, language: 'markdown' },
    { scheme, language: 'plaintext' },
  ]),
];

const ownCommands: ReadonlySet<string> = new Set(Object.values(commandNames));

/**
 * The language client, except that of the commands the server offers it registers only those that
 * this extension does not register itself: a command may be registered once.
 */
class PolicyFactsClient extends LanguageClient {
  override registerFeature(feature: StaticFeature | DynamicFeature<unknown>): void {
    if (offersCommands(feature)) leaveOutOwnCommands(feature);
    super.registerFeature(feature);
  }
}

type CommandFeature = DynamicFeature<ExecuteCommandRegistrationOptions>;

function offersCommands(
  feature: StaticFeature | DynamicFeature<unknown>,
): feature is CommandFeature {
  return (
    'registrationType' in feature &&
    feature.registrationType.method === ExecuteCommandRequest.type.method
  );
}

function leaveOutOwnCommands(feature: CommandFeature): void {
  const register = feature.register.bind(feature);
  feature.register = (data) => {
    const commands = data.registerOptions.commands.filter((name) => !ownCommands.has(name));
    register({ ...data, registerOptions: { ...data.registerOptions, commands } });
  };
}

/** Where the server may keep what it has read; nothing where that is no folder of this machine. */
function storageOf({ storageUri, globalStorageUri }: ExtensionContext): { storage?: string } {
  const folder = storageUri ?? globalStorageUri;
  return folder.scheme === 'file' ? { storage: folder.fsPath } : {};
}

/** Creates the client of the server in the extension's own bundle; it is not started. */
export function createLanguageClient(
  context: ExtensionContext,
  outputChannel: LogOutputChannel,
  middleware: Middleware,
  crashes: Crashes,
): LanguageClient {
  const server: ServerOptions = {
    module: Uri.joinPath(context.extensionUri, 'dist', 'policy-facts.cjs').fsPath,
    args: ['lsp'], // the client adds --stdio
    transport: TransportKind.stdio,
  };
  const options: LanguageClientOptions = {
    documentSelector,
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onTabs: false },
    markdown: { isTrusted: false, supportHtml: false },
    middleware,
    errorHandler: crashes,
    initializationOptions: () => ({
      // What the server may put behind a code lens.
      commands: [commandNames.showReferences, commandNames.showTimeline],
      notifications: [TREE_CHANGED],
      ...storageOf(context),
      tryAgain: crashes.takeAsked(),
    }),
  };
  const client = new PolicyFactsClient('policyFacts', 'Policy Facts', server, options);
  const { contributes } = context.extension.packageJSON as { contributes: Contributions };
  client.registerFeature(ownTokenTypes(contributes));
  return client;
}
