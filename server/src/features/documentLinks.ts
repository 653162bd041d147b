import type { DocumentLink } from 'vscode-languageserver-types';
import type { Corpus, SidecarEntry } from '../corpus/corpus.js';
import { resolveReference } from '../corpus/uri.js';
import { span, type Located, type Span } from '../text/span.js';
import { mapGet, type YamlNode } from '../text/yamlTree.js';
import { rangeOf, type FeatureContext } from './context.js';
import { frontMatterUses } from '../corpus/idUse.js';
import { ownEntries } from './yamlPlaces.js';

interface Link {
  readonly span: Span;
  readonly target: string;
}

/**
 * The links of a file: web addresses under `url`, the article that `article.file` names, the file that
 * it was converted from, and the articles it is based on. Only `http` and `https`, and only files that
 * the corpus holds, so that a file from elsewhere can neither run a command nor open anything outside.
 */
export function provideDocumentLinks(context: FeatureContext, uri: string): DocumentLink[] {
  const { corpus } = context;
  const sidecar = corpus.sidecar(uri);
  const article = corpus.article(uri);
  const links =
    sidecar !== undefined
      ? sidecarLinks(corpus, sidecar)
      : article !== undefined
        ? [
            ...webLinks([article.content.frontMatter?.url]),
            ...articleLinks(
              corpus,
              frontMatterUses(article.content.frontMatter).filter(isArticleUse),
            ),
          ]
        : [];
  const text = corpus.source(uri)?.text ?? '';
  return links
    .map((link) => ({ ...link, span: withoutQuotes(text, link.span) }))
    .sort((a, b) => a.span.start - b.span.start)
    .map((link) => ({ range: rangeOf(context, { uri, span: link.span }), target: link.target }));
}

function sidecarLinks(corpus: Corpus, sidecar: SidecarEntry): readonly Link[] {
  const { content, link, uses } = sidecar;
  const { article, root } = content;
  const file = article?.file;
  return [
    ...webLinks(urlsIn(root, content.text)),
    ...(file !== undefined && link.kind === 'present'
      ? [{ span: file.span, target: link.uri }]
      : []),
    ...sourceFileLinks(corpus, sidecar),
    ...articleLinks(corpus, uses.filter(isArticleUse)),
  ];
}

function isArticleUse({ targets }: { readonly targets: readonly string[] }): boolean {
  return targets.includes('article');
}

function articleLinks(
  corpus: Corpus,
  uses: readonly { readonly id: string; readonly span: Span }[],
): readonly Link[] {
  return uses.flatMap((use) =>
    corpus
      .filesOfArticleId(use.id)
      .slice(0, 1)
      .map((file) => ({
        span: use.span,
        target: corpus.sidecar(file)?.info.articleUri ?? file,
      })),
  );
}

/** `article.source.file`: what the text was converted from, where that is a file of the corpus. */
function sourceFileLinks(corpus: Corpus, { uri, root, content }: SidecarEntry): readonly Link[] {
  const file = at(content.root, 'article', 'source', 'file');
  if (file?.kind !== 'scalar' || file.isNull) {
    return [];
  }
  const resolved = resolveReference(root, uri, file.text);
  return resolved.kind === 'inside' && corpus.source(resolved.uri) !== undefined
    ? [{ span: file.span, target: resolved.uri }]
    : [];
}

function at(root: YamlNode | null, ...path: readonly string[]): YamlNode | null | undefined {
  return path.reduce<YamlNode | null | undefined>(
    (node, key) => (node?.kind === 'map' ? mapGet(node, key) : undefined),
    root,
  );
}

/** Every plain value under a key `url`; what an alias brings in has its link where it stands. */
function urlsIn(node: YamlNode | null, text: string): readonly Located<string>[] {
  switch (node?.kind) {
    case 'map':
      return ownEntries(node, text).flatMap(({ key, value }) =>
        key.text === 'url' && value?.kind === 'scalar'
          ? [{ value: value.text, span: value.span }]
          : urlsIn(value, text),
      );
    case 'list':
      return node.items.flatMap((item) => urlsIn(item, text));
    case 'scalar':
    case undefined:
      return [];
  }
}

function webLinks(urls: readonly (Located<string> | undefined)[]): readonly Link[] {
  return urls.flatMap((url) =>
    url !== undefined && isWebAddress(url.value) ? [{ span: url.span, target: url.value }] : [],
  );
}

/** An address as people write it; none with a user's name in it, which can hide where it leads. */
function isWebAddress(text: string): boolean {
  return (
    /^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s\\]*)?$/iu.test(text) &&
    !/[\p{Cc}\p{Cs}\p{Cf}]/u.test(text)
  );
}

/** What stands between quotation marks, without line breaks and spaces around it. */
function withoutQuotes(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end).trimEnd();
  const quoted = /^(["']).*\1$/s.test(written) && written.length > 1;
  return quoted ? span(start + 1, start + written.length - 1) : span(start, start + written.length);
}
