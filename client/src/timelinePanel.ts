import { randomBytes } from 'node:crypto';
import {
  type Disposable,
  env,
  l10n,
  Range,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { FromPage, Timeline, TimelinePlace, ToPage } from './timelineData.js';
import { requestCsv, requestTimeline } from './timelineRequests.js';
import { saveText } from './timelineSaving.js';
import { reasonOf } from './reason.js';

/** After an edit the picture is drawn anew once the typing pauses this long, in milliseconds. */
const PAUSE = 700;

/** What articles and sidecars are called. */
const endings = ['facts.yaml', 'facts.yml', 'md', 'markdown', 'txt'];

/** One timeline in a tab of its own. Shows what is typed, not what was saved. */
export class TimelinePanel implements Disposable {
  private timeline: Timeline | undefined;
  private isStale = false;
  private waiting: NodeJS.Timeout | undefined;
  private readonly disposables: Disposable[] = [];

  private constructor(
    private readonly client: LanguageClient,
    private readonly panel: WebviewPanel,
    private readonly subject: string,
    private readonly property: string,
  ) {}

  /** Opens a tab beside the editor. @param gone is called when the tab is closed */
  static open(
    client: LanguageClient,
    extensionUri: Uri,
    first: Timeline,
    gone: () => void,
  ): TimelinePanel {
    const title = l10n.t('Timeline: {0}', first.subjectName);
    const root = Uri.joinPath(extensionUri, 'dist');
    const panel = window.createWebviewPanel('policyFacts.timeline', title, ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [root],
    });
    const shown = new TimelinePanel(client, panel, first.subject, first.property);
    shown.timeline = first;
    shown.listen(gone);
    panel.webview.html = pageOf(panel.webview, root);
    return shown;
  }

  reveal(): void {
    this.panel.reveal();
  }

  dispose(): void {
    this.panel.dispose();
  }

  private listen(gone: () => void): void {
    const files = workspace.createFileSystemWatcher(`**/*.{${endings.join(',')}}`);
    const refreshSoon = (): void => {
      this.refreshSoon();
    };
    this.disposables.push(
      files,
      files.onDidChange(refreshSoon),
      files.onDidCreate(refreshSoon),
      files.onDidDelete(refreshSoon),
      this.panel.webview.onDidReceiveMessage((message: FromPage) => this.answer(message)),
      this.panel.onDidChangeViewState(() => {
        if (this.panel.visible && this.isStale) this.refreshSoon();
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isOurs = endings.some((ending) => document.uri.path.endsWith(`.${ending}`));
        if (contentChanges.length > 0 && isOurs) {
          this.refreshSoon();
        }
      }),
      this.panel.onDidDispose(() => {
        clearTimeout(this.waiting);
        for (const each of this.disposables) each.dispose();
        gone();
      }),
    );
  }

  private refreshSoon(): void {
    this.isStale = true;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.refresh(), PAUSE);
  }

  private async refresh(): Promise<void> {
    if (!this.panel.visible) return; // It is asked for when it comes into view.
    this.isStale = false;
    try {
      this.timeline = await requestTimeline(this.client, this.subject, this.property);
      this.send({ kind: 'timeline', timeline: this.timeline });
    } catch (error) {
      this.send({
        kind: 'problem',
        message: reasonOf(error),
      });
    }
  }

  private send(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async answer(message: FromPage): Promise<void> {
    const { timeline } = this;
    if (timeline === undefined) return;
    switch (message.kind) {
      case 'ready':
        this.send({ kind: 'words', words: l10n.bundle ?? {} });
        this.send({ kind: 'timeline', timeline });
        return;
      case 'open':
        await this.show(placeOf(timeline, message.what, message.index));
        return;
      case 'save': {
        const name = `timeline-${fileName(timeline.subject)}-${fileName(timeline.property)}`;
        const text =
          message.format === 'svg'
            ? message.text
            : await requestCsv(this.client, this.subject, this.property);
        await saveText(`${name}.${message.format}`, message.format, text);
      }
    }
  }

  private async show(place: TimelinePlace | null | undefined): Promise<void> {
    if (place == null) return;
    const convert = this.client.protocol2CodeConverter;
    const { start, end } = place.range;
    const selection = new Range(start.line, start.character, end.line, end.character);
    // Beside the picture, so that it stays in view.
    const others = window.visibleTextEditors.find(
      ({ viewColumn }) => viewColumn !== undefined && viewColumn !== this.panel.viewColumn,
    );
    await window.showTextDocument(convert.asUri(place.uri), {
      viewColumn: others?.viewColumn ?? ViewColumn.Beside,
      selection,
    });
  }
}

function placeOf(
  { points, events }: Timeline,
  what: 'fact' | 'words' | 'event',
  index: number,
): TimelinePlace | null | undefined {
  switch (what) {
    case 'fact':
      return points[index]?.place;
    case 'words':
      return points[index]?.words ?? points[index]?.place;
    case 'event':
      return events[index]?.place;
  }
}

function fileName(id: string): string {
  return id.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60);
}

/** The translations of this extension are plain words, but a page is no place to rely on that. */
function shownInPage(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/**
 * The page holds nothing of the corpus: that comes as data, and is shown as text. What the server
 * says is in English whatever the language of the page, and is marked so for who listens to it.
 */
function pageOf(webview: Webview, root: Uri): string {
  const nonce = randomBytes(18).toString('base64url');
  const uriOf = (name: string): string => webview.asWebviewUri(Uri.joinPath(root, name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  const language = l10n.bundle === undefined ? 'en-GB' : shownInPage(env.language);
  const texts = {
    title: shownInPage(l10n.t('Timeline')),
    show: shownInPage(l10n.t('Show')),
    saveSvg: shownInPage(l10n.t('Save as SVG…')),
    saveCsv: shownInPage(l10n.t('Save as CSV…')),
    keys: shownInPage(
      l10n.t(
        'Click or Enter opens the fact, with Shift the words of the article. Arrow keys go from mark to mark. The table has everything.',
      ),
    ),
  };
  // not shown: only marks and what was translated above
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title}</title>
<link rel="stylesheet" href="${uriOf('timeline.css')}">
</head>
<body>
<p id="problem" role="alert" hidden></p>
<main hidden>
<h1>${texts.title}</h1>
<div class="choices">
<label for="choice">${texts.show}</label><select id="choice"></select>
<button type="button" id="save-svg">${texts.saveSvg}</button>
<button type="button" id="save-csv">${texts.saveCsv}</button>
</div>
<p id="summary" lang="en-GB"></p>
<div id="picture" lang="en-GB"></div>
<p id="told">${texts.keys}</p>
<div id="tables"></div>
</main>
<script nonce="${nonce}" src="${uriOf('timelinePage.js')}"></script>
</body>
</html>`;
}
