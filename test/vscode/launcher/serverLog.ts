/** What a VS Code server says that tells a person nothing. */
const noise = [
  /Launched Extension Host|Log level changed|Extension Host Process exited with code: 0/u,
  /Server bound to|Web UI available at/u,
  /File not found: .*vsda/u, // the signing module of Microsoft's own build
  /spdlog|native-watchdog|node-pty|ptyHost|pty host/u,
  /\[Service Worker\]/u,
  /^(Resolv(ing|ed) connection token|Creating a socket|Ignoring fetching|Updating additional)/u,
  /^(ChatSessionStore|Creation of workbench contribution)/u,
  /DeprecationWarning|--trace-deprecation/u,
];

/** The rest of a message: a stack trace, an indented list, a closing brace. */
const continuation = /^(\s|→|[}\]]|- |Require stack:)/u;

/** Makes a function that is true for each line worth reading; it is called with every line in turn. */
export function noiseFilter(): (line: string) => boolean {
  let quiet = false;
  return (line) => {
    if (line.trim() === '') return false;
    if (!(quiet && continuation.test(line))) quiet = noise.some((pattern) => pattern.test(line));
    return !quiet;
  };
}
