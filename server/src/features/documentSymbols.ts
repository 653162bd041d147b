import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { BoundFact } from '../corpus/boundFact.js';
import type { ArticleEntry, SidecarEntry } from '../corpus/corpus.js';
import { sectionOf, type Definition } from '../sidecars/definition.js';
import type { Span } from '../text/span.js';
import { rangeOf, type FeatureContext } from './context.js';
import { headingSections } from './headingSections.js';
import { describeFact, symbolKindOf } from './symbolKinds.js';

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
    ...(key.text === 'article' ? { detail: sidecar.info.title ?? '' } : {}),
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
      symbolKindOf[definition.kind],
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
function headingSymbols(context: FeatureContext, { uri, content }: ArticleEntry): DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const open: { level: number; symbol: DocumentSymbol }[] = [];
  for (const { heading, level, span } of headingSections(content)) {
    const { start, end } = heading.rendered;
    const name = content.rendered.text.slice(start, end).trim();
    const made: DocumentSymbol = {
      ...symbol(context, uri, name, SymbolKind.String, span, heading.span),
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
