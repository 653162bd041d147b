import { CompletionItemKind } from 'vscode-languageserver-types';
import { knownUnits } from '../../values/units.js';
import type { Candidate, Offer } from './candidate.js';
import { dateCandidates } from './dates.js';
import { factCandidates } from './facts.js';
import { targetsAt } from './idPlaces.js';
import { SPEAKING_BODIES } from './definedCandidates.js';
import { articleCandidates, idCandidates } from './ids.js';
import { keyCandidates } from './keys.js';
import { quoteCandidates } from './quotes.js';
import { isOfType } from './schemaAt.js';
import { ownSeparators, separatorNames, separatorValues } from './separators.js';
import { definitionTemplates, itemTemplates } from './templates.js';
import { isInFact, keysOf, type Typing } from './typing.js';
import { valueCandidates } from './values.js';
import { durations, meanings, ruleSummaries, schemaWords, wordCandidates } from './words.js';
import { ITEM } from './yamlSurroundings.js';

/** Everything that may be put where somebody types; of what is endless, what comes into question. */
export function* candidatesAt(typing: Typing, offer: Offer): Generator<Candidate> {
  const { cursor, schema, path, yaml } = typing;
  // Keys are single words: several are a text that has come to stand here.
  const isProse = /\S\s+\S/.test(yaml.slice(cursor.word.start, cursor.word.end));
  if ((cursor.kind === 'key' || cursor.kind === 'node') && !isProse) {
    yield* keyCandidates(typing);
    yield* definitionTemplates(typing);
  }
  const isWhole = path.at(-1) === ITEM && cursor.entries.length === 0 && !isProse;
  if (isWhole && schema.properties !== undefined) {
    yield* itemTemplates(keysOf(typing), schema, false);
  }
  if ((cursor.kind === 'item' || cursor.kind === 'node') && path.at(-1) !== ITEM && !isProse) {
    yield* itemTemplates(keysOf(typing), schema.items ?? {}, true);
  }
  if (cursor.kind === 'value' || cursor.kind === 'node') {
    const isListed = isOfType(schema, 'array') && !isOfType(schema, 'string');
    for (const candidate of valuesAt(typing, offer)) {
      const { insert } = candidate;
      yield isListed && insert.kind === 'value'
        ? { ...candidate, insert: { ...insert, isListed } }
        : candidate;
    }
  }
}

/** Whether what is offered depends on what is typed, so that the client must ask again. */
export function dependsOnWord(typing: Typing): boolean {
  return targetsAt(keysOf(typing))?.includes('fact') === true;
}

function* valuesAt(typing: Typing, offer: Offer): Generator<Candidate> {
  const keys = keysOf(typing);
  const key = keys.at(-1) ?? '';
  const targets = typing.of === 'settings' ? undefined : targetsAt(keys);
  if (targets?.includes('fact') === true) {
    yield* factCandidates(typing);
  } else if (targets?.includes('article') === true) {
    yield* articleCandidates(typing);
  } else if (targets !== undefined) {
    yield* idCandidates(typing, targets, key === 'saidBy' || key === 'author', offer);
    if (key === 'saidBy') {
      yield anonymous;
    }
  } else if (isInFact(typing)) {
    yield* ofFact(typing, keys.slice(1), offer);
  } else if (typing.of !== 'settings' && isDate(keys)) {
    yield* dateCandidates(typing);
  } else if (keys[0] === 'properties') {
    yield* ofProperty(typing, keys);
  } else {
    yield* wordsOf(typing);
  }
}

/** After the people whom the article mentions, before the bodies. */
const anonymous: Candidate = {
  label: 'anonymous',
  kind: CompletionItemKind.EnumMember,
  insert: { kind: 'value', text: 'anonymous' },
  detail: 'a source that is not named; saidAs says how the article calls it',
  rank: SPEAKING_BODIES - 1,
};

function* ofFact(typing: Typing, keys: readonly string[], offer: Offer): Generator<Candidate> {
  const [key = '', part] = keys;
  switch (key) {
    case 'quote':
      if (part === undefined || part === 'exact') {
        yield* quoteCandidates(typing);
      }
      break;
    case 'value':
      yield* part === undefined || part === 'amount'
        ? valueCandidates(typing, offer)
        : part === 'unit'
          ? unitCandidates()
          : wordsOf(typing);
      break;
    case 'unit':
      yield* unitCandidates();
      break;
    case 'asOf':
    case 'from':
    case 'until':
      yield* dateCandidates(typing);
      break;
    case 'acknowledged':
      if (part === 'code') {
        yield* wordCandidates([...ruleSummaries.keys()], ruleSummaries);
      }
      break;
    case 'qualifiers':
      if (part !== undefined) {
        yield* separatorValues(typing, part);
      }
      break;
    default:
      yield* wordsOf(typing);
      if (key !== '' && typing.schema.type === undefined && typing.schema.enum === undefined) {
        yield* separatorValues(typing, key);
      }
  }
}

const dateKeys: ReadonlySet<string> = new Set([
  'article published',
  'organisations founded',
  'organisations dissolved',
  'people from',
  'people until',
  'people asOf',
  'documents published',
  'events date',
]);

function isDate(keys: readonly string[]): boolean {
  return dateKeys.has(`${keys[0] ?? ''} ${keys.at(-1) ?? ''}`) && keys.length > 1;
}

function* ofProperty(typing: Typing, keys: readonly string[]): Generator<Candidate> {
  switch (keys[2] ?? '') {
    case 'unit':
      yield* unitCandidates();
      break;
    case 'separators':
      yield* separatorNames(typing);
      break;
    case 'additiveOver':
      yield* ownSeparators(typing);
      break;
    case 'stableFor':
      yield* wordCandidates([...durations.keys()], durations);
      break;
    default:
      yield* wordsOf(typing);
  }
}

function unitCandidates(): readonly Candidate[] {
  return wordCandidates(knownUnits, new Map(), CompletionItemKind.Unit);
}

function wordsOf({ schema }: Typing): readonly Candidate[] {
  return wordCandidates(schemaWords(schema), meanings);
}
