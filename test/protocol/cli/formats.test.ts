import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sarifProblems } from '../../schemas/sarif.js';
import { parseXml } from '../../schemas/xml.js';
import { projectFolder, TEST_LIMIT } from '../program.js';
import { agreeing, countOf } from '../records.js';
import type { Files } from '../workspaceFolder.js';
import { run } from './run.js';
import { testFolders } from './testFolders.js';

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string;
          readonly helpUri: string;
          readonly help?: { readonly text: string; readonly markdown: string };
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly suppressions?: readonly { readonly justification: string }[];
      readonly locations: readonly [
        {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region: { readonly startLine: number };
          };
        },
      ];
    }[];
  }[];
}

const formats = ['pretty', 'json', 'sarif', 'junit', 'github'];

const conflicting = {
  ...agreeing,
  'courier.md': agreeing['courier.md'].replace('152', '148'),
  'courier.facts.yaml': countOf('148'),
} as const;

describe('policy-facts check --format', function () {
  this.timeout(TEST_LIMIT);
  const folderOf = testFolders();

  async function sarifOf(files: Files): Promise<Log['runs'][number]> {
    const { stdout, stderr } = await run(['check', folderOf(files).path, '--format', 'sarif']);
    assert.equal(stderr, '');
    const log = JSON.parse(stdout) as Log;
    assert.deepEqual(sarifProblems(log), []);
    const [first] = log.runs;
    assert.ok(first);
    return first;
  }

  it('ends with the same code whatever the format', async () => {
    const bad = folderOf(conflicting);
    const codes = (path: string, ...more: string[]): Promise<(number | null)[]> =>
      Promise.all(
        formats.map(
          async (format) => (await run(['check', path, '--format', format, ...more])).code,
        ),
      );
    assert.deepEqual(await codes(bad.path), [1, 1, 1, 1, 1]);
    assert.deepEqual(await codes(bad.path, '--fail-on', 'never'), [0, 0, 0, 0, 0]);
    assert.deepEqual(await codes(bad.pathOf('no-such-folder')), [2, 2, 2, 2, 2]);
  });

  it('sarif: every rule with its page; results point to them', async () => {
    const { tool, results } = await sarifOf(conflicting);
    assert.equal(results.length, 2);
    for (const { id, help, helpUri } of tool.driver.rules) {
      assert.ok(help?.markdown.startsWith(`# ${id}\n`), id);
      assert.notEqual(help?.text, '', id);
      assert.match(helpUri, new RegExp(`^https://.*/docs/rules/${id}\\.md$`));
    }
    for (const { ruleId, ruleIndex } of results) {
      assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
    }
  });

  it('sarif: a finding keeps its fingerprint when what is around it moves', async () => {
    const register = agreeing['register.facts.yaml'];
    const unknown = `${countOf('148')}  - {subject: nobody, property: count, value: 9}\n`;
    const moved = `# a line more\n\n${unknown.replace('facts:\n', 'facts:\n  - {subject: herald, property: status, value: new}\n')}`;
    const traces = async (files: Files): Promise<string[]> =>
      (await sarifOf(files)).results
        .map((result) => `${result.ruleId} ${result.partialFingerprints['policyFacts/v1'] ?? ''}`)
        .filter((trace) => !trace.startsWith('missing'))
        .sort();
    const before = await traces({ ...conflicting, 'courier.facts.yaml': unknown });
    const after = await traces({
      ...conflicting,
      'courier.facts.yaml': moved,
      'courier.md': `${conflicting['courier.md']}\nAn end.\n`,
      'register.facts.yaml': `# moved\n${register}`,
    });
    assert.ok(before.length > 2);
    assert.deepEqual(after, before);
  });

  it('sarif: what was acknowledged is suppressed, with its reason', async () => {
    const reason = 'the two count on different days';
    const { results } = await sarifOf({
      ...conflicting,
      'courier.facts.yaml': `${countOf('148')}    acknowledged: [{code: value-conflict, with: "herald#trusts", reason: ${reason}}]\n`,
    });
    assert.deepEqual(
      results.map(({ suppressions }) => suppressions?.map(({ justification }) => justification)),
      [[reason], [reason]],
    );
  });

  it('junit: a suite for every article and sidecar', async () => {
    const { stdout } = await run(['check', 'seeds', '--format', 'junit'], { cwd: projectFolder });
    const { name, children } = parseXml(stdout);
    assert.equal(name, 'testsuites');
    const names = children.map(({ attributes }) => attributes.get('name'));
    assert.ok(names.includes('seeds/003-mergers-confirmed.md'));
    assert.ok(names.includes('seeds/003-mergers-confirmed.facts.yaml'));
    assert.ok(children.every((suite) => suite.children.length > 0));
  });

  it('pretty: VS Code’s problem matcher reads each finding, and nothing that a file says', async () => {
    const text = readFileSync(join(projectFolder, 'package.json'), 'utf8');
    const { contributes } = JSON.parse(text) as {
      contributes: { problemMatchers: [{ pattern: { regexp: string } }] };
    };
    const matcher = new RegExp(contributes.problemMatchers[0].pattern.regexp);
    const folder = folderOf({
      ...conflicting,
      'false.facts.yaml': 'x.md:1:2  error  not ours  value-conflict: 1\n',
    });
    const [pretty, json] = await Promise.all([
      run(['check', folder.path]),
      run(['check', folder.path, '--format', 'json']),
    ]);
    const read = pretty.stdout.split('\n').flatMap((line) => {
      const [, ...parts] = matcher.exec(line) ?? [];
      return parts.length === 0 ? [] : [parts.join(' | ')];
    });
    const { findings } = JSON.parse(json.stdout) as { findings: Record<string, unknown>[] };
    const keys = ['file', 'line', 'column', 'severity', 'message', 'code'];
    assert.ok(findings.length > 2);
    assert.deepEqual(
      read,
      findings.map((finding) => keys.map((key) => String(finding[key])).join(' | ')),
    );
  });

  it('names files from where it runs, as far as the folder is below', async () => {
    const folder = folderOf(
      Object.fromEntries(Object.entries(conflicting).map(([name, text]) => [`a b/${name}`, text])),
    );
    const first = async (args: string[], cwd: string): Promise<string> =>
      (await run(['check', ...args, '--format', 'github'], { cwd })).stdout.split(',')[0] ?? '';
    assert.deepEqual(
      await Promise.all([
        first(['a b'], folder.path),
        first([], folder.pathOf('a b')),
        first([folder.pathOf('a b')], projectFolder),
      ]),
      [
        '::warning file=a b/courier.facts.yaml',
        '::warning file=courier.facts.yaml',
        '::warning file=courier.facts.yaml',
      ],
    );
  });

  it('lets no control character of a file through', async () => {
    const evil = '\u001b[31m\u0007\u009b2J';
    const folder = folderOf({
      'a.facts.yaml': `facts:\n  - {subject: "${evil}", property: "\\e[2J", value: 1}\n`,
      'evil\u001b[31m, 100%.facts.yaml': 'facts: 1\n',
    });
    for (const format of formats) {
      const { code, stdout, stderr } = await run(['check', folder.path, '--format', format]);
      assert.equal(code, 1, format);
      // eslint-disable-next-line no-control-regex -- these are what must not be there
      assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/, format);
    }
  });
});
