import {
  commands,
  Disposable,
  type ExtensionContext,
  Hover,
  l10n,
  languages,
  MarkdownString,
  type QuickPickItem,
  window,
} from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { commandNames } from './commandNames.js';
import { ensureRunning } from './serverControl.js';
import { TimelinePanel } from './timelinePanel.js';
import { requestSubjectAt, requestTimeline, requestTopics } from './timelineRequests.js';
import type { TimelineTopic } from './timelineData.js';
import { reasonOf } from './reason.js';

/** Registers the command that shows timelines, and the link to it in hovers. */
export function registerTimeline(client: LanguageClient, context: ExtensionContext): Disposable {
  const panels = new Map<string, TimelinePanel>();

  async function showTimeline(subject?: unknown, property?: unknown): Promise<boolean> {
    if (!(await ensureRunning(client))) return false;
    try {
      const topic = await choose(client, wordOf(subject), wordOf(property));
      if (topic === undefined) return false;
      const key = JSON.stringify(topic);
      const open = panels.get(key);
      if (open === undefined) {
        const timeline = await requestTimeline(client, topic.subject, topic.property);
        const panel = TimelinePanel.open(client, context.extensionUri, timeline, () => {
          panels.delete(key);
        });
        panels.set(key, panel);
      } else {
        open.reveal();
      }
      return true;
    } catch (error) {
      const reason = reasonOf(error);
      void window.showErrorMessage(`Policy Facts: ${reason}`);
      return false;
    }
  }

  return Disposable.from(
    commands.registerCommand(commandNames.showTimeline, showTimeline),
    languages.registerHoverProvider(
      [{ language: 'policy-facts' }, { language: 'markdown' }, { language: 'plaintext' }],
      {
        provideHover: async (document, position, token) => {
          if (client.state !== State.Running) return undefined;
          const uri = client.code2ProtocolConverter.asUri(document.uri);
          const found = await requestSubjectAt(client, uri, position).catch(() => null);
          return found === null || token.isCancellationRequested
            ? undefined
            : new Hover(linkTo(found.subject, found.property));
        },
      },
    ),
    new Disposable(() => {
      for (const panel of [...panels.values()]) panel.dispose();
    }),
  );
}

function wordOf(argument: unknown): string | undefined {
  return typeof argument === 'string' && argument !== '' ? argument : undefined;
}

/** The server's own hovers are not trusted. This link holds no text of a file's, and can run one command. */
function linkTo(subject: string, property: string | null): MarkdownString {
  const args = encodeURIComponent(
    JSON.stringify(property === null ? [subject] : [subject, property]),
  );
  const link = new MarkdownString(
    `[${l10n.t('Show the timeline')}](command:${commandNames.showTimeline}?${escaped(args)})`,
  );
  link.isTrusted = { enabledCommands: [commandNames.showTimeline] };
  return link;
}

/** What `encodeURIComponent` leaves and Markdown does not. */
function escaped(encoded: string): string {
  return encoded.replace(/[!'()*_~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

interface Topic {
  readonly subject: string;
  readonly property: string;
}

/** Asks for what is not given: one list of all there is, those with most values first. */
async function choose(
  client: LanguageClient,
  subject: string | undefined,
  property: string | undefined,
): Promise<Topic | undefined> {
  if (subject !== undefined && property !== undefined) return { subject, property };
  const topics = await requestTopics(client, subject);
  if (topics.length === 0) {
    void window.showInformationMessage(
      l10n.t('Policy Facts: there are no facts yet to show on a timeline.'),
    );
    return undefined;
  }
  const [only] = topics;
  if (topics.length === 1 && subject !== undefined && only !== undefined) return idsOf(only);
  const picked = await window.showQuickPick(topics.map(itemOf), {
    title: l10n.t('Which values are to be shown on a timeline?'),
    placeHolder: l10n.t('Subject and property; those with most values first'),
    matchOnDescription: true,
  });
  return picked === undefined ? undefined : idsOf(picked.topic);
}

function idsOf({ subject, property }: Topic): Topic {
  return { subject, property };
}

function itemOf(topic: TimelineTopic): QuickPickItem & { readonly topic: TimelineTopic } {
  const { subject, subjectName, property, propertyName, count } = topic;
  const values = count === 1 ? l10n.t('1 value') : l10n.t('{0} values', count);
  return {
    label: `${plain(subjectName)}: ${plain(propertyName)}`,
    description: `${values} · ${plain(`${subject}, ${property}`)}`,
    topic,
  };
}

/** `$(name)` would be drawn as an icon. */
function plain(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
