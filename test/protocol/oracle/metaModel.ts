/*
 * The Language Server Protocol as data, in the form of the public meta model
 * (`metaModel.json` of the specification), as far as the oracle needs it.
 */

export type Type =
  | { readonly kind: 'base'; readonly name: BaseName }
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: 'array'; readonly element: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly value: Type }
  | { readonly kind: 'and' | 'or' | 'tuple'; readonly items: readonly Type[] }
  | { readonly kind: 'literal'; readonly value: { readonly properties: readonly Property[] } }
  | { readonly kind: 'stringLiteral'; readonly value: string }
  | { readonly kind: 'integerLiteral'; readonly value: number }
  | { readonly kind: 'booleanLiteral'; readonly value: boolean };

export type BaseName =
  | 'URI'
  | 'DocumentUri'
  | 'RegExp'
  | 'string'
  | 'integer'
  | 'uinteger'
  | 'decimal'
  | 'boolean'
  | 'null';

export interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

export interface Structure {
  readonly name: string;
  readonly extends?: readonly Type[];
  readonly mixins?: readonly Type[];
  readonly properties: readonly Property[];
}

/** What requests and notifications have in common. */
export interface Method {
  readonly method: string;
  /** Absent where there are none. */
  readonly params?: Type;
  readonly messageDirection: 'clientToServer' | 'serverToClient' | 'both';
  readonly registrationOptions?: Type;
  /** Where a client says that it knows the method: `textDocument.hover`. */
  readonly clientCapability?: string;
}

export interface RequestMethod extends Method {
  readonly result: Type;
  readonly partialResult?: Type;
}

export interface MetaModel {
  readonly requests: readonly RequestMethod[];
  readonly notifications: readonly Method[];
  readonly structures: readonly Structure[];
  readonly enumerations: readonly {
    readonly name: string;
    readonly type: { readonly kind: 'base'; readonly name: BaseName };
    readonly values: readonly { readonly value: string | number }[];
    readonly supportsCustomValues?: boolean;
  }[];
  readonly typeAliases: readonly { readonly name: string; readonly type: Type }[];
}

/** Any JSON at all. */
export const anything: Type = { kind: 'reference', name: 'LSPAny' };
