import assert from 'node:assert/strict';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf } from './records.js';
import { endSessions, Session } from './session.js';

interface Node {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly hasChildren: boolean;
  readonly place?: { readonly uri: string };
}

interface Answer {
  readonly nodes: readonly Node[];
  readonly articles: number;
  readonly sidecars: number;
}

const CHANGED = 'policyFacts/treeChanged';
const SHOWN = 'policyFacts/treeShown';

/** How long nothing may come before nothing is taken to come, in milliseconds: well over the server's pause. */
const SILENCE = 700;

const listening = {
  initialize: { initializationOptions: { notifications: [CHANGED] } },
};

const contested = { ...agreeing, 'courier.facts.yaml': countOf('148', '152 primary care trusts') };

describe('the trees of the facts view', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('are sent level by level, with places to go to', async () => {
    const session = await Session.start({ files: contested });
    const first = await tree(session, 'findings');
    assert.deepEqual([first.articles, first.sidecars], [2, 3]);
    const kind = named(first, 'Value conflict');
    const slot = named(
      await tree(session, 'findings', kind.id),
      'Primary care trusts, count, England',
    );
    const [pair] = (await tree(session, 'findings', slot.id)).nodes;
    assert.ok(pair);
    assert.deepEqual(
      [pair.label, pair.place?.uri],
      ['148 but 152', session.uri('courier.facts.yaml')],
    );
    const [other] = (await tree(session, 'findings', pair.id)).nodes;
    assert.equal(other?.place?.uri, session.uri('herald.facts.yaml'));
    assert.equal(
      named(await tree(session, 'organisations'), 'Primary care trusts').hasChildren,
      true,
    );
    assert.equal((await tree(session, 'articles')).nodes.length, 2);
  });

  it('name files as the client spells them', async () => {
    const session = await Session.start({ files: { ...contested, 'a (1).md': 'Text.\n' } });
    const spelling = session.uri('a (1).md').replace('(', '%28').replace(')', '%29');
    await session.notify('textDocument/didOpen', {
      textDocument: {
        uri: spelling,
        languageId: 'markdown',
        version: 1,
        text: 'Text of 1 line.\n',
      },
    });
    const article = named(await tree(session, 'articles'), 'a (1).md');
    assert.equal(article.place?.uri, spelling);
  });

  it('can be filtered, and say what is typed rather than what is saved', async () => {
    const session = await Session.start({ files: agreeing });
    assert.deepEqual((await tree(session, 'findings')).nodes, []);
    await session.open('courier.facts.yaml', agreeing['courier.facts.yaml']);
    await session.edit('courier.facts.yaml', 'value: 152', 'value: 148');
    assert.ok(named(await tree(session, 'findings'), 'Value conflict'));
    assert.deepEqual((await tree(session, 'findings', null, 'no such words')).nodes, []);
    assert.equal((await tree(session, 'findings', null, 'herald')).nodes.length, 1);
  });

  it('are refused where there is no such tree; any other argument gives an answer', async () => {
    const session = await Session.start({ files: contested });
    for (const name of ['', 'toString', null, 7]) {
      await assert.rejects(run(session, 'policyFacts.tree', [name]), { code: -32803 });
    }
    await assert.rejects(run(session, 'policyFacts.tree', []), { code: -32803 });
    for (const id of ['no node', '["__proto__"]']) {
      assert.deepEqual((await tree(session, 'articles', id)).nodes, []);
    }
    const odd = await run(session, 'policyFacts.tree', ['articles', {}, { length: 1 }]);
    assert.equal((odd as Answer).nodes.length, 2);
  });

  it('have changed once a burst of keys is over, told once', async () => {
    const { session, news } = await listeningSession();
    await session.notify(SHOWN, { shown: true });
    await session.type('courier.facts.yaml', 'value: ', '12345678901234567890');
    await session.until('the news', () => (news.length > 0 ? true : undefined));
    await silence();
    assert.equal(news.length, 1);
    assert.ok(named(await tree(session, 'findings'), 'Value conflict'), 'and there they are');
    await session.edit('courier.facts.yaml', '12345678901234567890', '');
    await session.until('the news of the next burst', () => (news.length > 1 ? true : undefined));
  });

  it('are no news while none is in sight, nor before the client says that one is', async () => {
    const { session, news } = await listeningSession();
    await session.edit('courier.facts.yaml', 'value: 152', 'value: 148');
    await session.settled();
    await silence();
    assert.equal(news.length, 0, 'none was shown yet');
    await session.notify(SHOWN, { shown: true });
    await session.edit('courier.facts.yaml', 'value: 148', 'value: 149');
    await session.settled();
    await session.notify(SHOWN, { shown: false });
    await session.edit('courier.facts.yaml', 'value: 149', 'value: 150');
    await session.settled();
    await silence();
    assert.equal(news.length, 0, 'what was about to be told is of no use any more');
  });

  it('are no news to a client that did not ask for any', async () => {
    const session = await Session.start({ files: agreeing });
    const news = newsOf(session);
    for (const params of [{ shown: true }, { shown: true }]) {
      await session.notify(SHOWN, params);
    }
    await session.open('courier.facts.yaml', countOf('148'));
    await session.settled();
    await silence();
    assert.equal(news.length, 0);
  });

  it('the first conflict names both places; none is null', async () => {
    const session = await Session.start({ files: contested });
    const found = (await run(session, 'policyFacts.firstConflict', [])) as {
      code: string;
      here: { uri: string };
      there: { uri: string };
    };
    assert.equal(found.code, 'value-conflict');
    assert.deepEqual(
      [found.here.uri, found.there.uri],
      [session.uri('courier.facts.yaml'), session.uri('herald.facts.yaml')],
    );
    const quiet = await Session.start({ files: agreeing });
    assert.equal(await run(quiet, 'policyFacts.firstConflict', []), null);
  });

  it('a survey counts the figures of a folder without a sidecar', async () => {
    const files = {
      'few.md': '# Few\n\nOne has 12 beds.\n',
      'many.txt': 'There were 303, then 152.\n',
    };
    const session = await Session.start({ files });
    assert.deepEqual(await run(session, 'policyFacts.survey', []), {
      articles: 2,
      surveyed: 2,
      figures: 3,
      mostFigures: [
        { uri: session.uri('many.txt'), title: null, figures: 2 },
        { uri: session.uri('few.md'), title: 'Few', figures: 1 },
      ],
    });
  });

  async function listeningSession(): Promise<{ session: Session; news: readonly true[] }> {
    const session = await Session.start({ files: agreeing, ...listening });
    const news = newsOf(session);
    await session.open('courier.facts.yaml', agreeing['courier.facts.yaml']);
    await session.settled();
    await silence();
    assert.equal(news.length, 0);
    return { session, news };
  }

  function newsOf(session: Session): readonly true[] {
    const news: true[] = [];
    session.connection.onNotification(CHANGED, () => {
      news.push(true);
      session.wake();
    });
    return news;
  }

  function silence(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, SILENCE));
  }

  function run(session: Session, command: string, args: unknown[]): Promise<unknown> {
    return session.request('workspace/executeCommand', { command, arguments: args });
  }

  async function tree(
    session: Session,
    name: string,
    id: string | null = null,
    filter = '',
  ): Promise<Answer> {
    return (await run(session, 'policyFacts.tree', [name, id, filter])) as Answer;
  }

  function named({ nodes }: Answer, label: string): Node {
    const found = nodes.find((node) => node.label === label);
    assert.ok(found, `“${label}” is among ${nodes.map((node) => node.label).join(' | ')}`);
    return found;
  }
});
