import type { Location } from 'vscode-languageserver-types';
import { rangeOf, type FeatureContext } from './context.js';
import { referencePlaces } from './referencePlaces.js';
import { thingAt } from './thingAt.js';

/**
 * Everything that refers to the thing at an offset, in articles and sidecars, by file and place. From
 * quoted words and figures the facts are what is looked for, and are always among them.
 */
export function provideReferences(
  context: FeatureContext,
  uri: string,
  offset: number,
  includeDeclaration: boolean,
): Location[] {
  const thing = thingAt(context.corpus, uri, offset);
  if (thing === null) {
    return [];
  }
  const withDeclarations = includeDeclaration || thing.kind === 'quoted' || thing.kind === 'figure';
  return referencePlaces(context.corpus, uri, thing)
    .filter(({ declares }) => withDeclarations || declares !== true)
    .map((place) => ({ uri: place.uri, range: rangeOf(context, place) }));
}
