import { slugPattern } from '../text/slug.js';
import { certainties, modalities, polarities, ranks } from './sidecar.js';

/*
 * The JSON Schema of a sidecar, written by hand. It is what `policy-facts schema` prints and what
 * other editors can use; the `description`s are the hovers of keys.
 */

const slug = { type: 'string', pattern: slugPattern };
const text = { type: 'string' };
const scalar = { type: ['string', 'number', 'boolean'] };
const date = {
  type: ['string', 'integer'],
  description:
    'A date in EDTF: 2006, 2006-05, 2006-05-30, 2009~ (about), 2009? (uncertain), 2008/2010; or a financial year: 2013/14.',
};
const oneOrMore = (items: object, description: string): object => ({
  description,
  type: ['string', 'integer', 'array', 'null'],
  items,
});
const referenceList = (description: string): object =>
  oneOrMore({ type: ['string', 'integer'] }, description);

const definitionFields = {
  name: { ...scalar, description: 'The name as people read it.' },
  aliases: {
    type: ['array', 'string'],
    items: { type: ['string', 'number'] },
    description: 'Other names under which texts mention it.',
  },
  description: { ...scalar, description: 'A sentence or two for the hover.' },
  note: { ...scalar, description: 'Free text for the people who keep these files.' },
  url: { ...text, description: 'Where to read more.' },
  identifiers: {
    type: 'object',
    description: 'Identifiers elsewhere, for example {wikidata: Q7243023}.',
    additionalProperties: { ...scalar, description: 'Its identifier there.' },
  },
};

const section = (
  description: string,
  properties: object,
  required: string[] = ['name'],
): object => ({
  type: ['object', 'null'],
  description,
  propertyNames: { pattern: slugPattern },
  additionalProperties: {
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  },
});

const organisation = {
  ...definitionFields,
  kind: {
    type: 'string',
    examples: [
      'class',
      'body',
      'group',
      'publisher',
      'party',
      'government',
      'think-tank',
      'network',
    ],
    description:
      'What sort of organisation: class (a kind of body), body, group, publisher, party, government …',
  },
  class: { type: 'string', description: 'The class it is one of, by id.' },
  partOf: { type: 'string', description: 'The larger organisation, by id.' },
  place: { type: 'string', description: 'The place it serves or sits in, by id.' },
  members: { type: 'array', items: text, description: 'Its members, by id.' },
  founded: { ...date, description: 'When it was founded (EDTF).' },
  dissolved: { ...date, description: 'When it was dissolved (EDTF).' },
  predecessors: { type: 'array', items: text, description: 'What it took over from, by id.' },
  successors: { type: 'array', items: text, description: 'What took over from it, by id.' },
};

const role = {
  type: 'object',
  properties: {
    post: { ...scalar, description: 'The name of the post.' },
    organisation: { type: 'string', description: 'Where the post is, by organisation id.' },
    from: { ...date, description: 'Since when (EDTF).' },
    until: { ...date, description: 'Until when (EDTF).' },
    asOf: { ...date, description: 'Held at this time (EDTF), whatever came before and after.' },
    soleHolder: { type: 'boolean', description: 'True when one person at a time holds the post.' },
    note: definitionFields.note,
  },
  required: ['post'],
  additionalProperties: false,
};

const property = {
  ...definitionFields,
  type: {
    enum: ['quantity', 'percentage', 'money', 'duration', 'date', 'text', 'boolean', 'entity'],
    description: 'What its values are. Text is kept and linked, never compared.',
  },
  unit: { type: 'string', description: 'The unit of values that state none.' },
  integer: { type: 'boolean', description: 'True when its values are whole numbers.' },
  min: { type: 'number', description: 'The smallest possible value.' },
  max: { type: 'number', description: 'The greatest possible value.' },
  separators: {
    type: 'array',
    items: text,
    description: 'Keys that make facts about different things not comparable, for example [place].',
  },
  additiveOver: {
    type: 'string',
    description: 'The separator over which values add up, for example place.',
  },
  stableFor: {
    type: 'string',
    description: 'How long a value is taken to hold (ISO 8601), for example P1Y.',
  },
  single: {
    type: 'boolean',
    description: 'False when it holds many values at once and is never compared.',
  },
};

const event = {
  ...definitionFields,
  type: {
    enum: ['merger', 'split', 'abolition', 'foundation', 'renaming', 'transfer'],
    description: 'What happened.',
  },
  subject: { type: 'string', description: 'Whom it happened to, by id.' },
  place: { type: 'string', description: 'Where, by place id.' },
  property: { type: 'string', description: 'The property whose value it changed.' },
  before: { ...scalar, description: 'The value before.' },
  after: { ...scalar, description: 'The value after.' },
  by: { ...scalar, description: 'By how much the value changed.' },
  date: { ...date, description: 'When it happened (EDTF).' },
  modality: {
    enum: [...modalities],
    description: 'Asserted when it happened; planned, proposed … before.',
  },
};

const quoteParts = {
  properties: {
    exact: { ...scalar, description: 'The words themselves.' },
    prefix: { ...scalar, description: 'The words just before, where they stand more than once.' },
    suffix: { ...scalar, description: 'The words just after, where they stand more than once.' },
  },
  required: ['exact'],
  additionalProperties: false,
};

const quote = {
  type: ['string', 'number', 'object', 'array'],
  description:
    'The words in the article that state the fact, or {exact, prefix, suffix}, or a list.',
  ...quoteParts,
  items: { type: ['string', 'number', 'object'], ...quoteParts },
};

const fact = {
  type: 'object',
  properties: {
    id: {
      ...slug,
      description: 'A name for the fact, unique in this file; written ARTICLE#FACT from elsewhere.',
    },
    subject: {
      type: 'string',
      description: 'What the fact is about: an organisation, person, place or document id.',
    },
    property: { type: 'string', description: 'What is stated of it: a property id.' },
    value: {
      type: ['string', 'number', 'boolean', 'array', 'object'],
      description:
        'The value as the text gives it: 152, ~40, at least 6, 500..600, 30%, £5bn, a date, true, an id. Or {amount, min, max, unit, approximate}.',
      items: scalar,
      properties: {
        amount: { ...scalar, description: 'The number.' },
        min: { ...scalar, description: 'The least it can be.' },
        max: { ...scalar, description: 'The most it can be.' },
        unit: { type: 'string', description: 'The unit.' },
        approximate: {
          type: 'boolean',
          description: 'True when the text says about, around, some.',
        },
      },
      additionalProperties: false,
    },
    unit: { type: 'string', description: 'Overrides the unit of the property.' },
    asOf: { ...date, description: `It held at some time in this date. ${date.description}` },
    from: { ...date, description: `It has held since this date. ${date.description}` },
    until: { ...date, description: `It held until this date. ${date.description}` },
    qualifiers: {
      type: 'object',
      description: 'Further conditions; facts with different qualifiers are not compared.',
      additionalProperties: {
        ...scalar,
        description: 'A condition of this fact; facts that differ in it are not compared.',
      },
    },
    saidBy: referenceList(
      'Who is credited: a person, organisation or document id, a list of them, or anonymous. Without it, the article itself says so.',
    ),
    saidAs: {
      ...scalar,
      description: 'How the article names an anonymous source, for example "a spokesman".',
    },
    modality: {
      enum: [...modalities],
      description:
        'How it is stated: asserted (a fact), planned, required, pledged (a commitment), proposed, desired, forecast, hypothetical (an expectation).',
    },
    certainty: { enum: [...certainties], description: 'How sure the source is.' },
    polarity: {
      enum: [...polarities],
      description: 'negative for a denial: it is said not to be so.',
    },
    denies: referenceList('Facts that this one denies, by id or ARTICLE#FACT.'),
    disputes: referenceList('Facts that this one disputes, by id or ARTICLE#FACT.'),
    supersedes: referenceList('Facts that this one replaces, by id or ARTICLE#FACT.'),
    derivedFrom: referenceList('Facts this one is worked out from, by id or ARTICLE#FACT.'),
    rank: {
      enum: [...ranks],
      description:
        'preferred over others, normal, or deprecated (kept, no longer compared; give a reason).',
    },
    reason: { ...scalar, description: 'Why the rank is what it is.' },
    acknowledged: {
      type: 'array',
      description: 'Findings the author has judged: {code, with, reason}. They become hints.',
      items: {
        type: 'object',
        properties: {
          code: { type: 'string', description: 'The rule, for example value-conflict.' },
          with: {
            type: ['string', 'integer'],
            description: 'The other fact, by id or ARTICLE#FACT.',
          },
          reason: { ...scalar, description: 'Why it is in order.' },
        },
        required: ['code', 'reason'],
        additionalProperties: false,
      },
    },
    quote,
    note: { ...scalar, description: 'Free text.' },
  },
  required: ['subject', 'property', 'value'],
  if: { properties: { rank: { const: 'deprecated' } }, required: ['rank'] },
  then: { properties: { reason: {} }, required: ['reason'] },
};

const article = {
  type: ['object', 'null'],
  description: 'About the article itself. Not needed where the article has front matter.',
  properties: {
    id: {
      type: ['string', 'integer'],
      description: 'How other files refer to it; the file name without its ending if absent.',
    },
    file: {
      type: 'string',
      description: 'The article, where it does not stand beside this file under the same name.',
    },
    title: { ...scalar, description: 'Its headline.' },
    publisher: { type: 'string', description: 'Who published it: an organisation id.' },
    author: { type: ['string', 'null'], description: 'Who wrote it: a person id or a name.' },
    published: { ...date, description: `When it was published. ${date.description}` },
    status: {
      enum: ['published', 'draft'],
      description:
        'draft: work in progress. What it contradicts is reported as a warning here only.',
    },
    basedOn: referenceList('Articles it repeats, by id. One root counts as one witness.'),
    url: { ...text, description: 'Where it stands on the web.' },
    source: {
      type: 'object',
      description: 'What the text was converted from: {file, page, url, retrieved, sha256}.',
      properties: {
        file: { ...scalar, description: 'The file it was converted from.' },
        page: { ...scalar, description: 'The page or pages of that file.' },
        url: { ...scalar, description: 'Where that file stands on the web.' },
        retrieved: { ...scalar, description: 'When it was fetched (EDTF).' },
        sha256: { ...scalar, description: 'The SHA-256 checksum of that file, to know it again.' },
      },
      additionalProperties: false,
    },
    note: definitionFields.note,
  },
  additionalProperties: false,
};

/** JSON Schema (draft-07) of a sidecar. A fact's unknown keys are checked against its property's separators by a rule. */
export const sidecarSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Policy Facts sidecar',
  type: ['object', 'null'],
  properties: {
    article,
    facts: {
      type: ['array', 'null'],
      description: 'The facts that the article states.',
      items: fact,
    },
    organisations: section('Organisations, by id.', organisation),
    people: section('People, by id.', {
      ...definitionFields,
      roles: { type: 'array', items: role, description: 'Posts held.' },
    }),
    places: section('Places, by id.', {
      ...definitionFields,
      partOf: { type: 'string', description: 'The larger place, by id.' },
    }),
    documents: section('Documents and policies, by id.', {
      ...definitionFields,
      published: { ...date, description: 'When it was published (EDTF).' },
      publisher: { type: 'string', description: 'Who published it, by organisation id.' },
    }),
    properties: section('Properties, by id.', property, ['type']),
    events: section('Changes that explain why a value is another one later.', event, ['type']),
  },
  additionalProperties: false,
} as const;
