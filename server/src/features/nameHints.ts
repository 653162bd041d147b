import type { FrontMatter } from '../articles/frontMatter.js';
import type { Corpus, SidecarEntry } from '../corpus/corpus.js';
import { findFact } from '../corpus/factReference.js';
import type { IdUse } from '../corpus/idUse.js';
import { describeSlot, describeStatement } from '../rules/describe.js';
import type { Located } from '../text/span.js';
import type { FeatureContext, Place } from './context.js';
import { placeOfFact } from './targets.js';
import type { Hint } from './hint.js';
import { definitionOfUse } from './thingAt.js';

interface Behind {
  readonly name: string;
  readonly definition?: Place;
}

/** The names behind the ids of a sidecar. None where the id says as much. */
export function nameHints({ corpus }: FeatureContext, sidecar: SidecarEntry): readonly Hint[] {
  const used = sidecar.uses.flatMap((use) =>
    hintFor({ value: use.id, span: use.span }, behind(corpus, sidecar.uri, use)),
  );
  const values = sidecar.facts.flatMap(({ fact, value }) => {
    const source = fact.value;
    if (value?.kind !== 'entities' || source === undefined || source.kind === 'mapping') {
      return [];
    }
    const ids =
      source.kind === 'list'
        ? source.items
        : value.ids.length === 1
          ? [{ value: source.text.trim(), span: source.span }]
          : [];
    return ids.flatMap((id) => hintFor(id, entity(corpus, id.value)));
  });
  return [...used, ...values];
}

/** The names behind the ids that an article's front matter gives. */
export function frontMatterNameHints(
  { corpus }: FeatureContext,
  { publisher, author, basedOn = [] }: FrontMatter,
): readonly Hint[] {
  return [
    ...[publisher, author].flatMap((id) =>
      id === undefined ? [] : hintFor(id, entity(corpus, id.value)),
    ),
    ...basedOn.flatMap((id) => hintFor(id, article(corpus, id.value))),
  ];
}

function hintFor(id: Located<string>, found: Behind | undefined): readonly Hint[] {
  return found === undefined || bare(found.name) === bare(id.value)
    ? []
    : [
        {
          at: id.span,
          label: found.name,
          tooltip: `${id.value}: ${found.name}`,
          ...(found.definition === undefined ? {} : { definition: found.definition }),
        },
      ];
}

/** `care-trust` and "Care Trust" say the same. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function behind(corpus: Corpus, uri: string, use: IdUse): Behind | undefined {
  if (use.targets.includes('fact')) {
    const lookup = findFact(corpus, uri, use.id);
    return lookup.kind === 'found'
      ? {
          name: `${describeSlot(lookup.fact, corpus)}: ${describeStatement(lookup.fact)}`,
          definition: placeOfFact(lookup.fact),
        }
      : undefined;
  }
  if (use.targets.includes('article')) {
    return article(corpus, use.id);
  }
  const named = definitionOfUse(corpus, use);
  if (named !== undefined) {
    const { id, name } = named.definition;
    return {
      name: name?.value ?? id.value,
      definition: { uri: named.uri, span: id.span },
    };
  }
  const property = use.targets.includes('property') ? corpus.register.property(use.id) : undefined;
  return property && { name: property.name };
}

function entity(corpus: Corpus, id: string): Behind | undefined {
  const named = corpus.register.findEntity(id);
  return (
    named && {
      name: named.definition.name?.value ?? id,
      definition: { uri: named.uri, span: named.definition.id.span },
    }
  );
}

function article(corpus: Corpus, id: string): Behind | undefined {
  const [uri] = corpus.filesOfArticleId(id);
  const info = uri === undefined ? undefined : (corpus.sidecar(uri)?.info ?? corpus.infoOf(uri));
  return info === undefined || uri === undefined
    ? undefined
    : {
        name: info.title ?? id,
        definition: { uri: info.articleUri ?? uri, span: { start: 0, end: 0 } },
      };
}
