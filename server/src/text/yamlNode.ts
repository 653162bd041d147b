import type { Span } from './span.js';
import type { YamlProblem } from './yamlErrors.js';

/** A scalar. `text` is its value as a string: quotes and escapes resolved, nothing converted. */
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly span: Span;
  /** Where it is written, if elsewhere: `span` is then the place of the alias that repeats it. */
  readonly origin?: Span;
  readonly text: string;
  /** The characters in the file, quotes included. */
  readonly raw: string;
  readonly style: 'plain' | 'quoted' | 'block';
  /** Empty, `~` or `null`, unquoted. */
  readonly isNull: boolean;
}

/** A mapping. Keys are scalars; others are reported as problems and left out. */
export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode | null;
  readonly span: Span;
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly YamlNode[];
}

export type YamlNode = YamlScalar | YamlMap | YamlList;

export interface YamlTree {
  readonly root: YamlNode | null;
  readonly problems: readonly YamlProblem[];
}

/** Whether an unquoted scalar says nothing: the words that YAML 1.2 reads as null. */
export function isNullWord(text: string): boolean {
  return (
    text.length <= 4 &&
    (text === '' || text === '~' || text === 'null' || text === 'Null' || text === 'NULL')
  );
}
