import type { Corpus } from '../../corpus/corpus.js';
import type { IdUse } from '../../corpus/idUse.js';
import { sectionOf } from '../../sidecars/definition.js';
import { isSlug } from '../../text/slug.js';
import { readValue } from '../../values/value.js';
import { fileOfMost } from '../recording/definitionFile.js';
import { addDefinition, type NewKeys } from '../sectionEdit.js';
import { scalar } from '../sidecarEdit.js';
import { fileWords, fix, type FixProvider } from './fix.js';

/** Defines an id that stands for nothing yet, where most of its kind are defined. */
export const defineId: FixProvider = {
  codes: ['unknown-reference'],
  *fixes({ uri, span }, { corpus }) {
    const use = corpus
      .sidecar(uri)
      ?.uses.find((one) => one.span.start === span.start && one.span.end === span.end);
    if (use === undefined || !isSlug(use.id)) {
      return;
    }
    for (const kind of use.targets) {
      if (kind === 'fact' || kind === 'article') {
        continue;
      }
      const file = fileOfMost(corpus, kind) ?? uri;
      const sidecar = corpus.sidecar(file)?.content;
      if (sidecar !== undefined) {
        const keys = kind === 'property' ? propertyKeys(corpus, uri, use) : nameKeys(use.id);
        const change = addDefinition(sidecar, sectionOf[kind], use.id, keys);
        yield* fix(`Define the ${kind} \`${use.id}\` in ${fileWords(file, uri)}`, file, [change]);
      }
    }
  },
};

/** The id in words: `catherine-oconnell` is Catherine Oconnell until someone writes it better. */
function nameKeys(id: string): NewKeys {
  const name = id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
  return [['name', scalar(name)]];
}

/** A property needs a type: what the value of the fact that uses it looks like. */
function propertyKeys(corpus: Corpus, uri: string, { span }: IdUse): NewKeys {
  const bound = corpus.sidecar(uri)?.facts.find(({ fact }) => fact.property?.span === span);
  const source = bound?.fact.value;
  const text = source?.kind === 'scalar' ? source.text : '';
  const reading = readValue(text, undefined, null);
  const value = reading.kind === 'value' ? reading.value : undefined;
  switch (value?.kind) {
    case 'quantity': {
      const { unit } = value.quantity;
      const isMoney = unit !== null && /^[A-Z]{3}$/.test(unit);
      return [['type', scalar(unit === 'percent' ? 'percentage' : isMoney ? 'money' : 'quantity')]];
    }
    case 'date':
    case 'boolean':
      return [['type', scalar(value.kind)]];
    case 'entities':
    case 'text':
    case 'vague':
    case undefined:
      return [['type', scalar(source?.kind === 'list' ? 'entity' : 'text')]];
  }
}
