import { commands, type QuickPickItem, window, workspace, l10n } from 'vscode';
import { ExecuteCommandRequest, type LanguageClient } from 'vscode-languageclient/node';
import { inWords } from './checkSummary.js';
import { commandNames } from './commandNames.js';

/** What the server says of the articles of a folder. */
export interface Survey {
  readonly articles: number;
  /** How many of them were looked at. */
  readonly surveyed: number;
  readonly figures: number;
  /** Those without a sidecar, the most figures first. */
  readonly mostFigures: readonly {
    readonly uri: string;
    readonly title: string | null;
    readonly figures: number;
  }[];
}

/** Where nothing is on record yet: says what there is to record, and offers to begin. */
export async function tellOfFirstSidecar(client: LanguageClient): Promise<void> {
  const survey = await client.sendRequest<Survey>(ExecuteCommandRequest.method, {
    command: 'policyFacts.survey',
    arguments: [],
  });
  // Nobody waits for the answer: the check is done.
  void offer(client, survey);
}

async function offer(client: LanguageClient, survey: Survey): Promise<void> {
  const words = surveyInWords(survey, (workspace.workspaceFolders ?? []).length > 0);
  const create = l10n.t('Create the First Sidecar');
  const openFolder = l10n.t('Open Folder');
  const openSample = l10n.t('Open the Sample');
  const [first] = survey.mostFigures;
  if (first === undefined) {
    const answer = await window.showInformationMessage(words, openFolder, openSample);
    if (answer === openFolder) await commands.executeCommand('vscode.openFolder');
    if (answer === openSample) await commands.executeCommand(commandNames.openSample);
    return;
  }
  if ((await window.showInformationMessage(words, create)) !== create) return;
  const article = survey.mostFigures.length === 1 ? first.uri : await chooseArticle(client, survey);
  if (article === undefined) return;
  const uri = client.protocol2CodeConverter.asUri(article);
  await window.showTextDocument(uri, { preview: false });
  await commands.executeCommand(commandNames.createSidecar, { uri });
}

/** "Checked 3 articles with 41 figures. There is no sidecar yet, …" */
export function surveyInWords(survey: Survey, hasFolder: boolean): string {
  const { articles, surveyed, figures } = survey;
  if (articles === 0) {
    return hasFolder
      ? l10n.t('There is no article in this folder yet: no Markdown and no plain text.')
      : l10n.t('No folder is open, so there is nothing to check yet.');
  }
  const read = inWords(articles, [
    l10n.t('no articles'),
    l10n.t('1 article'),
    l10n.t('{0} articles', articles),
  ]);
  const stated = figuresInWords(figures);
  return surveyed < articles
    ? l10n.t(
        'Checked {0} with at least {1}. There is no sidecar yet, so no facts are on record to compare them with.',
        read,
        stated,
      )
    : l10n.t(
        'Checked {0} with {1}. There is no sidecar yet, so no facts are on record to compare them with.',
        read,
        stated,
      );
}

function figuresInWords(figures: number): string {
  return inWords(figures, [
    l10n.t('no figures'),
    l10n.t('1 figure'),
    l10n.t('{0} figures', figures),
  ]);
}

async function chooseArticle(client: LanguageClient, survey: Survey): Promise<string | undefined> {
  const items = survey.mostFigures.map(
    ({ uri, title, figures }): QuickPickItem & { uri: string } => {
      const path = workspace.asRelativePath(client.protocol2CodeConverter.asUri(uri));
      return {
        label: plain(title ?? path),
        description: figuresInWords(figures),
        detail: path,
        uri,
      };
    },
  );
  const choice = await window.showQuickPick(items, {
    title: l10n.t('Which article is to have the first sidecar?'),
    matchOnDetail: true,
  });
  return choice?.uri;
}

/** A title is no place for icons: `$(x)` would be drawn as one. */
function plain(title: string): string {
  return title.replace(/\s+/g, ' ').replaceAll('$(', '$ (').slice(0, 200);
}
