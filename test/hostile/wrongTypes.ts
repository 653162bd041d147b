import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostileFiles } from './nesting.js';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

const schemaFile = join(import.meta.dirname, '../../../schema/sidecar.schema.json');

/** What no key expects, or only some: as flow YAML. */
const values: Readonly<Record<string, string>> = {
  list: '[a, [b], {c: d}, null]',
  map: '{a: b, constructor: {c: [d]}, __proto__: e}',
  null: '~',
  number: '-1.5e400',
  date: '2006-13-45T99:99',
  empty: '""',
  boolean: 'yes',
  text: '"\\u202e\\0 \\ud800 ](command:x) <img src=x>"',
  tagged: '!!binary "aGVsbG8="',
};

/** Every key of the schema with every sort of value, one file a sort and section. */
export function wrongTypes(): HostileFiles {
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Schema;
  const files: HostileFiles = {};
  for (const [sort, value] of Object.entries(values)) {
    const all = Object.entries(schema.properties ?? {});
    for (const [section, { properties, items, additionalProperties }] of all) {
      const name = `types/${section}-${sort}.facts.yaml`;
      if (items?.properties !== undefined) {
        const lines = wrongFields(items, value).map((line) => `  - ${line}\n`);
        files[name] = `${section}:\n${lines.join('')}`;
      } else if (typeof additionalProperties === 'object') {
        const lines = wrongFields(additionalProperties, value).map(
          (line, at) => `  d${at}: ${line}\n`,
        );
        files[name] = `${section}:\n${lines.join('')}  whole: ${value}\n`;
      } else if (properties !== undefined) {
        const lines = Object.keys(properties).map((key) => `  ${key}: ${value}\n`);
        files[name] = `${section}:\n${lines.join('')}`;
        files[`types/${section}-${sort}.md`] =
          `---\n${lines.map((line) => line.trimStart()).join('')}---\n\nText.\n`;
      }
      files[`types/whole-${section}-${sort}.facts.yaml`] = `${section}: ${value}\n`;
    }
    files[`types/root-${sort}.facts.yaml`] = `${value}\n`;
    files[`types/key-${sort}.facts.yaml`] = `? ${value}\n: ${value}\nfacts: [{? ${value} : x}]\n`;
  }
  return files;
}

/** An entry for each key, with that key wrong and those that matter right. */
function wrongFields({ properties = {} }: Schema, value: string): readonly string[] {
  return Object.entries(properties).flatMap(([key, inner]) => {
    const right = { name: 'N', subject: 'pct', property: 'count', value: '1', post: 'P' };
    const others = Object.entries(right)
      .filter(([other]) => other !== key && other in properties)
      .map(([other, text]) => `${other}: ${text}`);
    const entry = (wrong: string): string => `{${[...others, `${key}: ${wrong}`].join(', ')}}`;
    const parts = Object.keys({ ...inner.properties, ...inner.items?.properties });
    return [
      entry(value),
      entry(`[${value}, ${value}]`),
      ...parts.map((part) => entry(`{${part}: ${value}}`)),
      ...parts.map((part) => entry(`[{${part}: ${value}}]`)),
    ];
  });
}
