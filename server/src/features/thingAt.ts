import { quotedWords } from '../corpus/anchor.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { ArticleEntry, Corpus, SidecarEntry } from '../corpus/corpus.js';
import type { IdUse } from '../corpus/idUse.js';
import type { Named } from '../corpus/names.js';
import type { Definition } from '../sidecars/definition.js';
import type { QuoteSource } from '../sidecars/sidecar.js';
import { contains, type Span } from '../text/span.js';
import type { YamlNode } from '../text/yamlTree.js';

/** What stands at a place in a file. `span` is what a hover or a link is about. */
export type Thing =
  /** A name in an article; several candidates where the name alone does not tell. */
  | { readonly kind: 'mention'; readonly span: Span; readonly candidates: readonly Named[] }
  /** Words of an article that facts quote. */
  | { readonly kind: 'quoted'; readonly span: Span; readonly facts: readonly BoundFact[] }
  /** An id that stands for something, in a sidecar or in an article's front matter. */
  | { readonly kind: 'use'; readonly span: Span; readonly use: IdUse }
  /** The id or name of a definition. */
  | { readonly kind: 'definition'; readonly span: Span; readonly named: Named }
  | { readonly kind: 'fact-id'; readonly span: Span; readonly fact: BoundFact }
  | {
      readonly kind: 'quote';
      readonly span: Span;
      readonly fact: BoundFact;
      readonly quote: QuoteSource;
    }
  | { readonly kind: 'value'; readonly span: Span; readonly fact: BoundFact }
  /** Any other key or plain value of a sidecar. `path` leads to it: `facts`, `modality`. */
  | {
      readonly kind: 'key';
      readonly span: Span;
      readonly path: readonly string[];
      /** True for the key itself, false for its value. */
      readonly isKey: boolean;
      readonly fact: BoundFact | undefined;
    };

/** Finds the innermost thing at an offset; the end of a word counts as part of it. */
export function thingAt(corpus: Corpus, uri: string, offset: number): Thing | null {
  const sidecar = corpus.sidecar(uri);
  if (sidecar !== undefined) {
    return inSidecar(sidecar, offset);
  }
  const article = corpus.article(uri);
  return article === undefined ? null : inArticle(corpus, article, offset);
}

function inArticle(corpus: Corpus, article: ArticleEntry, offset: number): Thing | null {
  const front = article.content.frontMatter;
  if (front !== null && contains(front.span, offset)) {
    return inFrontMatter(article, offset);
  }
  const { rendered } = article.content;
  for (const { span, candidates } of corpus.mentionsIn(article)) {
    const source = rendered.sourceSpan(span);
    if (contains(source, offset)) {
      return { kind: 'mention', span: source, candidates };
    }
  }
  const quoting = corpus
    .sidecarsFor(article.uri)
    .flatMap(({ facts }) => facts)
    .map((fact) => ({
      fact,
      words: quotedWords(corpus, fact).find(({ span }) => contains(span, offset)),
    }))
    .filter(({ words }) => words !== undefined)
    .sort((a, b) => length(a.words?.span) - length(b.words?.span));
  const span = quoting[0]?.words?.span;
  return span === undefined
    ? null
    : { kind: 'quoted', span, facts: quoting.map(({ fact }) => fact) };
}

function length(span: Span | undefined): number {
  return span === undefined ? Infinity : span.end - span.start;
}

function inFrontMatter(article: ArticleEntry, offset: number): Thing | null {
  const front = article.content.frontMatter;
  const uses: readonly (IdUse | undefined)[] = [
    front?.publisher && {
      ...front.publisher,
      id: front.publisher.value,
      key: 'publisher',
      targets: ['organisation'],
      nameAllowed: true,
    },
    front?.author && {
      ...front.author,
      id: front.author.value,
      key: 'author',
      targets: ['person', 'organisation'],
      nameAllowed: true,
    },
    ...(front?.basedOn ?? []).map(({ value, span }): IdUse => ({
      id: value,
      span,
      key: 'basedOn',
      targets: ['article'],
      nameAllowed: false,
    })),
  ];
  const use = uses.find((candidate) => candidate !== undefined && contains(candidate.span, offset));
  return use === undefined ? null : { kind: 'use', span: use.span, use };
}

function inSidecar(sidecar: SidecarEntry, offset: number): Thing | null {
  const use = sidecar.uses.find(({ span }) => contains(span, offset));
  if (use !== undefined) {
    return { kind: 'use', span: use.span, use };
  }
  for (const definition of sidecar.content.definitions) {
    const at = [definition.id, definition.name].find(
      (part) => part !== undefined && contains(part.span, offset),
    );
    if (at !== undefined) {
      return { kind: 'definition', span: at.span, named: { uri: sidecar.uri, definition } };
    }
  }
  const fact = sidecar.facts.find((bound) => contains(bound.fact.span, offset));
  return (fact === undefined ? null : inFact(fact, offset)) ?? keyAt(sidecar, fact, offset);
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

/** Whether a definition is what an id use stands for. */
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

/** Whether two definitions are one. */
export function isSame(a: Definition, b: Definition): boolean {
  return a.id.value === b.id.value && a.kind === b.kind;
}
