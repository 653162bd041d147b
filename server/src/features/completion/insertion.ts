import { writeScalar } from '../yamlScalar.js';
import type { Field, Insertion, MappingInsertion, ValueInsertion } from './candidate.js';
import type { CompletionClient } from './client.js';
import type { YamlCursor } from './yamlCursor.js';

/** What is written in the place of the word. */
export interface Written {
  readonly text: string;
  readonly isSnippet: boolean;
  /** Several lines, each with all the white space it needs. */
  readonly isAsIs: boolean;
  /** Text like what a word is made of: what is left of the old word may stand behind it. */
  readonly isPlain: boolean;
}

type Client = Pick<CompletionClient, 'snippets' | 'insertsAsIs'>;

/** How a candidate is written at a place; undefined where it cannot be. */
export function written(
  insertion: Insertion,
  cursor: YamlCursor,
  client: Client,
  eol: string,
): Written | undefined {
  const space = cursor.needsSpace ? ' ' : '';
  if (insertion.kind === 'value') {
    const text = valueText(insertion, cursor);
    const isPlain = text === insertion.text && space === '';
    return text === undefined
      ? undefined
      : { text: space + text, isSnippet: false, isAsIs: false, isPlain };
  }
  if (cursor.quote !== '') {
    return undefined;
  }
  const writer = new Writer(client, cursor, eol);
  if (insertion.kind === 'key') {
    const { key } = insertion;
    if (cursor.hasColon) {
      const text = writeScalar(key, cursor);
      return { text, isSnippet: false, isAsIs: false, isPlain: true };
    }
    return writer.entry(insertion);
  }
  if (cursor.hasColon) {
    return undefined;
  }
  const mapping = writer.mapping(insertion);
  return { ...mapping, text: space + mapping.text };
}

/** A single value, inside the quotation marks that are there already. */
function valueText(
  { text, isText = false, isListed = false }: ValueInsertion,
  { quote, isClosed, flow }: YamlCursor,
): string | undefined {
  const mark = isClosed ? '' : quote;
  if (isListed) {
    return quote === '' ? `[${writeScalar(text, { flow: true, isText })}]` : undefined;
  }
  switch (quote) {
    case '':
      return writeScalar(text, { flow, isText });
    case '"':
      return JSON.stringify(text).slice(1, -1) + mark;
    case "'":
      return /\p{Cc}/u.test(text) ? undefined : text.replaceAll("'", "''") + mark;
  }
}

/** Writes keys in order, with tab stops where the client knows them. */
class Writer {
  private stops = 0;
  private isLong = false;
  private readonly unit: number;

  constructor(
    private readonly client: Client,
    private readonly cursor: YamlCursor,
    private readonly eol: string,
  ) {
    const { column, outerColumn } = cursor;
    this.unit = outerColumn >= 0 && column > outerColumn ? Math.min(column - outerColumn, 8) : 2;
  }

  /** One key, ready for its value to be typed. */
  entry(field: Field): Written {
    const isBare = field.shape === 'scalar' && field.choices === undefined;
    const text = isBare ? `${this.key(field.key)} ` : this.field(field, this.cursor.column);
    return { ...this.result(text), isPlain: true };
  }

  mapping({ id, isExample = false, isItem = false, fields }: MappingInsertion): Written {
    const { flow, kind, column } = this.cursor;
    const head = id === undefined ? [] : [`${this.id(id, isExample)}:`];
    if (flow) {
      const inner = fields.map((field) => this.field(field, 0)).join(', ');
      const isBraced = id !== undefined || kind === 'value';
      return this.result([...head, isBraced ? `{${inner}}` : inner].join(' '));
    }
    const dash = isItem ? '- ' : '';
    const first = column + dash.length;
    const depth = id === undefined ? first : first + (column > 0 ? this.unit : 2);
    const parts = [...head, ...fields.map((field) => this.field(field, depth))];
    return this.result(dash + parts.join(parts.length > 1 ? this.breakTo(depth) : ''));
  }

  private id(id: string, isExample: boolean): string {
    return isExample && this.client.snippets
      ? this.stop(id)
      : this.plain(writeScalar(id, { flow: this.cursor.flow, isText: true }));
  }

  private key(key: string): string {
    return `${this.plain(writeScalar(key, { flow: this.cursor.flow }))}:`;
  }

  private field({ key, shape, choices, hint }: Field, column: number): string {
    const { flow } = this.cursor;
    const name = this.key(key);
    switch (shape) {
      case 'scalar':
        return `${name} ${this.stop(hint ?? '', choices)}`;
      case 'list':
        return `${name} [${this.stop('')}]`;
      case 'mapping':
        return flow ? `${name} {${this.stop('')}}` : `${name}${this.breakTo(column + this.unit)}`;
      case 'mappings':
        return flow
          ? `${name} [{${this.stop('')}}]`
          : `${name}${this.breakTo(column + this.unit)}- `;
    }
  }

  /** A tab stop, or nothing for a client that knows none. */
  private stop(hint: string, choices: readonly string[] = []): string {
    if (!this.client.snippets) {
      return '';
    }
    this.stops++;
    const options = choices.map((choice) => choice.replace(/[\\,|$}]/g, '\\$&')).join(',');
    const inner = options === '' ? (hint === '' ? '' : `:${escaped(hint)}`) : `|${options}|`;
    return `\${${this.stops}${inner}}`;
  }

  private plain(text: string): string {
    return this.client.snippets ? escaped(text) : text;
  }

  /** A new line; clients that indent it as the line before need only what goes beyond. */
  private breakTo(column: number): string {
    const { snippets, insertsAsIs } = this.client;
    this.isLong = true;
    const indented = snippets && !insertsAsIs ? this.cursor.margin.length : 0;
    return this.eol + ' '.repeat(Math.max(0, column - indented));
  }

  private result(text: string): Written {
    const { snippets, insertsAsIs } = this.client;
    const isSnippet = snippets && (this.stops > 0 || this.isLong);
    return {
      text: snippets && !isSnippet ? unescaped(text) : text,
      isSnippet,
      isAsIs: this.isLong && insertsAsIs,
      isPlain: false,
    };
  }
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function unescaped(text: string): string {
  return text.replace(/\\([\\$}])/g, '$1');
}
