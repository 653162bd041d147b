import type { BoundFact } from '../../corpus/boundFact.js';
import { topicKey } from '../../corpus/slot.js';
import { mapGet } from '../../text/yamlTree.js';
import { addItem, flowMap, scalar, setKey } from '../sidecarEdit.js';
import { contentEnd, isAlias, ownEntries } from '../yamlPlaces.js';
import { keepScalar } from '../yamlScalar.js';
import { editable, fileWords, fix, type FixProvider } from './fix.js';

/** Gives a fact the separator that others of its subject and property have. */
export const addSeparator: FixProvider = {
  codes: ['missing-separator'],
  *fixes({ uri, span, data }, context) {
    const bound = context.corpus
      .sidecar(uri)
      ?.facts.find(({ fact }) => (fact.property?.span ?? fact.span).start === span.start);
    const place = bound === undefined ? undefined : editable(context, bound);
    if (bound === undefined || place === undefined || data?.fix !== 'separator') {
      return;
    }
    for (const value of valuesOf(context.corpus.factsOfTopicForNow(topicKey(bound)), data.key)) {
      const change = setKey(place.sidecar, place.map, data.key, scalar(value));
      yield* fix(`Add ${data.key}: ${value}`, uri, [change]);
    }
  },
};

/** More are not offered; they are no help in a menu. */
const MAX_VALUES = 5;

/** What the others give, most frequent first. */
function valuesOf(facts: readonly BoundFact[], separator: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const { conditions } of facts) {
    for (const [key, value] of conditions) {
      if (key === separator) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MAX_VALUES)
    .map(([value]) => value);
}

/** Makes a key that a fact does not have a separator of its property, or a qualifier. */
export const placeKey: FixProvider = {
  codes: ['schema'],
  *fixes({ uri, span }, context) {
    const { corpus } = context;
    const isIt = (at: { start: number; end: number }): boolean =>
      at.start === span.start && at.end === span.end;
    const bound = corpus
      .sidecar(uri)
      ?.facts.find(({ problems }) => problems.some((one) => one.kind === 'key' && isIt(one.span)));
    const place = bound === undefined ? undefined : editable(context, bound);
    if (bound === undefined || place === undefined) {
      return;
    }
    const { sidecar, map } = place;
    const entry = ownEntries(map, sidecar.text).find(({ key }) => isIt(key.span));
    if (entry === undefined) {
      return;
    }
    const property = bound.fact.property?.value ?? '';
    const named = corpus.register.find('property', property);
    const declaring = named === undefined ? undefined : corpus.sidecar(named.uri)?.content;
    if (named !== undefined && declaring !== undefined) {
      const key = scalar(entry.key.text);
      const section =
        declaring.root?.kind === 'map' ? mapGet(declaring.root, 'properties') : undefined;
      const declaration = section?.kind === 'map' ? mapGet(section, property) : undefined;
      if (declaration?.kind === 'map') {
        const list = mapGet(declaration, 'separators');
        const change =
          list?.kind === 'list'
            ? addItem(declaring, list, key)
            : setKey(declaring, declaration, 'separators', (flow) => `[${key(flow)}]`, []);
        const where = fileWords(named.uri, uri);
        yield* fix(
          `Make \`${entry.key.text}\` a separator of \`${property}\`, in ${where}`,
          named.uri,
          [change],
        );
      }
    }
    const { value } = entry;
    if (
      value?.kind === 'scalar' &&
      value.style !== 'block' &&
      !isAlias(value, sidecar.text) &&
      !map.entries.some(({ key }) => key.text === 'qualifiers')
    ) {
      const at = { start: entry.key.span.start, end: contentEnd(value, sidecar.text) };
      const inner = flowMap(sidecar, [[entry.key.raw, () => keepScalar(value)]])(true);
      const change = { span: at, text: `qualifiers: ${inner}` };
      yield* fix(`Make \`${entry.key.text}\` a qualifier`, uri, [change]);
    }
  },
};
