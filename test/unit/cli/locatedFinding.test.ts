import assert from 'node:assert/strict';
import { join } from 'node:path';
import { locateAll, type LocatedFinding } from '../../../server/src/cli/locatedFinding.js';
import { openFolder, type OpenedFolder } from '../../../server/src/cli/openFolder.js';
import { placeOf, type Place } from '../../../server/src/cli/place.js';
import { relativePath } from '../../../server/src/corpus/uri.js';
import { byPlace } from '../../../server/src/rules/finding.js';
import type { Span } from '../../../server/src/text/span.js';

/** Each finding by itself, its files read for it. */
function located({ root, workspace }: OpenedFolder): readonly LocatedFinding[] {
  const place = (uri: string, span: Span): Place & { readonly file: string } => {
    const lines = workspace.corpus.source(uri)?.lines;
    assert.ok(lines);
    return { file: relativePath(root, uri), ...placeOf(lines, span) };
  };
  return [...workspace.checker.all()]
    .sort(byPlace)
    .map(({ uri, span, severity, code, message, related }) => ({
      ...place(uri, span),
      severity,
      code,
      message,
      related: related.map((other) => ({
        ...place(other.uri, other.span),
        message: other.message,
      })),
    }));
}

describe('findings as the command line tells them', () => {
  it('stand where they stand and say what they say, each for itself', async () => {
    const opened = await openFolder(join(import.meta.dirname, '../../../../seeds'));
    const expected = located(opened);
    const told = locateAll(opened);
    assert.ok(expected.some(({ related }) => related.length > 1));
    assert.deepEqual(JSON.parse(JSON.stringify(told)), expected);
    assert.deepEqual(
      told.map(({ file, line, column, endLine, endColumn, severity, code, message, related }) => {
        return { file, line, column, endLine, endColumn, severity, code, message, related };
      }),
      expected,
    );
  });
});
