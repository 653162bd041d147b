import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver-types';
import { rangeOf, type FeatureContext } from './context.js';
import { referencePlaces } from './referencePlaces.js';
import { thingAt } from './thingAt.js';

/** The places in one file that speak of the thing at an offset; where it is declared counts as written. */
export function provideHighlights(
  context: FeatureContext,
  uri: string,
  offset: number,
): DocumentHighlight[] {
  const thing = thingAt(context.corpus, uri, offset);
  return thing === null
    ? []
    : referencePlaces(context.corpus, uri, thing, uri).map((place) => ({
        range: rangeOf(context, place),
        kind: place.declares === true ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
}
