import type { FeatureContext } from '../context.js';

/** What a tool looks at. */
export type ToolSource = Pick<FeatureContext, 'corpus' | 'checker'>;

/** Arguments that fit the tool's schema: of these types, and no others than it names. */
export type ToolArguments = Readonly<Record<string, string | number | undefined>>;

/** The same twice: for a program, and in words for a model that takes no structured answer. */
export interface ToolAnswer {
  readonly structured: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Why a tool does not answer, in a sentence for whoever asked. */
export interface ToolRefusal {
  readonly refused: string;
}

/** A JSON Schema of an object. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

/** A read-only tool for a language model: pure, like every feature. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** When to use it and what it answers, for the model. */
  readonly description: string;
  readonly inputSchema: ObjectSchema;
  readonly outputSchema: ObjectSchema;
  readonly run: (source: ToolSource, args: ToolArguments) => ToolAnswer | ToolRefusal;
}

export function isRefusal(answer: object): answer is ToolRefusal {
  return 'refused' in answer;
}

/** An argument that is a text; undefined where it is left out or empty. */
export function textOf(args: ToolArguments, name: string): string | undefined {
  const value = args[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
