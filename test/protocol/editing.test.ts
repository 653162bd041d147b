import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-types';
import { pushClient } from './clients.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf, courier, herald } from './records.js';
import { codes, endSessions, messageOf, Session } from './session.js';

const FileDeleted = 3;
const FileChanged = 2;

describe('an editing session', function () {
  this.timeout(TEST_LIMIT);
  let session: Session;
  before(async () => {
    session = await Session.start({ files: agreeing, capabilities: pushClient });
  });
  beforeEach(async () => {
    await session.settled();
    session.pushes.splice(0);
  });
  afterEach(async () => {
    await session.restore(agreeing);
  });
  after(endSessions);

  it('makes a conflict with a closed file key by key, and unmakes it', async () => {
    await session.open('herald.facts.yaml', agreeing['herald.facts.yaml']);
    await session.settled();
    assert.deepEqual(session.pushes, [], 'the two articles agree at first');

    await session.backspace('herald.facts.yaml', '\n    place', 1);
    await session.type('herald.facts.yaml', 'value: 15', '1');
    // On a quick machine 15 is a conflict for a moment, before the last key.
    const tells = (found: readonly Diagnostic[]): boolean =>
      found.some((one) => one.code === 'value-conflict' && messageOf(one).includes('151'));
    const here = await session.waitForDiagnostics('herald.facts.yaml', tells);
    const there = await session.waitForDiagnostics('courier.facts.yaml', tells);

    // The quote says 152: that is another finding, in the edited file alone.
    assert.deepEqual(codes(here), ['value-not-in-quote', 'value-conflict'], 'the worst first');
    assert.deepEqual(codes(there), ['value-conflict']);
    const [conflict] = there;
    assert.match(
      messageOf(conflict),
      /^Primary care trusts, count, England: 152 here .* 151 in herald/,
    );
    assert.deepEqual(
      session.words(
        (conflict?.relatedInformation ?? []).map(({ location }) => location),
        { ...agreeing, 'herald.facts.yaml': session.textOf('herald.facts.yaml') },
      ),
      ['herald.facts.yaml "151"', 'herald.md "152 primary care trusts"'],
    );
    const mine = here.find(({ code }) => code === 'value-conflict');
    assert.deepEqual(
      session.words(
        (mine?.relatedInformation ?? []).map(({ location }) => location),
        agreeing,
      ),
      ['courier.facts.yaml "152"', 'courier.md "152 primary care trusts"'],
    );

    await session.backspace('herald.facts.yaml', '\n    place', 1);
    await session.type('herald.facts.yaml', 'value: 15', '2');
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length === 0);
    await session.waitForDiagnostics('courier.facts.yaml', (found) => found.length === 0);
  });

  it('pushes the version it looked at, and none for a file that is not open', async () => {
    await session.open('herald.facts.yaml', agreeing['herald.facts.yaml']);
    await session.edit('herald.facts.yaml', '152', '148');
    await session.waitForDiagnostics('courier.facts.yaml', (found) => found.length > 0);
    assert.equal(
      session.lastPush('herald.facts.yaml')?.version,
      session.versionOf('herald.facts.yaml'),
    );
    assert.equal(session.lastPush('courier.facts.yaml')?.version, undefined);
  });

  it('returns to the text on disk when a document is closed without saving', async () => {
    await session.open('herald.facts.yaml', agreeing['herald.facts.yaml']);
    await session.edit('herald.facts.yaml', '152', '148');
    await session.waitForDiagnostics('courier.facts.yaml', (found) => found.length > 0);
    await session.close('herald.facts.yaml');
    await session.waitForDiagnostics('courier.facts.yaml', (found) => found.length === 0);
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length === 0);
  });

  it('lets an open document go before the file on disk', async () => {
    await session.open('herald.facts.yaml', agreeing['herald.facts.yaml']);
    await session.edit('herald.facts.yaml', '152', '148');
    await session.waitForDiagnostics('courier.facts.yaml', (found) => found.length > 0);
    session.folder.write('herald.facts.yaml', countOf('152'));
    await session.changedOnDisk('herald.facts.yaml', FileChanged);
    await session.settled();
    assert.deepEqual(codes(session.pushed('courier.facts.yaml')), ['value-conflict']);
  });

  it('follows files that change or go away on disk', async () => {
    session.folder.write('herald.facts.yaml', countOf('148', '152 primary care trusts'));
    await session.changedOnDisk('herald.facts.yaml', FileChanged);
    await session.waitForDiagnostics('courier.facts.yaml', (found) => found.length > 0);

    session.folder.delete('herald.facts.yaml');
    await session.changedOnDisk('herald.facts.yaml', FileDeleted);
    await session.waitForDiagnostics('courier.facts.yaml', (found) => found.length === 0);
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length === 0);
  });

  it('reports a sidecar whose article is deleted, until it is back', async () => {
    session.folder.delete('herald.md');
    await session.changedOnDisk('herald.md', FileDeleted);
    await session.waitForDiagnostics('herald.facts.yaml', (found) =>
      codes(found).includes('orphan-sidecar'),
    );
    session.folder.write('herald.md', herald);
    await session.changedOnDisk('herald.md', 1);
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length === 0);
  });

  it('compares quotes with the article as typed, not as saved', async () => {
    await session.open('courier.md', courier);
    await session.edit('courier.md', 'primary care trusts in', 'primary  care trust in');
    await session.waitForDiagnostics('courier.facts.yaml', (found) =>
      codes(found).includes('quote-changed'),
    );
    await session.edit('courier.md', '152 primary  care trust', 'many bodies');
    await session.waitForDiagnostics('courier.facts.yaml', (found) =>
      codes(found).includes('quote-not-found'),
    );
    await session.edit('courier.md', 'many bodies', '152 primary care trusts');
    await session.waitForDiagnostics('courier.facts.yaml', (found) => found.length === 0);
  });

  it('dates facts by the front matter as typed', async () => {
    await session.open('courier.facts.yaml', countOf('148', '152 primary care trusts'));
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length > 0);
    await session.open('courier.md', courier);
    await session.edit('courier.md', 'published: 2010-07-20', 'published: 2004-01-01');
    await session.waitForDiagnostics('herald.facts.yaml', (found) =>
      codes(found).every((code) => code !== 'value-conflict'),
    );
  });

  it('looks at a burst of typing once', async () => {
    await session.open('herald.facts.yaml', agreeing['herald.facts.yaml']);
    await session.settled();
    await session.edit('herald.facts.yaml', '152', '');
    await session.type('herald.facts.yaml', 'value: ', '12345678901234567890');
    await session.settled();
    const versions = session.pushes
      .filter(({ uri }) => uri === session.uri('herald.facts.yaml'))
      .map(({ version }) => version);
    assert.equal(versions.at(-1), session.versionOf('herald.facts.yaml'));
    assert.ok(versions.length < 8, `${versions.length} passes for 21 changes`);
  });

  it('keeps an unknown change out of the way', async () => {
    await session.notify('textDocument/didChange', {
      textDocument: { uri: session.uri('herald.md'), version: 2 },
      contentChanges: [{ text: 'Never opened.' }],
    });
    await session.close('herald.md');
    assert.equal((await session.check())['warning'], 0);
  });
});
