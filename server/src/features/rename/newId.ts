import type { Corpus } from '../../corpus/corpus.js';
import { builtInProperties } from '../../corpus/property.js';
import { idKey, spaceOf } from '../../corpus/register.js';
import { isSlug, slugOf } from '../../text/slug.js';
import { placeWords, refuse, type Refusal } from './refusal.js';
import type { Target } from './target.js';

/** Why something cannot have an id, or null where it can. */
export function objectionTo(corpus: Corpus, target: Target, newId: string): Refusal | null {
  if (newId === target.id) {
    return badName(`\`${newId}\` is its id already.`);
  }
  if (!isSlug(newId)) {
    const words = newId.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    const shown = words.length > 60 ? `${words.slice(0, 59)}…` : words;
    const slug = slugOf(words.slice(0, 200));
    const meant = slug === '' ? 'care-trust' : slug;
    return badName(
      `“${shown}” cannot be an id. An id is made of lower-case letters, digits and single hyphens between them, for example \`${meant}\`.`,
    );
  }
  switch (target.kind) {
    case 'definition':
      return takenByDefinition(corpus, target, newId);
    case 'article': {
      const [uri] = corpus.filesOfArticleId(newId);
      return uri === undefined ? null : taken(newId, `another article ${placeWords(corpus, uri)}`);
    }
    case 'fact':
      return takenByFact(corpus, target, newId);
  }
}

function badName(refused: string): Refusal {
  return { refused, badName: true };
}

function taken(id: string, by: string): Refusal {
  return refuse(`The id \`${id}\` is taken already, by ${by}. Choose another one.`);
}

function takenByDefinition(
  corpus: Corpus,
  { named: { definition } }: Extract<Target, { kind: 'definition' }>,
  newId: string,
): Refusal | null {
  const { kind } = definition;
  const [other] = corpus.register.definitionsOf(idKey(kind, newId));
  if (other !== undefined) {
    const place = placeWords(corpus, other.uri, other.definition.id.span);
    return taken(newId, `the ${other.definition.kind} ${place}`);
  }
  if (kind === 'property' && builtInProperties.has(newId)) {
    return taken(newId, 'a property that is built in');
  }
  return spaceOf(kind) === 'entity' && newId === 'anonymous'
    ? refuse('The word `anonymous` stands for sources without a name. Choose another id.')
    : null;
}

function takenByFact(
  corpus: Corpus,
  { fact: renamed }: Extract<Target, { kind: 'fact' }>,
  newId: string,
): Refusal | null {
  const facts = corpus.sidecar(renamed.uri)?.facts ?? [];
  const other = facts.find(({ fact }) => fact.id?.value === newId);
  if (other !== undefined) {
    const place = placeWords(corpus, renamed.uri, other.fact.id?.span);
    return taken(newId, `another fact ${place}`);
  }
  const numbered = /^\d{1,6}$/.test(newId) ? facts[Number(newId) - 1] : undefined;
  return numbered === undefined || numbered === renamed
    ? null
    : refuse(`\`${newId}\` is the number of another fact of this file. Choose another id.`);
}
