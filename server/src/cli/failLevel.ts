import type { Severity } from '../rules/finding.js';

export const failLevels = ['error', 'warning', 'information', 'never'] as const;
/** The mildest severity that makes a check fail. */
export type FailLevel = (typeof failLevels)[number];

/** Whether a finding of this severity makes the check fail. */
export function fails(severity: Severity, failOn: FailLevel): boolean {
  const order: readonly string[] = failLevels;
  return failOn !== 'never' && order.slice(0, order.indexOf(failOn) + 1).includes(severity);
}
