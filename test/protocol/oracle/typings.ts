import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import * as protocol from 'vscode-languageserver/node';
import {
  anything,
  type BaseName,
  type MetaModel,
  type Method,
  type Property,
  type RequestMethod,
  type Structure,
  type Type,
} from './metaModel.js';

/*
 * The meta model is made from the declarations of `vscode-languageserver-protocol`; so is the one
 * that is published with the specification. Thus the oracle always knows the very version of the
 * protocol that is installed, and nothing of it is copied into this repository.
 */

const baseNames: ReadonlySet<string> = new Set<BaseName>([
  'URI',
  'DocumentUri',
  'RegExp',
  'integer',
  'uinteger',
  'decimal',
]);

const keywords: ReadonlyMap<ts.SyntaxKind, Type> = new Map<ts.SyntaxKind, Type>([
  [ts.SyntaxKind.StringKeyword, { kind: 'base', name: 'string' }],
  [ts.SyntaxKind.NumberKeyword, { kind: 'base', name: 'decimal' }],
  [ts.SyntaxKind.BooleanKeyword, { kind: 'base', name: 'boolean' }],
  [ts.SyntaxKind.VoidKeyword, { kind: 'base', name: 'null' }],
  [ts.SyntaxKind.UndefinedKeyword, { kind: 'base', name: 'null' }],
  [ts.SyntaxKind.AnyKeyword, anything],
  [ts.SyntaxKind.UnknownKeyword, anything],
  [
    ts.SyntaxKind.ObjectKeyword,
    { kind: 'map', key: { kind: 'base', name: 'string' }, value: anything },
  ],
]);

/** Reads the declarations of the installed protocol. */
export function readTypings(): MetaModel {
  const declarations = new Declarations(declarationFiles());
  const requests: RequestMethod[] = [];
  const notifications: Method[] = [];
  for (const [name, type] of declarations.messages()) {
    const common = {
      method: valueOf(name, 'method'),
      messageDirection: valueOf(name, 'messageDirection') as Method['messageDirection'],
      ...declarations.clientCapability(name),
    };
    const kind = type.typeName.getText();
    const [first, second, third, fourth, fifth] = type.typeArguments ?? [];
    switch (kind) {
      case 'ProtocolRequestType':
        requests.push({
          ...common,
          ...declarations.optional('params', first),
          result: declarations.typeOf(second),
          ...declarations.optional('partialResult', third),
          ...declarations.optional('registrationOptions', fifth),
        });
        break;
      case 'ProtocolRequestType0':
        requests.push({
          ...common,
          result: declarations.typeOf(first),
          ...declarations.optional('partialResult', second),
          ...declarations.optional('registrationOptions', fourth),
        });
        break;
      case 'ProtocolNotificationType':
        notifications.push({
          ...common,
          ...declarations.optional('params', first),
          ...declarations.optional('registrationOptions', second),
        });
        break;
      default:
        notifications.push({ ...common, ...declarations.optional('registrationOptions', first) });
    }
  }
  declarations.useProgressOf('WorkDoneProgress');
  return { requests, notifications, enumerations: [], ...declarations.used() };
}

function valueOf(namespace: string, property: string): string {
  const value = (protocol as unknown as Record<string, Record<string, unknown> | undefined>)[
    namespace
  ]?.[property];
  assert.ok(typeof value === 'string', `${namespace}.${property}`);
  return value;
}

/** Those of the protocol that the server is built with, and those of the types it is about. */
function declarationFiles(): string[] {
  const server = createRequire(import.meta.url).resolve('vscode-languageserver/node');
  const library = createRequire(server).resolve('vscode-languageserver-protocol');
  const types = createRequire(library).resolve('vscode-languageserver-types');
  const jsonrpc = createRequire(library).resolve('vscode-jsonrpc');
  const folder = join(dirname(library), '../common');
  return [
    ...readdirSync(folder)
      .filter((file) => file.startsWith('protocol.') && file.endsWith('.d.ts'))
      .map((file) => join(folder, file)),
    join(dirname(types), 'main.d.ts'),
    join(dirname(jsonrpc), '../common/connection.d.ts'),
  ];
}

/** Interfaces, types and namespaces by name; each becomes part of the model when it is used. */
class Declarations {
  private readonly interfaces = new Map<string, ts.InterfaceDeclaration>();
  private readonly aliases = new Map<string, ts.TypeAliasDeclaration>();
  private readonly namespaces = new Map<string, ts.ModuleDeclaration>();
  private readonly structures = new Map<string, Structure | null>();
  private readonly typeAliases = new Map<string, Type | null>();

  constructor(files: readonly string[]) {
    for (const file of files) {
      const source = ts.createSourceFile(
        file,
        readFileSync(file, 'utf8'),
        ts.ScriptTarget.Latest,
        true,
      );
      for (const statement of source.statements) {
        if (ts.isInterfaceDeclaration(statement)) {
          this.interfaces.set(statement.name.text, statement);
        } else if (ts.isTypeAliasDeclaration(statement)) {
          this.aliases.set(statement.name.text, statement);
        } else if (ts.isModuleDeclaration(statement)) {
          this.namespaces.set(statement.name.text, statement);
        }
      }
    }
  }

  /** The namespaces that stand for a request or notification, with the `type` of each. */
  *messages(): Iterable<readonly [string, ts.TypeReferenceNode]> {
    for (const name of this.namespaces.keys()) {
      const type = this.constant(name, 'type')?.type;
      if (
        type !== undefined &&
        ts.isTypeReferenceNode(type) &&
        type.typeName.getText().startsWith('Protocol')
      ) {
        yield [name, type];
      }
    }
  }

  /** The client's half of `const capabilities: CM<client, server>`. */
  clientCapability(namespace: string): { clientCapability?: string } {
    const type = this.constant(namespace, 'capabilities')?.type;
    const half = type && ts.isTypeReferenceNode(type) ? type.typeArguments?.[0] : undefined;
    const value = half && this.typeOf(half);
    return value?.kind === 'stringLiteral' ? { clientCapability: value.value } : {};
  }

  private constant(namespace: string, name: string): ts.VariableDeclaration | undefined {
    const body = this.namespaces.get(namespace)?.body;
    return body === undefined || !ts.isModuleBlock(body)
      ? undefined
      : body.statements
          .flatMap((statement) =>
            ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [],
          )
          .find((declaration) => declaration.name.getText() === name);
  }

  optional<K extends string>(key: K, node: ts.TypeNode | undefined): Partial<Record<K, Type>> {
    const isNothing =
      node === undefined ||
      node.kind === ts.SyntaxKind.VoidKeyword ||
      node.kind === ts.SyntaxKind.NeverKeyword;
    return isNothing ? {} : ({ [key]: this.typeOf(node) } as Partial<Record<K, Type>>);
  }

  /** What is told under a progress token belongs to no message, but to `const type: ProgressType<…>`. */
  useProgressOf(namespace: string): void {
    const type = this.constant(namespace, 'type')?.type;
    assert.ok(type !== undefined && ts.isTypeReferenceNode(type));
    type.typeArguments?.forEach((value) => this.typeOf(value));
  }

  used(): Pick<MetaModel, 'structures' | 'typeAliases'> {
    return {
      structures: [...this.structures.values()].filter((structure) => structure !== null),
      typeAliases: [...this.typeAliases].map(([name, type]) => ({ name, type: type ?? anything })),
    };
  }

  typeOf(node: ts.TypeNode | undefined): Type {
    assert.ok(node);
    const keyword = keywords.get(node.kind);
    if (keyword !== undefined) {
      return keyword;
    }
    if (ts.isParenthesizedTypeNode(node)) {
      return this.typeOf(node.type);
    }
    if (ts.isArrayTypeNode(node)) {
      return { kind: 'array', element: this.typeOf(node.elementType) };
    }
    if (ts.isTupleTypeNode(node)) {
      return { kind: 'tuple', items: node.elements.map((element) => this.typeOf(element)) };
    }
    if (ts.isUnionTypeNode(node)) {
      return { kind: 'or', items: node.types.map((type) => this.typeOf(type)) };
    }
    if (ts.isIntersectionTypeNode(node)) {
      return { kind: 'and', items: node.types.map((type) => this.typeOf(type)) };
    }
    if (ts.isTypeLiteralNode(node)) {
      return this.membersOf(node.members);
    }
    if (ts.isLiteralTypeNode(node)) {
      return literal(node.literal);
    }
    if (ts.isTypeQueryNode(node)) {
      const [namespace = '', name = ''] = node.exprName.getText().split('.');
      const { initializer, type } = this.constant(namespace, name) ?? {};
      return initializer === undefined ? this.typeOf(type) : literal(initializer);
    }
    assert.ok(ts.isTypeReferenceNode(node), `What type is ${node.getText()}?`);
    return this.named(node.typeName.getText().split('.').at(-1) ?? '', node.typeName.getText());
  }

  private named(name: string, path: string): Type {
    if (baseNames.has(name)) {
      return { kind: 'base', name: name as BaseName };
    }
    const isTypeParameter = /^[A-Z]$/.test(name);
    if (name === 'LSPAny' || isTypeParameter) {
      return anything;
    }
    const found = this.interfaces.get(name);
    const alias = this.aliases.get(name);
    if (found !== undefined) {
      this.useInterface(name, found);
    } else if (alias !== undefined) {
      this.useAlias(name, alias);
    } else {
      // `Foldings.Kind`, and a constant used as a type.
      const [namespace = '', constant = ''] = path.split('.');
      const { initializer, type } = this.constant(namespace, constant) ?? {};
      assert.ok(initializer ?? type, `What is ${path}?`);
      return initializer === undefined ? this.typeOf(type) : literal(initializer);
    }
    return { kind: 'reference', name };
  }

  private useInterface(name: string, node: ts.InterfaceDeclaration): void {
    if (this.structures.has(name) || this.typeAliases.has(name)) {
      return;
    }
    this.structures.set(name, null); // it may speak of itself
    const bases = (node.heritageClauses ?? [])
      .flatMap(({ types }) => types)
      .map(({ expression }) => this.named(expression.getText(), expression.getText()));
    const members = this.membersOf(node.members);
    if (members.kind === 'literal') {
      this.structures.set(name, {
        name,
        extends: bases,
        properties: members.value.properties,
      });
    } else {
      this.structures.delete(name);
      this.typeAliases.set(name, { kind: 'and', items: [...bases, members] });
    }
  }

  private useAlias(name: string, node: ts.TypeAliasDeclaration): void {
    if (!this.typeAliases.has(name)) {
      this.typeAliases.set(name, null);
      this.typeAliases.set(name, this.typeOf(node.type));
    }
  }

  /** A map where there is an index signature alone; both where there are properties too. */
  private membersOf(members: ts.NodeArray<ts.TypeElement>): Type {
    const properties: Property[] = [];
    const maps: Type[] = [];
    for (const member of members) {
      if (ts.isIndexSignatureDeclaration(member)) {
        const key = this.typeOf(member.parameters[0]?.type);
        maps.push({ kind: 'map', key, value: this.typeOf(member.type) });
      } else if (ts.isPropertySignature(member)) {
        const name = ts.isIdentifier(member.name) ? member.name.text : member.name.getText();
        const optional = member.questionToken !== undefined;
        properties.push({ name, type: this.typeOf(member.type), optional });
      }
    }
    const shape: Type = { kind: 'literal', value: { properties } };
    const [map] = maps;
    return map === undefined
      ? shape
      : properties.length === 0
        ? map
        : { kind: 'and', items: [shape, map] };
  }
}

function literal(node: ts.Node): Type {
  if (ts.isStringLiteralLike(node)) {
    return { kind: 'stringLiteral', value: node.text };
  }
  if (ts.isNumericLiteral(node) || ts.isPrefixUnaryExpression(node)) {
    return { kind: 'integerLiteral', value: Number(node.getText()) };
  }
  if (node.kind === ts.SyntaxKind.NullKeyword) {
    return { kind: 'base', name: 'null' };
  }
  const isBoolean =
    node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword;
  assert.ok(isBoolean, `What is ${node.getText()}?`);
  return { kind: 'booleanLiteral', value: node.kind === ts.SyntaxKind.TrueKeyword };
}
