import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus, SidecarEntry } from '../corpus/corpus.js';
import type { IdUse } from '../corpus/idUse.js';
import type { Named } from '../corpus/names.js';
import { idKey } from '../corpus/register.js';
import type { Sidecar } from '../sidecars/sidecar.js';
import { firstPast } from '../text/firstPast.js';
import { contains, type Span } from '../text/span.js';
import type { YamlNode } from '../text/yamlTree.js';
import type { Thing } from './thing.js';
import { thingInArticle } from './thingInArticle.js';
import { useAt } from './usesIn.js';

export type { Thing };

/** Finds the innermost thing at an offset; the end of a word counts as part of it. */
export function thingAt(corpus: Corpus, uri: string, offset: number): Thing | null {
  const sidecar = corpus.sidecar(uri);
  if (sidecar !== undefined) {
    return inSidecar(sidecar, offset);
  }
  const article = corpus.article(uri);
  return article === undefined ? null : thingInArticle(corpus, article, offset);
}

function inSidecar(sidecar: SidecarEntry, offset: number): Thing | null {
  const fact = factAt(sidecar, offset);
  const use = useAt(sidecar, fact, offset) ?? ownArticleId(sidecar, offset);
  if (use !== undefined) {
    return { kind: 'use', span: use.span, use };
  }
  for (const definition of sidecar.content.definitions) {
    const at = [definition.id, definition.name, ...definition.aliases].find(
      (part) => part !== undefined && contains(part.span, offset),
    );
    if (at !== undefined) {
      return { kind: 'definition', span: at.span, named: { uri: sidecar.uri, definition } };
    }
  }
  return (fact === undefined ? null : inFact(fact, offset)) ?? keyAt(sidecar, fact, offset);
}

/** The first fact that an offset touches: where all are behind one alias, they stand in one place. */
function factAt({ facts, content }: SidecarEntry, offset: number): BoundFact | undefined {
  const at = firstPast(content.facts.length, (index) => endOf(content, index) < offset);
  const fact = content.facts[at];
  return fact !== undefined && contains(fact.span, offset) ? facts[at] : undefined;
}

function endOf({ facts }: Sidecar, index: number): number {
  return facts[index]?.span.end ?? Infinity;
}

/** The id that a sidecar gives its article stands for that article. */
function ownArticleId({ content }: SidecarEntry, offset: number): IdUse | undefined {
  const id = content.article?.id;
  return id !== undefined && contains(id.span, offset)
    ? { id: id.value, span: id.span, key: 'id', targets: ['article'], nameAllowed: false }
    : undefined;
}

function inFact(bound: BoundFact, offset: number): Thing | null {
  const { id, quotes, value } = bound.fact;
  if (id !== undefined && contains(id.span, offset)) {
    return { kind: 'fact-id', span: id.span, fact: bound };
  }
  const quote = quotes.find(({ span }) => contains(span, offset));
  if (quote !== undefined) {
    return { kind: 'quote', span: quote.exact.span, fact: bound, quote };
  }
  return value !== undefined && contains(value.span, offset)
    ? { kind: 'value', span: value.span, fact: bound }
    : null;
}

/** The key at an offset, or the key whose plain value stands there. */
export function keyAt(
  sidecar: SidecarEntry,
  fact: BoundFact | undefined,
  offset: number,
): Extract<Thing, { kind: 'key' }> | null {
  const path: string[] = [];
  let node: YamlNode | null = sidecar.content.root;
  while (node !== null) {
    if (node.kind === 'list') {
      node = node.items.find((item) => contains(item.span, offset)) ?? null;
      continue;
    }
    if (node.kind === 'scalar') {
      return path.length === 0 ? null : { kind: 'key', span: node.span, path, isKey: false, fact };
    }
    const entry:
      { key: { text: string; span: Span }; value: YamlNode | null; span: Span } | undefined =
      node.entries.find(
        ({ key, value }) =>
          contains(key.span, offset) || (value !== null && contains(value.span, offset)),
      );
    if (entry === undefined) {
      return null;
    }
    path.push(entry.key.text);
    if (contains(entry.key.span, offset)) {
      return { kind: 'key', span: entry.key.span, path, isKey: true, fact };
    }
    node = entry.value;
  }
  return null;
}

/** What an id use stands for; the first by place where it is defined several times. */
export function definitionOfUse(corpus: Corpus, use: IdUse): Named | undefined {
  for (const target of use.targets) {
    if (target !== 'article' && target !== 'fact') {
      const named = corpus.register.find(target, use.id);
      if (named !== undefined) {
        return named;
      }
    }
  }
  return undefined;
}

/** Every definition of what an id use stands for, by place. More than one is a `duplicate-id`. */
export function definitionsOfUse(corpus: Corpus, use: IdUse): readonly Named[] {
  const kind = definitionOfUse(corpus, use)?.definition.kind;
  return kind === undefined
    ? []
    : corpus.register
        .definitionsOf(idKey(kind, use.id))
        .filter(({ definition }) => definition.kind === kind);
}
