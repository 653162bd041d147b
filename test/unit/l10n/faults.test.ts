import assert from 'node:assert/strict';
import { differing, missing, toPaste, unused } from '../../l10n/faults.js';
import { manifestTexts } from '../../l10n/manifestTexts.js';
import { textsOf } from '../../l10n/sourceTexts.js';

const english = new Map([
  ['a', 'Open {0}'],
  ['b', '[Open](command:policyFacts.openSample) `now`'],
]);

describe('what is wrong with a translation', () => {
  it('is what it lacks, ready to paste', () => {
    const lacking = missing(english, new Map([['b', '…']]));
    assert.equal(toPaste(lacking), '  "a": "Open {0}",');
  });

  it('is what it has too much', () => {
    assert.deepEqual(unused(english, new Map([['c', '…']])), ['c']);
  });

  it('is a place, a command or code that it does not keep', () => {
    assert.deepEqual(differing(english, new Map([['a', '{0} öffnen']])), []);
    assert.deepEqual(differing(english, new Map([['a', '{1} öffnen']])), ['a']);
    const [kept, lost] = ['openSample', 'open'].map(
      (command) => new Map([['b', `\`now\` [Öffnen](command:policyFacts.${command})`]]),
    );
    assert.deepEqual(differing(english, kept!), []);
    assert.deepEqual(differing(english, lost!), ['b']);
  });
});

describe('the texts of a source file', () => {
  const found = (source: string): readonly string[] =>
    textsOf('a.ts', source).bare.map(({ text }) => text);

  it('are translated inside l10n.t', () => {
    const { translated, bare } = textsOf('a.ts', "show(\n  l10n.t('Two words {0}', name));");
    assert.deepEqual(translated, [{ text: 'Two words {0}', file: 'a.ts', line: 2 }]);
    assert.deepEqual(bare, []);
  });

  it('are bare wherever words stand by themselves', () => {
    assert.deepEqual(found("window.showErrorMessage('It failed.');"), ['It failed.']);
    assert.deepEqual(found('const words = `It has ${n} facts`;'), ['It has {} facts']);
    assert.deepEqual(found("const title = 'Findings';"), ['Findings']);
    assert.deepEqual(found("const item = { label: 'facts' };"), ['facts']);
    assert.deepEqual(found("item.tooltip = 'busy';"), ['busy']);
    assert.deepEqual(found('l10n.t(words);'), ['l10n.t(words)']);
    assert.deepEqual(found("l10n.t('{0}', 'No facts here');"), ['No facts here']);
  });

  it('are no names, keys, types, imports, exceptions or logs', () => {
    const sources = [
      "createOutputChannel('Policy Facts');",
      'item.text = `$(pass) Policy Facts: ${n}`;',
      "executeCommand('workbench.actions.view.problems');",
      "type Kind = 'Some words';",
      "import a from 'two words';",
      "throw new Error('The server is gone.');",
      "client.error('The check failed.', error);",
      "const pattern = 'Some words'; // not shown",
      "switch (key) { case 'Enter': stop(); }",
      "if (key !== 'Enter' && key === 'Arrow down') stop();",
      "const mark = { class: 'label conflict' };",
      'const style = `\n.mark { fill: ${colour}; }`;',
      "const colour = 'var(--vscode-foreground, var(--vscode-descriptionForeground))';",
      'const file = `<?xml version="1.0" encoding="UTF-8"?>${text}`;',
    ];
    assert.deepEqual(sources.flatMap(found), []);
  });
});

describe('the texts of a manifest', () => {
  it('are those that VS Code shows, with keys that stay', () => {
    const manifest = {
      name: 'x',
      displayName: 'Policy Facts',
      description: 'A tool.',
      contributes: {
        commands: [{ command: 'a.b', title: 'Do', category: 'Policy Facts', icon: '$(x)' }],
        configuration: [
          {
            id: 'one',
            title: 'One',
            properties: { 'a.c': { enum: ['x'], enumDescriptions: ['An x.'], description: 'C.' } },
          },
        ],
        views: { tree: [{ id: 'a.v', name: 'View' }] },
        viewsWelcome: [{ view: 'a.v', contents: 'Nothing yet.' }],
        languageModelTools: [
          { name: 't', displayName: 'Tool', inputSchema: { properties: { p: { title: 'P' } } } },
        ],
      },
    };
    assert.deepEqual(
      manifestTexts(manifest).map(({ key, text }) => [key, text]),
      [
        ['description', 'A tool.'],
        ['commands.a.b.title', 'Do'],
        ['settingGroups.one.title', 'One'],
        ['settings.a.c.enumDescriptions.0', 'An x.'],
        ['settings.a.c.description', 'C.'],
        ['views.tree.a.v.name', 'View'],
        ['viewsWelcome.a.v.contents', 'Nothing yet.'],
        ['languageModelTools.t.displayName', 'Tool'],
      ],
    );
  });
});
