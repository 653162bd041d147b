import { MarkupKind, type CompletionItem, type MarkupContent } from 'vscode-languageserver-types';
import { findFact } from '../../corpus/factReference.js';
import { definitionKinds } from '../../sidecars/definition.js';
import type { FeatureContext } from '../context.js';
import { articleLines, definitionLines, factLines, propertyLines } from '../hoverFact.js';
import type { CompletionClient } from './client.js';

/** An item with what it stands for described; the item as it was where that is not known any more. */
export function resolveCompletion(
  context: FeatureContext,
  item: CompletionItem,
  { completionMarkdown: markdown }: Pick<CompletionClient, 'completionMarkdown'>,
): CompletionItem {
  const lines = describe({ ...context, markdown }, item.data);
  if (lines.length === 0) {
    return item;
  }
  const documentation: MarkupContent = {
    kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
    value: lines.join('\n'),
  };
  return { ...item, documentation };
}

/** @param data as a client sends it back: anything at all */
function describe(context: FeatureContext, data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) {
    return [];
  }
  const { corpus } = context;
  const told = new Map<string, unknown>(Object.entries(data));
  const text = (key: string): string => {
    const value = told.get(key);
    return typeof value === 'string' ? value : '';
  };
  switch (told.get('kind')) {
    case 'definition': {
      const kind = definitionKinds.find((one) => one === text('of'));
      if (kind === 'property') {
        const property = corpus.register.property(text('id'));
        return property === undefined ? [] : propertyLines(context, property);
      }
      const named = kind === undefined ? undefined : corpus.register.find(kind, text('id'));
      return named === undefined ? [] : definitionLines(context, named.definition);
    }
    case 'article': {
      const [file] = corpus.filesOfArticleId(text('id'));
      return file === undefined
        ? []
        : articleLines(context, corpus.sidecar(file)?.info ?? corpus.infoOf(file));
    }
    case 'fact': {
      const lookup = findFact(corpus, text('from'), text('reference'));
      return lookup.kind === 'found' ? factLines(context, lookup.fact) : [];
    }
    default:
      return [];
  }
}
