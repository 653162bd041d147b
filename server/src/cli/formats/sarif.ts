import type { Severity } from '../../rules/finding.js';
import { jsonText, visible } from '../visible.js';
import type { LocatedFinding } from '../locatedFinding.js';
import type { Place } from '../place.js';
import { fingerprintsOf } from './fingerprint.js';
import type { CheckReport } from './report.js';

/** What SARIF needs to know of a finding beside where it stands. */
export interface TraceableFinding extends LocatedFinding {
  /** What makes it the one it is, wherever its lines move. */
  readonly identity: readonly string[];
  /** The reasons with which it was acknowledged. */
  readonly acknowledged: readonly string[];
}

/** A rule as SARIF describes it. */
export interface DescribedRule {
  readonly code: string;
  readonly level: Severity;
  /** In one line. */
  readonly summary: string;
  /** Its page, in Markdown, and the address of the page. */
  readonly page?: string;
  readonly address: string;
}

/** Who found it. */
export interface Tool {
  readonly version: string;
  readonly address: string;
  readonly rules: readonly DescribedRule[];
}

/** A `uriBaseId` that services take for the root of the repository. */
const ROOT = '%SRCROOT%';

/**
 * What a check found as a SARIF 2.1.0 log. Names of files are relative, so that the log says nothing
 * of the machine it was made on. Its messages are plain text, and no words of a file are a link in them.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(
  { prefix, isWhole }: CheckReport,
  findings: readonly TraceableFinding[],
  tool: Tool,
): string {
  const numbers = new Map(tool.rules.map(({ code }, index) => [code, index]));
  const fingerprints = fingerprintsOf(findings);
  return jsonText({
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Policy Facts',
            version: tool.version,
            semanticVersion: tool.version,
            informationUri: tool.address,
            language: 'en-GB',
            rules: tool.rules.map(describeRule),
          },
        },
        invocations: [{ executionSuccessful: isWhole }],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [ROOT]: { description: { text: 'The folder in which the check was run.' } },
        },
        results: findings.map((finding, index) => ({
          ruleId: finding.code,
          ...numbered(numbers.get(finding.code)),
          ...gravity(finding.severity),
          message: message(finding.message),
          locations: [location(prefix, finding)],
          ...related(prefix, finding),
          partialFingerprints: fingerprints[index],
          ...suppressions(finding.acknowledged),
        })),
      },
    ],
  });
}

function describeRule({ code, level, summary, page, address }: DescribedRule): object {
  return {
    id: code,
    shortDescription: { text: summary },
    ...(page === undefined ? {} : { help: { text: introduction(page), markdown: page } }),
    helpUri: address,
    defaultConfiguration: { level: levels[level] },
  };
}

/** What a page says before its first heading of the second level, without its title. */
function introduction(page: string): string {
  return (page.split(/^## /m)[0] ?? '').replace(/^# .*$/m, '').trim();
}

function numbered(ruleIndex: number | undefined): object {
  return ruleIndex === undefined ? {} : { ruleIndex };
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'none',
};

/** A hint tells of no problem: only then may a result be of no level. */
function gravity(severity: Severity): object {
  return severity === 'hint'
    ? { kind: 'informational', level: levels.hint }
    : { kind: 'fail', level: levels[severity] };
}

/** `[words](address)` is a link in a message of SARIF: a text of a file is none. */
function message(text: string): object {
  return { text: visible(text).replaceAll('](', '] (') };
}

interface FilePlace extends Place {
  readonly file: string;
}

function location(prefix: string, place: FilePlace): object {
  const { file, line, column, endLine, endColumn } = place;
  const uri = (prefix + file).split('/').map(encoded).join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: ROOT },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

/** A name may hold half a character, which no URI can. */
function encoded(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd'));
}

function related(prefix: string, finding: LocatedFinding): object {
  return finding.related.length === 0
    ? {}
    : {
        relatedLocations: finding.related.map((place, index) => ({
          id: index + 1,
          ...location(prefix, place),
          message: message(place.message),
        })),
      };
}

/** What somebody has judged, with a reason that stays in the file. */
function suppressions(reasons: readonly string[]): object {
  return reasons.length === 0
    ? {}
    : {
        suppressions: reasons.map((reason) => ({
          kind: 'inSource',
          status: 'accepted',
          justification: visible(reason),
        })),
      };
}
