import type { Fault } from './oracle.js';

/** Messages that a test sends against the protocol on purpose. */
export interface Exception {
  /** The end of the test's full title. */
  readonly test: string;
  readonly from: Fault['from'];
  readonly methods: readonly Fault['method'][];
}

const early = 'answers requests before initialize with -32002, and drops notifications';
const unknown = 'answers a second initialize and what it does not know, and goes on';

/** Every one must be needed by its test: one that is not is a fault itself. */
export const exceptions: readonly Exception[] = [
  {
    test: 'is told to a client that says null everywhere',
    from: 'client',
    methods: ['initialize'],
  },
  {
    test: 'leaves no request of a client that says null everywhere without an answer',
    from: 'client',
    methods: ['initialize'],
  },
  {
    test: early,
    from: 'client',
    methods: ['textDocument/hover', 'workspace/executeCommand', 'shutdown', 'no/such'],
  },
  { test: unknown, from: 'client', methods: ['no/such', '$/no/such'] },
  {
    test: 'the order of life begins with initialize',
    from: 'client',
    methods: ['no/such'],
  },
  {
    test: 'the order of life has one initialize, and no unknown requests',
    from: 'client',
    methods: ['no/such', '$/no/such'],
  },
  {
    test: 'the order of life has nothing after shutdown but exit',
    from: 'client',
    methods: ['no/such'],
  },
  {
    test: 'ends the process where it goes wrong after a good message',
    from: 'client',
    methods: ['(none)'],
  },
  { test: 'ends the process where it holds what is no JSON', from: 'client', methods: ['(none)'] },
  {
    test: 'survives a message that is JSON but no message',
    from: 'client',
    methods: ['(none)', '(answer)'],
  },
];

/** The exception that covers a fault; undefined for none. */
export function excused(test: string, fault: Fault): Exception | undefined {
  return exceptions.find(
    (exception) =>
      test.endsWith(exception.test) &&
      exception.from === fault.from &&
      exception.methods.includes(fault.method),
  );
}
