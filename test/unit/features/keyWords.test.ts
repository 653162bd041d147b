import assert from 'node:assert/strict';
import { meaningOf } from '../../../server/src/features/keyWords.js';
import { sidecarSchema } from '../../../server/src/sidecars/sidecarSchema.js';

interface Schema {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

/** Every key of a sidecar with its path; `*` stands for a word that people choose. */
function* keysOf(schema: Schema, path: readonly string[] = []): Generator<[string[], Schema]> {
  const { additionalProperties } = schema;
  const any = typeof additionalProperties === 'object' ? { '*': additionalProperties } : {};
  for (const [key, below] of Object.entries({ ...schema.properties, ...any })) {
    const at = [...path, key];
    yield [at, below];
    yield* keysOf(below, at);
  }
  if (schema.items !== undefined) {
    yield* keysOf(schema.items, path);
  }
}

const keys = [...keysOf(sidecarSchema as Schema)];

describe('the words of a sidecar', () => {
  it('are all explained: each key has a description', () => {
    const silent = keys
      .filter(([path, { description }]) => description === undefined && !isDefinition(path))
      .map(([path]) => path.join('.'));
    assert.deepEqual(silent, []);
    assert.ok(keys.length > 90);
  });

  it('are all explained: each word that a key takes has a meaning', () => {
    const silent = keys.flatMap(([path, { enum: words = [] }]) =>
      words
        .filter((word) => meaningOf(path, word) === undefined)
        .map((word) => `${path.join('.')}: ${word}`),
    );
    assert.deepEqual(silent, []);
  });

  it('mean nothing under another key, whatever people write', () => {
    assert.equal(meaningOf(['facts', 'note'], 'planned'), undefined);
    assert.equal(meaningOf(['facts', 'modality'], 'constructor'), undefined);
    assert.equal(meaningOf(['__proto__', 'constructor'], 'true'), undefined);
    assert.equal(meaningOf([], ''), undefined);
  });
});

/** `organisations.*` is a definition, which has a hover of its own. */
function isDefinition(path: readonly string[]): boolean {
  return path.length === 2 && path[1] === '*';
}
