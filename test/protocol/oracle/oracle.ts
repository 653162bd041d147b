import type { ClientCapabilities } from 'vscode-languageserver/node';
import { unannounced } from './announced.js';
import { anything, type MetaModel, type Method, type Type } from './metaModel.js';
import type { Schemas } from './schema.js';

export type Side = 'client' | 'server';

/** What is wrong with a message. */
export interface Fault {
  readonly from: Side;
  /** Of an answer: that of its request. */
  readonly method: string;
  readonly what: string;
}

interface JsonMessage {
  readonly jsonrpc?: unknown;
  readonly id?: string | number | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

const text: Type = { kind: 'base', name: 'string' };
const id: Type = { kind: 'or', items: [{ kind: 'base', name: 'integer' }, text] };

function object(required: Readonly<Record<string, Type>>, optional: typeof required = {}): Type {
  const all = { ...required, ...optional };
  const properties = Object.entries(all).map(([name, type]) => ({
    name,
    type,
    optional: name in optional,
  }));
  return { kind: 'literal', value: { properties } };
}

/** What the base protocol speaks of beside the requests and notifications of the language. */
const baseProtocol: ReadonlyMap<string, Type> = new Map([
  ['$/cancelRequest', object({ id })],
  ['$/progress', object({ token: id, value: anything })],
  ['$/setTrace', object({ value: text })],
  ['$/logTrace', object({ message: text }, { verbose: text })],
]);

/** What this server and its client say beside the protocol; the server only to who names it at the start. */
const ownNotifications: ReadonlyMap<string, { from: Side; params: Type }> = new Map([
  ['policyFacts/treeChanged', { from: 'server', params: object({}) }],
  [
    'policyFacts/treeShown',
    { from: 'client', params: object({ shown: { kind: 'base', name: 'boolean' } }) },
  ],
]);

const responseError = object(
  { code: { kind: 'base', name: 'integer' }, message: text },
  { data: anything },
);

const workDone: Type = {
  kind: 'or',
  items: ['WorkDoneProgressBegin', 'WorkDoneProgressReport', 'WorkDoneProgressEnd'].map((name) => ({
    kind: 'reference',
    name,
  })),
};

/** Before its answer to `initialize` a server may say no more than this. */
const beforeInitialized = new Set([
  'window/showMessage',
  'window/logMessage',
  'telemetry/event',
  'window/showMessageRequest',
  '$/progress',
]);

/**
 * Watches one conversation between a client and a server, and notes every message that the protocol
 * does not allow: its shape, its direction, answers nobody asked for, and what a server may not use
 * because the client did not announce it.
 */
export class Oracle {
  readonly faults: Fault[] = [];
  /** How many messages were looked at. */
  messages = 0;
  private readonly methods: ReadonlyMap<string, Method & { result?: Type; partialResult?: Type }>;
  /** What each side has asked, by id. */
  private readonly asked = {
    client: new Map<unknown, { method: string }>(),
    server: new Map<unknown, { method: string }>(),
  };
  /** The types of values that come under a progress token. */
  private readonly tokens = new Map<unknown, Type>();
  private announced: ClientCapabilities | null = null;
  /** The server's own notifications that the client asked for. */
  private ownAnnounced: readonly unknown[] = [];
  private isInitialized = false;

  constructor(
    model: MetaModel,
    private readonly schemas: Schemas,
  ) {
    this.methods = new Map(
      [...model.requests, ...model.notifications].map((method) => [method.method, method]),
    );
  }

  /** Looks at the next message from one side. */
  check(message: unknown, from: Side): void {
    this.messages++;
    if (typeof message !== 'object' || message === null || Array.isArray(message)) {
      this.note(from, '(none)', 'is no object');
      return;
    }
    const { jsonrpc, method } = message as JsonMessage;
    if (jsonrpc !== '2.0') {
      this.note(from, method ?? '(answer)', 'is not JSON-RPC 2.0');
    } else if (method === undefined) {
      this.checkAnswer(message, from);
    } else {
      this.checkCall({ ...message, method }, from);
    }
  }

  private note(from: Side, method: string, what: string | null): void {
    if (what !== null) {
      this.faults.push({ from, method, what });
    }
  }

  private checkCall(message: JsonMessage & { method: string }, from: Side): void {
    const { method, params } = message;
    const base = baseProtocol.get(method);
    if (base !== undefined) {
      const fault = this.schemas.fault(params, base);
      this.note(from, method, fault);
      if (method === '$/progress' && fault === null) {
        this.checkProgress(params as { token: unknown; value: unknown }, from);
      }
      return;
    }
    const own = ownNotifications.get(method);
    if (own !== undefined) {
      this.checkOwn(message, own, from);
      return;
    }
    if (message.id !== undefined) {
      this.asked[from].set(message.id, { method });
    }
    const known = this.methods.get(method);
    if (known === undefined) {
      this.note(from, method, 'is no method of the protocol');
      return;
    }
    if (known.messageDirection !== 'both' && !known.messageDirection.startsWith(from)) {
      this.note(from, method, `goes only ${known.messageDirection}`);
    }
    if ((known.result !== undefined) !== (message.id !== undefined)) {
      this.note(from, method, known.result === undefined ? 'is no request' : 'is a request');
    }
    this.note(from, method, this.paramsFault(params, known));
    this.follow(method, params, known, from);
    if (from === 'server') {
      this.checkServerCall(method, params, known);
    }
  }

  private checkOwn(
    { id, method, params }: JsonMessage & { method: string },
    own: { readonly from: Side; readonly params: Type },
    from: Side,
  ): void {
    if (own.from !== from || id !== undefined) {
      this.note(from, method, `is a notification from the ${own.from}`);
    }
    this.note(from, method, this.schemas.fault(params, own.params));
    if (from === 'server' && !this.ownAnnounced.includes(method)) {
      this.note(from, method, 'is not announced');
    }
  }

  private paramsFault(params: unknown, { params: type }: Method): string | null {
    return type === undefined
      ? params === undefined || params === null
        ? null
        : 'has parameters'
      : this.schemas.fault(params, type);
  }

  /** Keeps in mind what later messages refer to. */
  private follow(
    method: string,
    params: unknown,
    { partialResult }: { partialResult?: Type },
    from: Side,
  ): void {
    const { token, workDoneToken, partialResultToken } = (params ?? {}) as Record<string, unknown>;
    if (workDoneToken != null) {
      this.tokens.set(workDoneToken, workDone);
    }
    if (partialResultToken != null && partialResult !== undefined) {
      this.tokens.set(partialResultToken, partialResult);
    }
    if (from === 'server' && method === 'window/workDoneProgress/create') {
      this.tokens.set(token, workDone);
    }
    if (from === 'client' && method === 'initialize' && this.announced === null) {
      const { capabilities, initializationOptions } = (params ?? {}) as {
        capabilities?: ClientCapabilities;
        initializationOptions?: { notifications?: readonly unknown[] } | null;
      };
      this.announced = capabilities ?? {};
      this.ownAnnounced = initializationOptions?.notifications ?? [];
    }
  }

  private checkServerCall(method: string, params: unknown, known: Method): void {
    if (!this.isInitialized && !beforeInitialized.has(method)) {
      this.note('server', method, 'comes before the answer to `initialize`');
    }
    const { clientCapability } = known;
    const isAnswerable =
      method !== 'client/registerCapability' && known.messageDirection !== 'both';
    const isRequest = 'result' in known;
    if (isRequest && isAnswerable && clientCapability !== undefined) {
      this.requireAnnounced(method, clientCapability);
    }
    if (method === 'client/registerCapability') {
      this.checkRegistrations(params);
    }
    for (const what of unannounced(method, params, this.announced ?? {})) {
      this.note('server', method, what);
    }
  }

  /** Every registration is of a known method, with the options of it, and was announced. */
  private checkRegistrations(params: unknown): void {
    const { registrations = [] } = (params ?? {}) as {
      registrations?: { method: string; registerOptions?: unknown }[];
    };
    for (const { method, registerOptions } of registrations) {
      const known = this.methods.get(method);
      const type = known?.registrationOptions;
      if (known?.clientCapability === undefined) {
        this.note('server', 'client/registerCapability', `${method} cannot be registered`);
        continue;
      }
      if (type !== undefined) {
        const fault = this.schemas.fault(registerOptions, type);
        this.note('server', 'client/registerCapability', fault && `${method}: ${fault}`);
      }
      const path = `${known.clientCapability}.dynamicRegistration`;
      this.requireAnnounced('client/registerCapability', path);
    }
  }

  private requireAnnounced(method: string, path: string): void {
    const value = path
      .split('.')
      .reduce<unknown>(
        (at, key) => (at as Record<string, unknown> | null | undefined)?.[key],
        this.announced,
      );
    if (value === undefined || value === null || value === false) {
      this.note('server', method, `needs ${path}, which the client did not announce`);
    }
  }

  private checkProgress({ token, value }: { token: unknown; value: unknown }, from: Side): void {
    const type = this.tokens.get(token);
    const fault =
      type === undefined ? 'has a token that nobody made' : this.schemas.fault(value, type);
    this.note(from, '$/progress', fault);
  }

  private checkAnswer(message: JsonMessage, from: Side): void {
    const asker = from === 'server' ? 'client' : 'server';
    const request = this.asked[asker].get(message.id);
    if (request === undefined) {
      // Without an id it answers what could not be read.
      this.note(from, '(answer)', message.id === null ? null : 'answers nothing that was asked');
      return;
    }
    this.asked[asker].delete(message.id);
    const { method } = request;
    if (message.error !== undefined) {
      this.note(from, method, this.schemas.fault(message.error, responseError));
      this.note(from, method, message.result === undefined ? null : 'has a result and an error');
      return;
    }
    if (message.result === undefined) {
      this.note(from, method, 'is answered with neither result nor error');
      return;
    }
    const type = this.methods.get(method)?.result ?? anything;
    this.note(from, method, this.schemas.fault(message.result, type));
    if (from === 'server') {
      this.isInitialized ||= method === 'initialize';
      for (const what of unannounced(method, message.result, this.announced ?? {})) {
        this.note(from, method, what);
      }
    }
  }
}
