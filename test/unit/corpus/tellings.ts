import { provideDiagnostics } from '../../../server/src/features/diagnostics.js';
import type { PositionEncoding } from '../../../server/src/text/lineIndex.js';
import type { World } from '../rules/world.js';

/**
 * All findings as they are told: words and places of both sides in either encoding, and what a quick
 * fix is given.
 */
export function tellings(world: World): object {
  const { checker } = world;
  return checker.files().map((uri) => ({
    uri,
    told: (['utf-16', 'utf-8'] as const).map((encoding) => diagnosticsIn(world, uri, encoding)),
    given: checker
      .findingsIn(uri)
      .map(({ data, there, involves, madeOf }) => ({ data, there, involves, more: madeOf?.more })),
  }));
}

/** What a client is sent of them that counts positions so. */
export function allDiagnostics(world: World, encoding: PositionEncoding): object {
  return world.checker.files().map((uri) => diagnosticsIn(world, uri, encoding));
}

function diagnosticsIn(
  { corpus, checker }: World,
  uri: string,
  encoding: PositionEncoding,
): object {
  return provideDiagnostics(
    { corpus, checker, encoding, markdown: true, rulePage: (code) => code },
    uri,
  );
}
