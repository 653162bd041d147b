/*
 * What the words that a key of a sidecar can be given mean, one plain sentence each. By the key's
 * path below a fact or a definition; the section before it where two share a key.
 */

const modality = new Map([
  ['asserted', 'It is stated as a fact.'],
  ['planned', 'Somebody intends it: a commitment.'],
  ['required', 'Somebody with authority orders it: a commitment.'],
  ['pledged', 'Somebody promises it: a commitment.'],
  ['proposed', 'Somebody suggests it, nothing is decided: an expectation.'],
  ['desired', 'Somebody would like it to be so: an expectation.'],
  ['forecast', 'Somebody expects it to become so: an expectation.'],
  ['hypothetical', 'It would be so if something else were: an expectation.'],
]);

const meanings: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['facts.modality', modality],
  ['events.modality', modality],
  [
    'facts.certainty',
    new Map([
      ['certain', 'The source has no doubt of it.'],
      ['probable', 'The source thinks it likely.'],
      ['possible', 'The source thinks it may be so.'],
    ]),
  ],
  [
    'facts.polarity',
    new Map([
      ['positive', 'It is said to be so.'],
      ['negative', 'It is denied: it is said not to be so.'],
    ]),
  ],
  [
    'facts.rank',
    new Map([
      ['preferred', 'Of several statements this is the one to rely on; the others become hints.'],
      ['normal', 'It counts like any other statement.'],
      ['deprecated', 'It is kept on record, with a reason, and compared no more.'],
    ]),
  ],
  [
    'facts.saidBy',
    new Map([['anonymous', 'The article names no source; saidAs says how it speaks of it.']]),
  ],
  [
    'article.status',
    new Map([
      ['published', 'The article is finished and out.'],
      ['draft', 'The article is work in progress; what it contradicts need not act.'],
    ]),
  ],
  [
    'organisations.kind',
    new Map([
      ['class', 'A kind of body, of which there are many.'],
      ['body', 'A single organisation.'],
      ['group', 'Several organisations or people taken together.'],
      ['publisher', 'Publishes articles.'],
      ['party', 'A political party.'],
      ['government', 'A government.'],
      ['think-tank', 'Researches policy and argues for it.'],
      ['network', 'Organisations that work together and stay independent.'],
    ]),
  ],
  [
    'properties.type',
    new Map([
      ['quantity', 'A number, with or without a unit.'],
      ['percentage', 'A share in per cent.'],
      ['money', 'An amount of money.'],
      ['duration', 'A length of time.'],
      ['date', 'A date in EDTF, or a financial year.'],
      ['text', 'Words: kept and linked, never compared.'],
      ['boolean', 'True or false.'],
      ['entity', 'An organisation, person or place, or a list of them, by id.'],
    ]),
  ],
  [
    'events.type',
    new Map([
      ['merger', 'Several became one, or fewer.'],
      ['split', 'One became several.'],
      ['abolition', 'It ceased to exist.'],
      ['foundation', 'It came into being.'],
      ['renaming', 'It got another name and stayed the same.'],
      ['transfer', 'It passed into other hands.'],
    ]),
  ],
]);

const truth = new Map([
  ['true', 'Yes.'],
  ['false', 'No.'],
]);

const truthKeys: ReadonlySet<string> = new Set(['approximate', 'integer', 'single', 'soleHolder']);

/**
 * What a word means as the value of a key. `path` is the key's: `facts`, `modality`;
 * `organisations`, an id, `kind`. Undefined for a word that is not one of the key's own.
 */
export function meaningOf(path: readonly string[], word: string): string | undefined {
  const [section = ''] = path;
  const key = path.at(-1) ?? '';
  return (meanings.get(`${section}.${key}`) ?? (truthKeys.has(key) ? truth : undefined))?.get(word);
}
