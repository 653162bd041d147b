import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { runningExtension } from './extension.js';

/** What is needed of `vscode.lm`, which the oldest VS Code that we run in does not have. */
interface Models {
  readonly tools: readonly { readonly name: string; readonly inputSchema?: object }[];
  invokeTool(
    name: string,
    options: { input: object; toolInvocationToken: undefined },
  ): Thenable<{ readonly content: readonly { readonly value?: string }[] }>;
}

describe('tools for language models', function () {
  before(runningExtension);

  const { lm } = vscode as unknown as { lm?: Models };

  async function answer(name: string, input: object): Promise<string> {
    const options = { input, toolInvocationToken: undefined };
    const result = await lm!.invokeTool(`policyFacts_${name}`, options);
    return result.content.map(({ value }) => value ?? '').join('');
  }

  before(function () {
    if (lm === undefined || !('invokeTool' in lm)) this.skip();
  });

  it('are offered, and answered by the server', async () => {
    const names = lm!.tools
      .map(({ name }) => name)
      .filter((name) => name.startsWith('policyFacts_'));
    assert.deepEqual(names.sort(), [
      'policyFacts_explain_pair',
      'policyFacts_find_mentions',
      'policyFacts_get_facts',
      'policyFacts_list_findings',
    ]);
    assert.match(
      await answer('list_findings', { severity: 'warning' }),
      /briefing-draft\.md:\d+:\d+ warning figure-disagrees/,
    );
    assert.match(await answer('get_facts', { subject: 'PCTs', limit: 5 }), /^5 of \d+ facts; /);
    assert.match(
      await answer('find_mentions', { name: 'pct', limit: 2 }),
      /\(organisation pct\): 2 of/,
    );
    const pair = {
      first: 'briefing-draft#count-since-2006',
      second: '002-tory-health-plans#trusts-152',
    };
    assert.match(await answer('explain_pair', pair), /Verdict: value-conflict/);
  });

  it('refuse a path outside the folder', async () => {
    await assert.rejects(answer('list_findings', { file: '../secret.md' }), /refused/);
  });
});
