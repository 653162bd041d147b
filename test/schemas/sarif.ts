import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';

const folder = join(import.meta.dirname, '../../../test/schemas');

/** What is wrong with a log by SARIF's own schema; nothing for a valid one. */
export function sarifProblems(log: unknown): readonly string[] {
  validate ??= compile();
  return validate(log)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

let validate: ReturnType<Ajv['compile']> | undefined;

/**
 * The schema is of draft 04, of which it uses nothing that means something else in draft 07 but its
 * names for itself; one of its patterns is none in Unicode mode.
 */
function compile(): ReturnType<Ajv['compile']> {
  const text = readFileSync(join(folder, 'sarif-2.1.0-rtm.5.json'), 'utf8');
  const schema = JSON.parse(text) as Record<string, unknown>;
  delete schema['$schema'];
  delete schema['id'];
  const formats = { uri: isUri, 'uri-reference': isReference, 'date-time': true } as const;
  return new Ajv({ strict: false, unicodeRegExp: false, allErrors: true, formats }).compile(schema);
}

function isUri(text: string): boolean {
  return URL.canParse(text);
}

function isReference(text: string): boolean {
  return URL.canParse(text, 'file:///') && !/[\s<>"\\^`{|}]/.test(text);
}
