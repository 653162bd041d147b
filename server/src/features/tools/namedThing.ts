import type { Corpus } from '../../corpus/corpus.js';
import { formsOf, type Named } from '../../corpus/named.js';
import { nearest } from '../../text/didYouMean.js';
import type { DefinitionKind } from '../../sidecars/definition.js';
import type { ToolRefusal } from './tool.js';

const kinds: readonly DefinitionKind[] = ['organisation', 'person', 'place', 'document'];

/** The organisation, person, place or document of an id, or else of a name or alias in any case. */
export function findNamed(corpus: Corpus, words: string): Named | ToolRefusal {
  const byId = corpus.register.findEntity(words);
  if (byId !== undefined) {
    return byId;
  }
  const wanted = words.toLowerCase();
  const all = [...corpus.register.ofKinds(kinds)];
  const found = all.filter((named) => formsOf(named).some((form) => form.toLowerCase() === wanted));
  const [only, another] = found;
  if (only !== undefined && another === undefined) {
    return only;
  }
  if (only !== undefined) {
    const ids = found.map(({ definition }) => definition.id.value).sort();
    return { refused: `“${words}” is the name of several; give one of the ids ${ids.join(', ')}.` };
  }
  const meant = nearest(words, [
    ...all.map(({ definition }) => definition.id.value),
    ...all.flatMap(formsOf),
  ]);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return { refused: `Nothing is defined with the id or name “${words}”.${hint}` };
}

/** The id that a subject goes by in facts: also one that facts use and nothing defines. */
export function findSubject(corpus: Corpus, words: string): { readonly id: string } | ToolRefusal {
  const named = findNamed(corpus, words);
  if (!('refused' in named)) {
    return { id: named.definition.id.value };
  }
  return corpus.factsAboutForNow(words).length > 0 ? { id: words } : named;
}
