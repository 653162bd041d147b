import { ExecuteCommandRequest, type LanguageClient } from 'vscode-languageclient/node';
import type { Timeline, TimelineTopic } from './timelineData.js';

/* What the extension asks the server about timelines. Rejects with the server's reason in words. */

function ask(client: LanguageClient, command: string, args: readonly unknown[]): Promise<unknown> {
  return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [...args] });
}

export async function requestTimeline(
  client: LanguageClient,
  subject: string,
  property: string,
): Promise<Timeline> {
  const answer = await ask(client, 'policyFacts.timeline', [subject, property]);
  if (typeof answer !== 'object' || answer === null || !('points' in answer)) {
    throw new Error('The server did not answer with a timeline.');
  }
  return answer as Timeline;
}

/** What there are timelines of, those with most values first. @param subject for its properties alone */
export async function requestTopics(
  client: LanguageClient,
  subject?: string,
): Promise<readonly TimelineTopic[]> {
  const args = subject === undefined ? [] : [subject];
  const answer = await ask(client, 'policyFacts.timeline', args);
  return typeof answer === 'object' && answer !== null && 'topics' in answer
    ? (answer.topics as readonly TimelineTopic[])
    : [];
}

export async function requestCsv(
  client: LanguageClient,
  subject: string,
  property: string,
): Promise<string> {
  return String(await ask(client, 'policyFacts.timelineCsv', [subject, property]));
}

/** The subject, and perhaps the property, of what stands at a place; null where there is no timeline. */
export async function requestSubjectAt(
  client: LanguageClient,
  uri: string,
  position: { readonly line: number; readonly character: number },
): Promise<{ readonly subject: string; readonly property: string | null } | null> {
  const answer = await ask(client, 'policyFacts.timelineAt', [{ uri, position }]);
  return typeof answer === 'object' && answer !== null && 'subject' in answer
    ? (answer as { subject: string; property: string | null })
    : null;
}
