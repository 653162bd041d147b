import type {
  CancellationToken,
  Location,
  LocationLink,
  TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import type { FeatureContext } from '../features/context.js';
import type { ClientProfile } from './clientProfile.js';
import type { Answer, RequestHost } from './requestHost.js';

/** The requests that lead from a place to others. */
export type GoTo = 'definition' | 'declaration' | 'typeDefinition' | 'implementation';

type Provide = (context: FeatureContext, uri: string, offset: number) => LocationLink[];

/** What answers such a request: links for a client that knows them, else plain locations. */
export function answersGoTo(
  host: RequestHost,
  goTo: GoTo,
  provide: Provide,
): (
  params: TextDocumentPositionParams,
  token: CancellationToken,
) => Answer<Location[] | LocationLink[]> {
  return (params, token) =>
    host.answerAt<Location[] | LocationLink[]>(params, token, [], (...at) => {
      const links = provide(...at).map((link) => ({
        ...link,
        targetUri: host.documents.spelling(link.targetUri),
      }));
      return host.profile[`${goTo}Links`] ? links : links.map(plain);
    });
}

/** Whether a client knows a request that came later than "go to definition". */
export function knowsGoTo(profile: ClientProfile, goTo: GoTo): boolean {
  return profile[`${goTo}Links`] !== undefined;
}

function plain({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}
