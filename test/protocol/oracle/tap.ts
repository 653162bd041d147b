import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { PassThrough, type Writable } from 'node:stream';
import { StreamMessageReader } from 'vscode-jsonrpc/node';
import { excused, type Exception } from './exceptions.js';
import { Oracle, type Side } from './oracle.js';
import { Schemas } from './schema.js';
import { readTypings } from './typings.js';

let compiled: { model: ReturnType<typeof readTypings>; schemas: Schemas } | undefined;

/** An oracle for one conversation. The protocol is read and compiled once, when it is first needed. */
export function newOracle(): Oracle {
  if (compiled === undefined) {
    const model = readTypings();
    compiled = { model, schemas: new Schemas(model) };
  }
  return new Oracle(compiled.model, compiled.schemas);
}

/** The faults of all conversations of the present test, and the exceptions it needed. */
const present = { test: '', faults: [] as string[], used: new Set<Exception>() };

/** Listens to all that goes into and comes out of a server, and holds it against the protocol. */
export function tap(child: ChildProcessWithoutNullStreams): void {
  const oracle = newOracle();
  const sent = listen('client', oracle);
  const received = listen('server', oracle);
  // What a client still answers after it went away reaches nobody, and perhaps only in part.
  let isThere = true;
  const write = child.stdin.write.bind(child.stdin) as (...args: unknown[]) => boolean;
  child.stdin.write = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
    if (isThere) {
      sent.write(chunk);
    }
    return write(chunk, ...rest);
  };
  const end = child.stdin.end.bind(child.stdin) as (...args: unknown[]) => Writable;
  child.stdin.end = (...args: unknown[]): Writable => {
    const [chunk] = args;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) {
      sent.write(chunk);
    }
    isThere = false;
    return end(...args);
  };
  child.stdout.on('data', (chunk: Buffer) => received.write(chunk));
}

function listen(from: Side, oracle: Oracle): PassThrough {
  const stream = new PassThrough();
  const reader = new StreamMessageReader(stream);
  const note = (method: string, what: string): void => {
    const exception = excused(present.test, { from, method, what });
    if (exception === undefined) {
      present.faults.push(`${from}, ${method}: ${what} (${present.test})`);
    } else {
      present.used.add(exception);
    }
  };
  reader.onError(({ message }) => {
    note('(none)', message);
  });
  reader.listen((message) => {
    oracle.check(message, from);
    for (const { method, what } of oracle.faults.splice(0)) {
      note(method, what);
    }
  });
  return stream;
}

/** Notes from now on under the full title of a test. */
export function beginTest(title: string): void {
  present.test = title;
  present.used.clear();
}

/** What went wrong since the last time. */
export function takeFaults(): readonly string[] {
  return present.faults.splice(0);
}

/** The exceptions that the test needed. */
export function exceptionsUsed(): ReadonlySet<Exception> {
  return present.used;
}
