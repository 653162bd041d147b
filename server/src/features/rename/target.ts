import type { BoundFact } from '../../corpus/boundFact.js';
import type { Corpus } from '../../corpus/corpus.js';
import { findFact } from '../../corpus/factReference.js';
import { valueUses, type IdUse } from '../../corpus/idUse.js';
import type { Named } from '../../corpus/names.js';
import { builtInProperties } from '../../corpus/property.js';
import { idKey } from '../../corpus/register.js';
import { contains, type Located, type Span } from '../../text/span.js';
import { definitionOfUse, thingAt } from '../thingAt.js';
import { scalarsByStart, spanOfPart, yamlOf, type Part } from './idPlaces.js';
import { placeWords, refuse, type Refusal } from './refusal.js';

/** What gets another id. */
export type Target =
  | { readonly kind: 'definition'; readonly id: string; readonly named: Named }
  /** `uri`: the sidecar of the article, or the article itself. The id is written out there. */
  | { readonly kind: 'article'; readonly id: string; readonly uri: string }
  | { readonly kind: 'fact'; readonly id: string; readonly fact: BoundFact };

/** Something that can be renamed from an offset: what it is, and where its id stands there. */
export interface Renamable {
  readonly target: Target;
  readonly span: Span;
}

/** What a rename at an offset would rename, or why it cannot. */
export function renamableAt(corpus: Corpus, uri: string, offset: number): Renamable | Refusal {
  return stated(corpus, uri, offset) ?? inValue(corpus, uri, offset) ?? other(corpus, uri, offset);
}

/** The id of an article, where it is written out. */
function stated(corpus: Corpus, uri: string, offset: number): Renamable | Refusal | undefined {
  const own = corpus.sidecar(uri)?.content.article?.id;
  if (own !== undefined && contains(own.span, offset)) {
    return at(corpus, uri, own, ofArticle(corpus, own.value));
  }
  const front = corpus.article(uri)?.content.frontMatter?.id;
  if (front === undefined || !contains(front.span, offset)) {
    return undefined;
  }
  const { id } = corpus.infoOf(uri);
  return id === front.value
    ? at(corpus, uri, front, ofArticle(corpus, id))
    : refuse(`The article’s sidecar states another id, \`${id}\`, which counts. Rename it there.`);
}

/** An id in the value of a fact. */
function inValue(corpus: Corpus, uri: string, offset: number): Renamable | Refusal | undefined {
  const bound = corpus.sidecar(uri)?.facts.find(({ fact }) => {
    return fact.value !== undefined && contains(fact.value.span, offset);
  });
  for (const use of bound === undefined ? [] : valueUses(bound)) {
    if (!contains(use.span, offset)) {
      continue;
    }
    const part = { start: use.offset, end: use.offset + use.id.length };
    if (use.origin === undefined && contains(partSpan(corpus, uri, use.span, part), offset)) {
      return at(corpus, uri, { ...use, value: use.id }, ofUse(corpus, uri, use), part);
    }
  }
  return undefined;
}

function other(corpus: Corpus, uri: string, offset: number): Renamable | Refusal {
  const thing = thingAt(corpus, uri, offset);
  switch (thing?.kind) {
    case 'use':
      return atUse(corpus, uri, thing.use, offset);
    case 'definition': {
      const { named } = thing;
      const { id } = named.definition;
      return thing.span === id.span
        ? at(corpus, uri, id, ofDefinition(corpus, named))
        : refuse(
            `This is a name of \`${id.value}\`: you can simply edit it. The id is renamed ${placeWords(corpus, named.uri, id.span)}.`,
          );
    }
    case 'fact-id': {
      const { id } = thing.fact.fact;
      return id === undefined ? nothing : at(corpus, uri, id, ofFact(corpus, thing.fact));
    }
    case 'mention': {
      const [named] = thing.candidates;
      if (named === undefined) {
        return nothing;
      }
      const { id } = named.definition;
      const words = corpus.source(uri)?.text.slice(thing.span.start, thing.span.end) ?? '';
      return refuse(
        `“${words.replace(/\s+/g, ' ')}” is text of the article. The id that it stands for, \`${id.value}\`, is renamed ${placeWords(corpus, named.uri, id.span)}.`,
      );
    }
    case 'figure':
    case 'quoted':
    case 'quote':
    case 'value':
    case 'key':
    case undefined:
      return nothing;
  }
}

const nothing = refuse('There is no id here that could be renamed.');

function atUse(corpus: Corpus, uri: string, use: IdUse, offset: number): Renamable | Refusal {
  const written = { ...use, value: use.id };
  const hash = use.targets.includes('fact') ? use.id.indexOf('#') : -1;
  if (hash < 0) {
    return at(corpus, uri, written, ofUse(corpus, uri, use));
  }
  const article = { start: 0, end: hash };
  return contains(partSpan(corpus, uri, use.span, article), offset)
    ? at(corpus, uri, written, ofArticle(corpus, use.id.slice(0, hash)), article)
    : at(corpus, uri, written, ofUse(corpus, uri, use), { start: hash + 1, end: use.id.length });
}

/** The span of a part of a scalar; of the whole scalar where escapes hide the part. */
function partSpan(corpus: Corpus, uri: string, span: Span, part: Part): Span {
  const yaml = yamlOf(corpus, uri);
  const placed = yaml && scalarsByStart(yaml).get(span.start);
  return (placed && spanOfPart(placed.scalar, part)) ?? span;
}

function at(
  corpus: Corpus,
  uri: string,
  { value, span, origin }: Located<string>,
  target: Target | Refusal,
  part: Part = { start: 0, end: value.length },
): Renamable | Refusal {
  if ('refused' in target) {
    return target;
  }
  if (origin !== undefined) {
    const place = placeWords(corpus, uri, origin);
    return refuse(`This alias repeats an id that is written elsewhere. It is renamed ${place}.`);
  }
  if (target.kind === 'fact' && value.slice(part.start, part.end) !== target.id) {
    const place = placeWords(corpus, target.fact.uri, target.fact.fact.id?.span);
    return refuse(
      `This names the fact \`${target.id}\` by its number. Its id is renamed ${place}.`,
    );
  }
  return { target, span: partSpan(corpus, uri, span, part) };
}

function ofUse(corpus: Corpus, uri: string, use: IdUse): Target | Refusal {
  if (use.targets.includes('fact')) {
    const lookup = findFact(corpus, uri, use.id);
    return lookup.kind === 'found' ? ofFact(corpus, lookup.fact) : undefinedId(use.id);
  }
  if (use.targets.includes('article')) {
    return ofArticle(corpus, use.id);
  }
  const named = definitionOfUse(corpus, use);
  if (named !== undefined) {
    return ofDefinition(corpus, named);
  }
  return use.targets.includes('property') && builtInProperties.has(use.id)
    ? builtIn(use.id)
    : undefinedId(use.id);
}

function undefinedId(id: string): Refusal {
  return refuse(
    `\`${id}\` is not defined anywhere, so there is nothing to rename. Define it, or write another id here.`,
  );
}

function builtIn(id: string): Refusal {
  return refuse(`The property \`${id}\` is built in and keeps its name.`);
}

function ofDefinition(corpus: Corpus, named: Named): Target | Refusal {
  const { kind, id } = named.definition;
  if (kind === 'property' && builtInProperties.has(id.value)) {
    return builtIn(id.value);
  }
  const all = corpus.register.definitionsOf(idKey(kind, id.value));
  if (all.length > 1) {
    const places = all.map(({ uri, definition }) => placeWords(corpus, uri, definition.id.span));
    return refuse(
      `\`${id.value}\` is defined more than once: ${places.slice(0, 5).join(', and ')}. Change one of them by hand first, so that it is clear which of them the others mean.`,
    );
  }
  return { kind: 'definition', id: id.value, named };
}

function ofArticle(corpus: Corpus, id: string): Target | Refusal {
  const [uri, ...others] = corpus.filesOfArticleId(id);
  if (uri === undefined) {
    return undefinedId(id);
  }
  if (others.length > 0) {
    const places = [uri, ...others].map((file) => placeWords(corpus, file));
    return refuse(
      `Several articles have the id \`${id}\`: ${places.slice(0, 5).join(', and ')}. Give one of them another \`id\` by hand first, so that it is clear which of them the others mean.`,
    );
  }
  const info = corpus.sidecar(uri)?.info ?? corpus.infoOf(uri);
  return info.idStated
    ? { kind: 'article', id, uri }
    : refuse(
        `\`${id}\` is the name of a file. Rename that file and the references to it follow, or give the article an \`id\` of its own first.`,
      );
}

function ofFact(corpus: Corpus, fact: BoundFact): Target | Refusal {
  const { id } = fact.fact;
  if (id === undefined) {
    const place = placeWords(corpus, fact.uri, fact.fact.span);
    return refuse(`This fact has no id, only a number. Give it an \`id\` first, ${place}.`);
  }
  const all = corpus.sidecar(fact.uri)?.facts ?? [];
  return all.filter((one) => one.fact.id?.value === id.value).length > 1
    ? refuse(
        `Two facts have the id \`${id.value}\` ${placeWords(corpus, fact.uri)}. Change one of them by hand first.`,
      )
    : { kind: 'fact', id: id.value, fact };
}
