import { jsonText } from '../visible.js';
import type { CheckReport } from './report.js';

/** So many findings are put into words at once. */
const PORTION = 100;

/** What stands around the items of an only list, and after an empty one. */
const OPEN = '{\n  "findings": [';
const CLOSE = '\n  ]\n}\n';
const CLOSE_EMPTY = ']\n}\n';

/**
 * What a check found for other programs: the shape that the design fixes. In pieces, since the whole
 * of what is said of ten thousand articles is tens of megabytes.
 */
export function* jsonReport({ summary, findings }: CheckReport): Iterable<string> {
  yield jsonText({ version: 1, summary, findings: [] }).slice(0, -CLOSE_EMPTY.length);
  for (let at = 0; at < findings.length; at += PORTION) {
    const text = jsonText({ findings: findings.slice(at, at + PORTION) });
    yield (at === 0 ? '' : ',') + text.slice(OPEN.length, -CLOSE.length);
  }
  yield findings.length === 0 ? CLOSE_EMPTY : CLOSE;
}
