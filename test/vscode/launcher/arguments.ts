/** What the launcher was asked to do. */
export interface LauncherArguments {
  /** Folders of the extensions under development. */
  readonly extensionDevelopmentPaths: readonly string[];
  /** Where those extensions run: `workspace` (Node, the default) or `web` (a browser worker). */
  readonly extensionDevelopmentKind: string | undefined;
  /** A CommonJS module with an exported `run()`, called inside the extension host. */
  readonly extensionTestsPath: string | undefined;
  /** The folder to open. */
  readonly folder: string | undefined;
  /** Install these packages and end; nothing else is done. */
  readonly installExtensions: readonly string[];
  /** Where installed extensions are; a folder that is thrown away, if undefined. */
  readonly extensionsFolder: string | undefined;
  /** True unless `--disable-workspace-trust`: the folder is opened in Restricted Mode. */
  readonly workspaceTrust: boolean;
  /** Serve only: print the address and wait. */
  readonly serve: boolean;
  /** The port to listen on; 0 takes a free one. */
  readonly port: number;
}

/**
 * Reads the arguments of a VS Code executable. Those it does not know (`--no-sandbox`,
 * `--user-data-dir=…`, whatever the next `@vscode/test-electron` adds) are passed over: the launcher
 * has an answer of its own for all of them.
 */
export function parseArguments(argv: readonly string[]): LauncherArguments {
  const flags = argv.filter((argument) => argument.startsWith('-'));
  const valuesOf = (name: string): string[] =>
    flags
      .filter((flag) => flag.startsWith(`--${name}=`))
      .map((flag) => flag.slice(name.length + 3));
  const port = Number(valuesOf('port').at(-1) ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error('--port takes a number from 0 to 65535.');
  }
  return {
    extensionDevelopmentPaths: valuesOf('extensionDevelopmentPath'),
    extensionDevelopmentKind: valuesOf('extensionDevelopmentKind').at(-1),
    extensionTestsPath: valuesOf('extensionTestsPath').at(-1),
    folder: argv.find((argument) => !argument.startsWith('-')),
    installExtensions: valuesOf('install-extension'),
    extensionsFolder: valuesOf('extensions-dir').at(-1),
    workspaceTrust: !flags.includes('--disable-workspace-trust'),
    serve: flags.includes('--serve'),
    port,
  };
}
