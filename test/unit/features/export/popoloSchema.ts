/*
 * What the Popolo specification asks of the things that are exported, as JSON Schema in our own words:
 * the keys it knows with their types, dates as a year, a month or a day, addresses as URIs.
 */

const text = { type: 'string', minLength: 1 };
const date = { type: 'string', pattern: '^[0-9]{4}(-[0-9]{2}){0,2}$' };
const links = {
  type: 'array',
  items: {
    type: 'object',
    required: ['url'],
    properties: { url: { type: 'string', pattern: '^https?://\\S+$' }, note: text },
  },
};
const common = {
  id: text,
  name: text,
  other_names: {
    type: 'array',
    items: { type: 'object', required: ['name'], properties: { name: text } },
  },
  identifiers: {
    type: 'array',
    items: {
      type: 'object',
      required: ['identifier'],
      properties: { scheme: text, identifier: text },
    },
  },
  links,
};
/** Ours: dates that Popolo cannot write. */
const edtf = { type: 'object', additionalProperties: text };

function thing(properties: object, required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

export const popoloSchema = {
  type: 'object',
  required: ['persons', 'organizations', 'memberships', 'posts', 'areas'],
  additionalProperties: false,
  properties: {
    persons: { type: 'array', items: thing({ ...common, summary: text }, ['id', 'name']) },
    organizations: {
      type: 'array',
      items: thing(
        {
          ...common,
          classification: text,
          parent_id: text,
          area_id: text,
          abstract: text,
          founding_date: date,
          dissolution_date: date,
          edtf,
        },
        ['id', 'name'],
      ),
    },
    memberships: {
      type: 'array',
      items: thing(
        {
          id: text,
          role: text,
          person_id: text,
          member: { type: 'object' },
          organization_id: text,
          post_id: text,
          start_date: date,
          end_date: date,
          as_of: text,
          edtf,
        },
        ['id'],
      ),
    },
    posts: {
      type: 'array',
      items: thing({ id: text, label: text, role: text, organization_id: text }, [
        'id',
        'label',
        'role',
      ]),
    },
    areas: {
      type: 'array',
      items: thing({ id: text, name: text, parent_id: text }, ['id', 'name']),
    },
  },
};
