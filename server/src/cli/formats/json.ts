import { jsonText } from '../visible.js';
import type { CheckReport } from './report.js';

/** What a check found for other programs: the shape that the design fixes. */
export function jsonReport({ summary, findings }: CheckReport): string {
  return jsonText({ version: 1, summary, findings });
}
