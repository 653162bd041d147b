import { SymbolKind, type DocumentSymbol, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { BoundFact } from '../corpus/boundFact.js';
import type { ArticleEntry, SidecarEntry } from '../corpus/corpus.js';
import { describeSlot, describeStatement } from '../rules/describe.js';
import { sectionOf, type Definition, type DefinitionKind } from '../sidecars/definition.js';
import type { Span } from '../text/span.js';
import { rangeOf, type FeatureContext } from './context.js';

const kinds: Readonly<Record<DefinitionKind, SymbolKind>> = {
  organisation: SymbolKind.Class,
  person: SymbolKind.Interface,
  place: SymbolKind.Namespace,
  document: SymbolKind.File,
  property: SymbolKind.Property,
  event: SymbolKind.Event,
};

/** The outline of a sidecar (sections, facts, definitions) or of an article (headings). */
export function provideDocumentSymbols(context: FeatureContext, uri: string): DocumentSymbol[] {
  const sidecar = context.corpus.sidecar(uri);
  if (sidecar !== undefined) {
    return sidecarSymbols(context, sidecar);
  }
  const article = context.corpus.article(uri);
  return article === undefined ? [] : headingSymbols(context, article);
}

function sidecarSymbols(context: FeatureContext, sidecar: SidecarEntry): DocumentSymbol[] {
  const { root } = sidecar.content;
  if (root?.kind !== 'map') {
    return [];
  }
  return root.entries.map(({ key, span }) => ({
    ...symbol(context, sidecar.uri, key.text || '…', SymbolKind.Module, span, key.span),
    children:
      key.text === 'facts'
        ? sidecar.facts.map((bound) => factSymbol(context, bound))
        : sidecar.content.definitions
            .filter(({ kind }) => sectionOf[kind] === key.text)
            .map((definition) => definitionSymbol(context, sidecar.uri, definition)),
  }));
}

function factSymbol(context: FeatureContext, bound: BoundFact): DocumentSymbol {
  const { fact, uri } = bound;
  const selected = fact.id?.span ??
    fact.subject?.span ?? { start: fact.span.start, end: fact.span.start };
  const name = fact.id?.value ?? `fact ${fact.index + 1}`;
  return {
    ...symbol(context, uri, name, SymbolKind.Field, fact.span, selected),
    detail: describeFact(context, bound),
  };
}

/** `Primary care trusts, count, England: 152 planned`. */
function describeFact({ corpus }: FeatureContext, bound: BoundFact): string {
  return `${describeSlot(bound, corpus)}: ${describeStatement(bound)}`;
}

function definitionSymbol(
  context: FeatureContext,
  uri: string,
  definition: Definition,
): DocumentSymbol {
  return {
    ...symbol(
      context,
      uri,
      definition.id.value,
      kinds[definition.kind],
      definition.span,
      definition.id.span,
    ),
    detail: definition.name?.value ?? '',
  };
}

function symbol(
  context: FeatureContext,
  uri: string,
  name: string,
  kind: SymbolKind,
  span: Span,
  selected: Span,
): DocumentSymbol {
  // LSP wants the selection inside the range; an alias can put a part of a fact elsewhere.
  const start = Math.min(span.start, selected.start);
  const end = Math.max(span.end, selected.end);
  return {
    name: name === '' ? '…' : name,
    kind,
    range: rangeOf(context, { uri, span: { start, end } }),
    selectionRange: rangeOf(context, { uri, span: selected }),
  };
}

/** Headings, nested by their level. */
function headingSymbols(context: FeatureContext, article: ArticleEntry): DocumentSymbol[] {
  const { blocks, rendered, text } = article.content;
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const top: DocumentSymbol[] = [];
  const open: { level: number; symbol: DocumentSymbol }[] = [];
  for (const [index, heading] of headings.entries()) {
    const level = heading.level ?? 1;
    const next = headings.slice(index + 1).find((other) => (other.level ?? 1) <= level);
    const span = { start: heading.span.start, end: next?.span.start ?? text.length };
    const name = rendered.text.slice(heading.rendered.start, heading.rendered.end).trim();
    const made: DocumentSymbol = {
      ...symbol(context, article.uri, name, SymbolKind.String, span, heading.span),
      children: [],
    };
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) {
      open.pop();
    }
    (open.at(-1)?.symbol.children ?? top).push(made);
    open.push({ level, symbol: made });
  }
  return top;
}

/** The greatest number of workspace symbols in one answer. */
const MAX_SYMBOLS = 256;

/** Definitions and facts whose id, name or alias holds the letters of the query in order, best first. */
export function provideWorkspaceSymbols(context: FeatureContext, query: string): WorkspaceSymbol[] {
  const { corpus } = context;
  const found: { score: number; symbol: WorkspaceSymbol }[] = [];
  for (const { uri, definition } of corpus.register.all()) {
    const names = [
      definition.id.value,
      definition.name?.value ?? '',
      ...definition.aliases.map(({ value }) => value),
    ];
    const score = Math.max(...names.map((name) => matchScore(query, name)));
    if (score > 0) {
      const range = rangeOf(context, { uri, span: definition.id.span });
      const name = definition.name?.value ?? definition.id.value;
      const location = { uri, range };
      found.push({
        score,
        symbol: {
          name,
          kind: kinds[definition.kind],
          containerName: `${definition.kind} ${definition.id.value}`,
          location,
        },
      });
    }
  }
  for (const { facts } of corpus.sidecars()) {
    for (const bound of facts) {
      const { uri, fact, reference } = bound;
      const score = matchScore(query, reference);
      if (score > 0) {
        const range = rangeOf(context, { uri, span: fact.id?.span ?? fact.span });
        const location = { uri, range };
        const containerName = describeFact(context, bound);
        found.push({
          score: score - 1,
          symbol: { name: reference, kind: SymbolKind.Field, containerName, location },
        });
      }
    }
  }
  return found
    .sort((a, b) => b.score - a.score || (a.symbol.name < b.symbol.name ? -1 : 1))
    .slice(0, MAX_SYMBOLS)
    .map(({ symbol: workspaceSymbol }) => workspaceSymbol);
}

/** 0 for no match; the higher the closer: equal, then prefix, then inside, then letters in order. */
function matchScore(query: string, name: string): number {
  const wanted = query.trim().toLowerCase();
  const text = name.toLowerCase();
  if (wanted === '') {
    return 10;
  }
  if (text === wanted) {
    return 100;
  }
  if (text.startsWith(wanted)) {
    return 80;
  }
  if (text.includes(wanted)) {
    return 60;
  }
  let at = 0;
  for (const letter of wanted.replace(/\s+/g, '')) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) {
      return 0;
    }
  }
  return 20;
}
