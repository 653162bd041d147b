/*
 * The order of life, as a table: what a client does, and what it must get. Run by a client of our own
 * in `lifecycle.test.ts` and by Neovim's in `neovim.test.ts`.
 */

/** `expect`: the code of the error that is the answer; 0 for a result. */
export type Step =
  | { readonly request: string; readonly params?: object; readonly expect: number }
  | { readonly notify: string; readonly params?: object }
  /** Bytes that are no message. */
  | { readonly raw: string };

export interface Life {
  readonly name: string;
  readonly steps: readonly Step[];
  /** The exit code in the end. */
  readonly ends: number;
}

const initialize = {
  request: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
};
const initialized = { notify: 'initialized', params: {} };
const hover = {
  request: 'textDocument/hover',
  params: { textDocument: { uri: 'file:///none.md' }, position: { line: 0, character: 0 } },
};
const exit = { notify: 'exit' };

export const lives: readonly Life[] = [
  {
    name: 'begins with initialize',
    steps: [
      { ...hover, expect: -32002 },
      { request: 'shutdown', expect: -32002 },
      { request: 'no/such', expect: -32002 },
      { ...initialize, expect: 0 },
      initialized,
      { ...hover, expect: 0 },
      { request: 'shutdown', expect: 0 },
      exit,
    ],
    ends: 0,
  },
  {
    name: 'has one initialize, and no unknown requests',
    steps: [
      { ...initialize, expect: 0 },
      initialized,
      { ...initialize, expect: -32600 },
      { request: 'no/such', params: {}, expect: -32601 },
      { request: '$/no/such', params: {}, expect: -32601 },
      { notify: 'no/such', params: {} },
      { notify: '$/no/such', params: {} },
      { ...hover, expect: 0 },
      { request: 'shutdown', expect: 0 },
      exit,
    ],
    ends: 0,
  },
  {
    name: 'has nothing after shutdown but exit',
    steps: [
      { ...initialize, expect: 0 },
      initialized,
      { request: 'shutdown', expect: 0 },
      { ...hover, expect: -32600 },
      { request: 'shutdown', expect: -32600 },
      { ...initialize, expect: -32600 },
      { request: 'no/such', expect: -32600 },
      exit,
    ],
    ends: 0,
  },
  {
    name: 'may end before initialized',
    steps: [{ ...initialize, expect: 0 }, { request: 'shutdown', expect: 0 }, exit],
    ends: 0,
  },
  {
    name: 'ends with a fault on exit without shutdown',
    steps: [{ ...initialize, expect: 0 }, initialized, exit],
    ends: 1,
  },
  { name: 'ends with a fault on exit before initialize', steps: [exit], ends: 1 },
  { name: 'ends at a header that cannot be read', steps: [{ raw: 'hello\n' }], ends: 1 },
];
