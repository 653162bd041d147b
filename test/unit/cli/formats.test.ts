import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { githubReport } from '../../../server/src/cli/formats/github.js';
import { jsonReport } from '../../../server/src/cli/formats/json.js';
import { junitReport } from '../../../server/src/cli/formats/junit.js';
import { prettyReport } from '../../../server/src/cli/formats/pretty.js';
import type { CheckReport } from '../../../server/src/cli/formats/report.js';
import { sarifReport, type TraceableFinding } from '../../../server/src/cli/formats/sarif.js';
import { jsonText } from '../../../server/src/cli/visible.js';
import { sarifProblems } from '../../schemas/sarif.js';
import { parseXml } from '../../schemas/xml.js';

const hostile =
  'a]( b [x](http://evil.example) <b>&"\'\u0000\u001b[31m\ud800\ufffe %0A ::error::x\n::error::y';

function finding(over: Partial<TraceableFinding> = {}): TraceableFinding {
  return {
    file: 'a.facts.yaml',
    line: 3,
    column: 12,
    endLine: 3,
    endColumn: 15,
    severity: 'warning',
    code: 'value-conflict',
    message: 'Trusts: 148 here but 152 in b.',
    related: [],
    identity: ['value-conflict', 'a.facts.yaml', 'a', '1', 'b', '1'],
    acknowledged: [],
    ...over,
  };
}

function report(
  findings: readonly TraceableFinding[],
  over: Partial<CheckReport> = {},
): CheckReport {
  const summary = { articles: 1, sidecars: 1, facts: 2, organisations: 1 };
  const count = (level: string): number =>
    findings.filter(({ severity }) => severity === level).length;
  return {
    folder: '.',
    summary: {
      ...summary,
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
      hint: count('hint'),
    },
    findings,
    files: ['a.facts.yaml', 'a.md'],
    prefix: '',
    failOn: 'warning',
    isWhole: true,
    ...over,
  };
}

const tool = {
  version: '1.2.3',
  address: 'https://example.org/tool',
  rules: [
    {
      code: 'value-conflict',
      level: 'warning' as const,
      summary: 'Two articles differ.',
      page: '# value-conflict\n\nTwo articles differ.\n\n## Why\n\nBoth cannot be right.\n',
      address: 'https://example.org/value-conflict.md',
    },
  ],
};

interface Result {
  readonly ruleIndex?: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
      readonly region: Readonly<Record<string, number>>;
    };
  }[];
  readonly relatedLocations?: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly justification: string }[];
}

function sarif(findings: readonly TraceableFinding[], over: Partial<CheckReport> = {}): Result[] {
  const log = JSON.parse(sarifReport(report(findings, over), findings, tool)) as {
    runs: [{ results: Result[] }];
  };
  assert.deepEqual(sarifProblems(log), []);
  return log.runs[0].results;
}

describe('check as JSON', () => {
  for (const count of [0, 1, 99, 100, 101, 250]) {
    it(`is the same in pieces as in one: ${count} findings`, () => {
      const findings = Array.from({ length: count }, (_, line) =>
        finding({ line, message: line % 7 === 0 ? hostile : `[\n  ]\n}\n${line}` }),
      );
      const { summary } = report(findings);
      assert.equal(
        [...jsonReport(report(findings))].join(''),
        jsonText({ version: 1, summary, findings }),
      );
    });
  }
});

describe('check as SARIF', () => {
  it('is valid, and the schema says so of nothing else', () => {
    sarif([]);
    sarif([finding()]);
    const log = JSON.parse(sarifReport(report([finding()]), [finding()], tool)) as {
      runs: { results: Record<string, unknown>[] }[];
    };
    log.runs[0]!.results[0]!['level'] = 'information';
    assert.notDeepEqual(sarifProblems(log), []);
  });

  it('maps the four severities; a hint tells of no problem', () => {
    const severities = ['error', 'warning', 'information', 'hint'] as const;
    assert.deepEqual(
      sarif(severities.map((severity) => finding({ severity }))).map(({ kind, level }) => [
        kind,
        level,
      ]),
      [
        ['fail', 'error'],
        ['fail', 'warning'],
        ['fail', 'note'],
        ['informational', 'none'],
      ],
    );
  });

  it('names files from the root of the repository, encoded', () => {
    const [result] = sarif([finding({ file: 'é 1/50% #2?.facts.yaml' })], {
      prefix: 'my articles/',
    });
    const { artifactLocation, region } = result!.locations[0]!.physicalLocation;
    assert.deepEqual(artifactLocation, {
      uri: 'my%20articles/%C3%A9%201/50%25%20%232%3F.facts.yaml',
      uriBaseId: '%SRCROOT%',
    });
    assert.deepEqual(region, { startLine: 3, startColumn: 12, endLine: 3, endColumn: 15 });
  });

  it('keeps a finding’s fingerprint when its lines move, and numbers those that are alike', () => {
    const fingerprint = (findings: readonly TraceableFinding[]): string[] =>
      sarif(findings).map(({ partialFingerprints }) => partialFingerprints['policyFacts/v1'] ?? '');
    const [here] = fingerprint([finding()]);
    assert.deepEqual(fingerprint([finding({ line: 90, endLine: 90, message: 'other words' })]), [
      here,
    ]);
    const [one, two, other] = fingerprint([
      finding(),
      finding({ line: 9, endLine: 9 }),
      finding({ identity: ['value-conflict', 'a.facts.yaml', 'a', '1', 'b', '2'] }),
    ]);
    assert.equal(one, here);
    assert.equal(two, here?.replace(/1$/, '2'));
    assert.notEqual(other?.split(':')[0], one?.split(':')[0]);
  });

  it('says what somebody has judged, and why', () => {
    const [judged, open] = sarif([
      finding({ severity: 'hint', acknowledged: ['two ways of counting'] }),
      finding(),
    ]);
    assert.deepEqual(judged?.suppressions, [
      { kind: 'inSource', status: 'accepted', justification: 'two ways of counting' },
    ]);
    assert.equal(open?.suppressions, undefined);
  });

  it('has no link and no control character that comes from a file', () => {
    const related = [{ ...finding(), file: `${hostile}.md`, message: hostile }];
    const [result] = sarif([
      finding({
        message: hostile,
        file: `${hostile}.facts.yaml`,
        related: [],
      }),
    ]);
    assert.doesNotMatch(result?.message.text ?? '', /\]\(/);
    assert.match(result?.message.text ?? '', /\\x1b\[31m/);
    assert.equal(sarif([finding({ related })])[0]?.relatedLocations?.length, 1);
  });
});

describe('check as JUnit', () => {
  const cases = (text: string): string[] =>
    parseXml(text).children.flatMap((suite) =>
      suite.children.map(({ attributes, children }) =>
        [attributes.get('classname'), attributes.get('name'), children[0]?.name].join(' | '),
      ),
    );

  it('has a suite for each file, and a case that passes for one without findings', () => {
    const text = junitReport(report([finding(), finding({ severity: 'information', line: 9 })]));
    assert.deepEqual(cases(text), [
      'a.facts.yaml | value-conflict (3:12) | failure',
      'a.facts.yaml | value-conflict (9:12) | system-out',
      'a.md | nothing to report | ',
    ]);
    const { attributes } = parseXml(text);
    assert.equal(attributes.get('tests'), '3');
    assert.equal(attributes.get('failures'), '1');
  });

  it('fails where the exit code does', () => {
    const failures = (failOn: CheckReport['failOn']): string | undefined =>
      parseXml(junitReport(report([finding()], { failOn }))).attributes.get('failures');
    assert.deepEqual([failures('error'), failures('warning'), failures('never')], ['0', '1', '0']);
  });

  it('is well-formed whatever the files say', () => {
    const file = `${hostile}.facts.yaml`;
    const related = [{ ...finding(), file, message: hostile }];
    const text = junitReport(
      report([finding({ file, message: hostile, related })], { folder: hostile, prefix: 'x & y/' }),
    );
    const failure = parseXml(text).children.at(-1)?.children[0]?.children[0];
    assert.match(failure?.text ?? '', /<b>&"'\\x00\\x1b\[31m\ufffd\ufffd %0A/);
  });
});

describe('check as annotations of GitHub', () => {
  it('tells the worst first, hints not at all, and the summary last', () => {
    const lines = githubReport(
      report([
        finding({ severity: 'hint' }),
        finding({ severity: 'information' }),
        finding({ severity: 'error' }),
        finding(),
      ]),
    ).split('\n');
    assert.deepEqual(
      lines.map((line) => line.slice(0, line.indexOf(' '))),
      ['::error', '::warning', '::notice', 'Policy', ''],
    );
  });

  it('says where, with columns only within one line', () => {
    const [one, two] = githubReport(
      report([finding(), finding({ endLine: 5 })], { prefix: 'articles/' }),
    ).split('\n');
    assert.equal(
      one,
      '::warning file=articles/a.facts.yaml,line=3,endLine=3,col=12,endColumn=15,title=Policy Facts%3A value-conflict::Trusts: 148 here but 152 in b.',
    );
    assert.match(two ?? '', /^::warning file=articles\/a\.facts\.yaml,line=3,endLine=5,title=/);
  });

  it('is one command a finding, whatever the files say', () => {
    const file = `${hostile}, 100%:b.md`;
    const text = githubReport(
      report(
        [finding({ file, message: hostile, related: [{ ...finding(), file, message: hostile }] })],
        {
          folder: `::error::${hostile}`,
        },
      ),
    );
    const lines = text.split('\n');
    assert.equal(lines.length, 3);
    assert.equal(lines.filter((line) => line.trimStart().startsWith('::')).length, 1);
    assert.match(lines[0] ?? '', /^::warning file=[^:,]*%2C 100%25%3Ab\.md,line=3,/);
    assert.match(lines[0] ?? '', /%250A/);
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('check for people', () => {
  it('gives no service that runs checks a command of a file’s', () => {
    const source = '  ::error::mine\n##[group]x\n';
    const lines = source.split('\n');
    const lineSpan = (line: number): { start: number; end: number } => {
      const start = lines.slice(0, line).join('\n').length + Math.min(line, 1);
      return { start, end: start + (lines[line] ?? '').length };
    };
    const coloured = prettyReport(
      report([finding({ line: 1 }), finding({ line: 2 })]),
      () => ({ text: source, lines: { lineSpan } }) as never,
    );
    const text = stripVTControlCharacters(coloured); // where `CI` is set there are colours
    assert.match(text, /\n +\| ::error::mine\n/);
    assert.match(text, /\n +\| ##\[group\]x\n/);
  });
});
