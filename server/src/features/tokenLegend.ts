import type { Span } from '../text/span.js';

/** A kind of word that is coloured, and the standard type for a client that does not know it. */
export const tokenTypes = [
  { name: 'organisation', standard: 'class' },
  { name: 'person', standard: 'variable' },
  { name: 'place', standard: 'namespace' },
  { name: 'document', standard: 'string' },
  { name: 'article', standard: 'string' },
  { name: 'fact', standard: 'function' },
  { name: 'figure', standard: 'number' },
  { name: 'date', standard: 'number' },
  { name: 'property', standard: 'property' },
  { name: 'event', standard: 'event' },
  { name: 'separator', standard: 'parameter' },
  { name: 'term', standard: 'enumMember' },
] as const;

export type TokenType = (typeof tokenTypes)[number]['name'];

/** In the order of their bits. The last three are our own. */
export const tokenModifiers = [
  'definition',
  'deprecated',
  'defaultLibrary',
  'recorded',
  'unrecorded',
  'contested',
] as const;

export type TokenModifier = (typeof tokenModifiers)[number];

/** A word of a file to be coloured. Offsets of the source. */
export interface ColouredWord {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The names and numbers under which a client is told of types and modifiers. */
export interface TokenLegend {
  readonly types: readonly string[];
  readonly modifiers: readonly string[];
  readonly typeNumber: (type: TokenType) => number;
  /** The bits of those modifiers that the client knows. */
  readonly modifierBits: (modifiers: readonly TokenModifier[]) => number;
}

/**
 * The legend for a client: what it did not say it knows becomes the standard type nearest to it, and
 * an unknown modifier is left out. `knownModifiers` as `knownTypes`: the names the client announced.
 */
export function legendFor(
  knownTypes: ReadonlySet<string>,
  knownModifiers: ReadonlySet<string>,
): TokenLegend {
  const nameOf = new Map<TokenType, string>(
    tokenTypes.map(({ name, standard }) => [name, knownTypes.has(name) ? name : standard]),
  );
  const types = [...new Set(nameOf.values())];
  const modifiers = tokenModifiers.filter((name) => knownModifiers.has(name));
  return {
    types,
    modifiers,
    typeNumber: (type) => types.indexOf(nameOf.get(type) ?? ''),
    modifierBits: (wanted) =>
      modifiers.reduce(
        (bits, modifier, index) => (wanted.includes(modifier) ? bits | (1 << index) : bits),
        0,
      ),
  };
}
