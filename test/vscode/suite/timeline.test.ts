import { strict as assert } from 'node:assert';
import {
  type CodeLens,
  commands,
  type Hover,
  MarkdownString,
  TabInputWebview,
  type TextDocument,
  window,
} from 'vscode';
import { open, rangeOf } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

/** The tabs that show a timeline. */
function timelines(): string[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && /timeline/u.test(input.viewType))
    .map(({ label }) => label);
}

describe('the timeline', () => {
  before(runningExtension);
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens in one tab, however often it is asked for, and not for what nobody states', async () => {
    const show = (...ids: string[]): Thenable<boolean> =>
      commands.executeCommand<boolean>('policyFacts.showTimeline', ...ids);
    assert.equal(await show('pct', 'count'), true);
    assert.equal(await show('pct', 'count'), true);
    await eventually('the tab', () => timelines().length > 0);
    assert.deepEqual(timelines(), ['Timeline: Primary care trusts']);
    assert.equal(await show('nobody', 'count'), false);
    assert.equal(timelines().length, 1);
  });

  it('is offered above an organisation, and in a hover that can run nothing else', async () => {
    const register: TextDocument = await open('organisations.facts.yaml');
    await eventually('the lens', async () => {
      const lenses = await commands.executeCommand<CodeLens[]>(
        'vscode.executeCodeLensProvider',
        register.uri,
        200,
      );
      return lenses.some(
        ({ command }) =>
          command?.command === 'policyFacts.showTimeline' && command.arguments?.[0] === 'pct',
      );
    });
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      register.uri,
      rangeOf(register, 'pct').start,
    );
    const links = hovers
      .flatMap(({ contents }) => contents)
      .filter((content) => content instanceof MarkdownString)
      .filter(({ value }) => value.includes('command:'));
    assert.deepEqual(
      links.map(({ value }) => value),
      ['[Show the timeline](command:policyFacts.showTimeline?%5B%22pct%22%5D)'],
    );
    assert.deepEqual(links[0]?.isTrusted, { enabledCommands: ['policyFacts.showTimeline'] });
  });
});
