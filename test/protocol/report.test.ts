import assert from 'node:assert/strict';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf } from './records.js';
import { endSessions, Session } from './session.js';

describe('the report', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  async function report(session: Session, ...args: unknown[]): Promise<string> {
    const params = { command: 'policyFacts.report', arguments: args };
    return session.request<string>('workspace/executeCommand', params);
  }

  it('is a page or Markdown, with the date and the folder it is told', async () => {
    const session = await Session.start({ files: agreeing });
    const base = session.uri('').replace(/\/$/, '');
    const options = { folder: 'My <trusts>', date: '2 January 2026', base };
    const [page, markdown] = [
      await report(session, 'html', options),
      await report(session, 'md', options),
    ];
    assert.match(page, /<h1>Policy Facts report: My &#60;trusts&#62;<\/h1>/);
    assert.match(page, /Made on 2 January 2026\./);
    assert.match(page, /href="herald\.facts\.yaml#L\d+"/);
    assert.match(markdown, /^# Policy Facts report: My \\<trusts\\>\n\nMade on 2 January 2026\./);
  });

  it('tells of what is typed, not of what is saved', async () => {
    const session = await Session.start({ files: agreeing });
    await session.open('courier.facts.yaml', agreeing['courier.facts.yaml']);
    assert.doesNotMatch(await report(session, 'md'), /value-conflict/);
    await session.edit('courier.facts.yaml', 'value: 152', 'value: 148');
    assert.match(await report(session, 'md'), /#### value-conflict \(1\)/);
  });

  it('for the editor leads to places by commands, in the spelling of the client', async () => {
    const session = await Session.start({
      files: { ...agreeing, 'courier.facts.yaml': countOf('148') },
    });
    const page = await report(session, 'editor', {});
    const links = [...page.matchAll(/href="command:([\w.]+)\?([^"]*)"/g)].map(
      ([, command = '', args = '']) => [command, JSON.parse(decodeURIComponent(args))] as const,
    );
    const places = links.filter(([command]) => command === 'policyFacts.openReportPlace');
    assert.ok(places.length > 5);
    assert.ok(
      places.some(([, args]) => (args as unknown[])[0] === session.uri('courier.facts.yaml')),
    );
    assert.deepEqual(
      links
        .filter(([command]) => command === 'policyFacts.saveReport')
        .map(([, args]) => args as unknown),
      [['html'], ['md']],
    );
  });

  it('is refused in a format that there is not, and made of any other nonsense', async () => {
    const session = await Session.start({ files: agreeing });
    await assert.rejects(report(session, 'pdf'), { code: -32803 });
    await assert.rejects(report(session), { code: -32803 });
    assert.match(await report(session, 'html', { folder: 3, date: null, base: [] }), /^<!DOCTYPE/);
    assert.doesNotMatch(await report(session, 'html', 7), /Made on/);
  });
});
