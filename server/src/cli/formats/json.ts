import { jsonText } from '../visible.js';
import type { CheckReport } from './report.js';

/**
 * What a check found for other programs: the shape that the design fixes. In pieces, since the whole
 * of what is said of ten thousand articles is tens of megabytes.
 */
export function* jsonReport({ summary, findings }: CheckReport): Iterable<string> {
  const [before = '', after = ''] = jsonText({ version: 1, summary, findings: [] }).split(
    /\](?=\n\}\n$)/,
  );
  yield before;
  for (const [index, finding] of findings.entries()) {
    const item = jsonText(finding).trimEnd().replaceAll('\n', '\n    ');
    yield `${index === 0 ? '' : ','}\n    ${item}`;
  }
  yield `${findings.length === 0 ? '' : '\n  '}]${after}`;
}
