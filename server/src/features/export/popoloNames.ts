import type { Corpus } from '../../corpus/corpus.js';
import { sectionOf, type Definition } from '../../sidecars/definition.js';
import { mapGet } from '../../text/yamlTree.js';
import { webAddress } from './webAddress.js';

/** Other names of a thing: its aliases. */
export function otherNamesOf({ aliases }: Definition): readonly { readonly name: string }[] {
  return aliases.map(({ value }) => ({ name: value }));
}

/** The web page under `url`; nothing but http and https addresses. */
export function linksOf({ fields }: Definition): readonly { readonly url: string }[] {
  const url = webAddress(fields.get('url')?.value);
  return url === undefined ? [] : [{ url }];
}

/** The entries of `identifiers`, the scheme being the key: `{wikidata: Q7243023}`. */
export function identifiersOf(
  corpus: Corpus,
  uri: string,
  definition: Definition,
): readonly { readonly scheme: string; readonly identifier: string }[] {
  const root = corpus.sidecar(uri)?.content.root;
  const section = root?.kind === 'map' ? mapGet(root, sectionOf[definition.kind]) : undefined;
  const node =
    section?.kind === 'map'
      ? section.entries.find(({ key }) => key.span.start === definition.id.span.start)?.value
      : undefined;
  const identifiers = node?.kind === 'map' ? mapGet(node, 'identifiers') : undefined;
  return identifiers?.kind === 'map'
    ? identifiers.entries.flatMap(({ key, value }) =>
        value?.kind === 'scalar' && !value.isNull
          ? [{ scheme: key.text, identifier: value.text }]
          : [],
      )
    : [];
}
