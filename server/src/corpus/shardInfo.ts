import type { Definition } from '../sidecars/definition.js';
import type { IgnoreComment } from '../sidecars/ignoreComments.js';
import type { Located } from '../text/span.js';
import type { ArticleInfo } from './articleInfo.js';
import { definesNothing, type Defined } from './dependencies.js';
import type { IdKey } from './register.js';
import { dateFrom, plainDate } from './shardValues.js';

/*
 * What is known of a file besides its facts, as JSON has it: lists where there are maps and sets.
 */

export type PlainInfo = Omit<ArticleInfo, 'published'> & {
  readonly published: ReturnType<typeof plainDate> | null;
};

export function plainInfo(info: ArticleInfo): PlainInfo {
  const { published } = info;
  return { ...info, published: published === undefined ? null : plainDate(published) };
}

export function infoFrom(plain: PlainInfo): ArticleInfo {
  const { published } = plain;
  return { ...plain, published: published === null ? undefined : dateFrom(published) };
}

type PlainDefinition = Omit<Definition, 'fields'> & {
  readonly fields: readonly (readonly [string, Located<string>])[];
};

export interface PlainDefined {
  readonly definitions: readonly PlainDefinition[];
  readonly digests: readonly (readonly [IdKey, number])[];
  readonly events: readonly (readonly [string, string])[];
}

/** @returns null for what defines nothing */
export function plainDefined(defined: Defined): PlainDefined | null {
  return defined === definesNothing
    ? null
    : {
        definitions: defined.definitions.map((one) => ({ ...one, fields: [...one.fields] })),
        digests: [...defined.digests],
        events: [...defined.events],
      };
}

export function definedFrom(plain: PlainDefined | null): Defined {
  return plain === null
    ? definesNothing
    : {
        definitions: plain.definitions.map(definitionFrom),
        digests: new Map(plain.digests),
        events: new Map(plain.events),
      };
}

/** JSON leaves out a name that is undefined. */
function definitionFrom(plain: PlainDefinition): Definition {
  return { ...plain, name: plain.name, fields: new Map(plain.fields) } as Definition;
}

export type PlainComment = Omit<IgnoreComment, 'codes' | 'lines'> & {
  readonly codes: readonly string[];
  readonly lines: readonly number[];
};

export function plainComment(comment: IgnoreComment): PlainComment {
  return { ...comment, codes: [...comment.codes], lines: [...comment.lines] };
}

export function commentFrom(plain: PlainComment): IgnoreComment {
  return { ...plain, codes: new Set(plain.codes), lines: new Set(plain.lines) };
}
