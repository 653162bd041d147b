import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_LIMIT } from '../program.js';
import { agreeing, countOf } from '../records.js';
import { WorkspaceFolder } from '../workspaceFolder.js';
import { run, type Outcome } from './run.js';

describe('policy-facts check --cache', function () {
  this.timeout(TEST_LIMIT);
  let articles: WorkspaceFolder;
  let home: WorkspaceFolder;
  beforeEach(() => {
    articles = new WorkspaceFolder(agreeing);
    home = new WorkspaceFolder();
  });
  afterEach(() => {
    articles.dispose();
    home.dispose();
  });

  function check(env: NodeJS.ProcessEnv, ...options: string[]): Promise<Outcome> {
    return run(['check', articles.path, '--format', 'json', ...options], { env });
  }

  it('finds the same with what is kept as without, before and after a change', async () => {
    const env = { XDG_CACHE_HOME: home.path };
    const fresh = await check(env);
    assert.ok(!existsSync(home.pathOf('policy-facts')));
    assert.deepEqual(await check(env, '--cache'), fresh);
    assert.equal(readdirSync(home.pathOf('policy-facts')).length, 1);
    assert.deepEqual(await check(env, '--cache'), fresh);
    articles.write('courier.facts.yaml', countOf('148'));
    const changed = await check(env);
    assert.notDeepEqual(changed, fresh);
    assert.deepEqual(await check(env, '--cache'), changed);
  });

  it('keeps it below the home folder where nothing else is said', async () => {
    const env = { XDG_CACHE_HOME: 'not/absolute', HOME: home.path, USERPROFILE: home.path };
    await check(env, '--cache');
    assert.equal(readdirSync(home.pathOf('.cache/policy-facts')).length, 1);
  });

  it('says nothing of what is kept and cannot be read', async () => {
    const env = { XDG_CACHE_HOME: home.path };
    const fresh = await check(env, '--cache');
    const [name = ''] = readdirSync(home.pathOf('policy-facts'));
    const path = join(home.pathOf('policy-facts'), name);
    const good = readFileSync(path);
    writeFileSync(path, good.subarray(0, 100));
    assert.deepEqual(await check(env, '--cache'), fresh);
    assert.ok(readFileSync(path).length > 100);
  });
});
