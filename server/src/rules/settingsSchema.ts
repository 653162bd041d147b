import { levels } from './finding.js';

/** The JSON Schema (draft-07) of `policy-facts.yaml`. The codes of rules are checked by name. */
export const settingsSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Policy Facts settings',
  description: 'Settings of a folder, read by the editor, the command line and CI.',
  type: ['object', 'null'],
  properties: {
    rules: {
      type: ['object', 'null'],
      description: 'How much each rule weighs, by its code.',
      // `off` is text in YAML 1.2, but other editors may read it as false.
      additionalProperties: { enum: [...levels, false] },
    },
    include: {
      type: 'array',
      items: { type: 'string' },
      description: 'Only these files, as patterns of .gitignore. Everything, if absent.',
    },
    exclude: {
      type: 'array',
      items: { type: 'string' },
      description: 'Files and folders to leave out, as patterns of .gitignore.',
    },
    financialYearStart: {
      type: 'string',
      pattern: '^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$',
      description: 'The first day of the financial year, month and day: "04-01".',
    },
    maxFileSize: {
      type: ['string', 'integer'],
      pattern: '^[0-9]+(?:\\.[0-9]+)?\\s*(?:[bB]|[kK][bB]|[mM][bB])?$',
      description: 'Larger files are listed as not analysed: 5MB.',
    },
  },
  additionalProperties: false,
} as const;
