import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver-types';
import { pushClient, readingClient } from './clients.js';
import { TEST_LIMIT } from './program.js';
import { agreeing } from './records.js';
import { endSessions, Session } from './session.js';

interface Shown {
  readonly points: readonly {
    readonly reference: string;
    readonly value: { readonly text: string };
    readonly conflicts: readonly { readonly words: string }[];
    readonly place: { readonly uri: string };
  }[];
}

describe('the command policyFacts.timeline', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  function ask<T>(session: Session, command: string, ...args: unknown[]): Promise<T> {
    return session.request('workspace/executeCommand', { command, arguments: args });
  }

  it('answers with the values of a subject and a property, from the text as typed', async () => {
    const session = await Session.start({ files: agreeing, capabilities: pushClient });
    const timeline = (): Promise<Shown> => ask(session, 'policyFacts.timeline', 'pct', 'count');
    const before = await timeline();
    assert.deepEqual(
      before.points.map(({ reference, value }) => `${reference} ${value.text}`),
      ['herald#trusts 152', 'courier#trusts 152'],
    );
    await session.open('herald.facts.yaml', agreeing['herald.facts.yaml']);
    await session.edit('herald.facts.yaml', 'value: 152', 'value: 151');
    const [herald, courier] = (await timeline()).points;
    assert.equal(herald?.value.text, '151');
    assert.equal(herald.place.uri, session.uri('herald.facts.yaml'));
    assert.deepEqual(
      courier?.conflicts.map(({ words }) => words),
      ['151 in herald#trusts'],
    );
    assert.match(
      await ask(session, 'policyFacts.timelineCsv', 'pct', 'count'),
      /^kind,subject,.*\r\nfact,pct,count,/,
    );
  });

  it('lists what there is, and refuses what is not known', async () => {
    const session = await Session.start({ files: agreeing });
    const { topics } = await ask<{
      topics: { subject: string; property: string; count: number }[];
    }>(session, 'policyFacts.timeline');
    assert.deepEqual(
      topics.map(({ subject, property, count }) => [subject, property, count]),
      [['pct', 'count', 2]],
    );
    const refused = (reason: RegExp, ...args: unknown[]): Promise<void> =>
      assert.rejects(ask(session, 'policyFacts.timeline', ...args), reason);
    await refused(/No fact states `count` of `nobody`/, 'nobody', 'count');
    await refused(/No fact states `truth` of `pct`/, 'pct', 'truth');
    await refused(/No fact is about `__proto__`/, '__proto__');
    await refused(/asked for by the ids/, { subject: 'pct' });
    await assert.rejects(ask(session, 'policyFacts.timelineCsv', 'pct'), /No fact states/);
    await assert.rejects(ask(session, 'policyFacts.timelineAt', 7), /A place is a URI/);
  });

  it('says what stands at a place', async () => {
    const session = await Session.start({ files: agreeing });
    const at = (uri: string, line: number, character: number): Promise<unknown> =>
      ask(session, 'policyFacts.timelineAt', { uri, position: { line, character } });
    const lines = agreeing['herald.facts.yaml'].split('\n');
    const line = lines.findIndex((text) => text.includes('value: 152'));
    const uri = session.uri('herald.facts.yaml');
    assert.deepEqual(await at(uri, line, (lines[line] ?? '').indexOf('152')), {
      subject: 'pct',
      property: 'count',
    });
    assert.equal(await at(uri, 9999, 0), null);
    assert.equal(await at('file:///nowhere.md', 0, 0), null);
  });

  it('is behind a lens above organisations that facts are about, for a client that offers it', async () => {
    const name = 'register.facts.yaml';
    const lenses = async (commands: readonly string[]): Promise<unknown[]> => {
      const session = await Session.start({
        files: agreeing,
        capabilities: readingClient,
        initialize: { initializationOptions: { commands } },
      });
      await session.open(name, agreeing[name]);
      await session.settled();
      const found = await session.request<CodeLens[]>('textDocument/codeLens', {
        textDocument: { uri: session.uri(name) },
      });
      return found.flatMap(({ command }) =>
        command?.command === 'policyFacts.showTimeline' ? [command.arguments] : [],
      );
    };
    assert.deepEqual(await lenses(['policyFacts.showTimeline']), [['pct']]);
    assert.deepEqual(await lenses([]), []);
  });
});
