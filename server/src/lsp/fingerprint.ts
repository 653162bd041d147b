import { digestOf } from '../text/digest.js';

/** Equal for equal answers: a digest of their JSON, so that nothing has to be remembered. */
export function fingerprintOf(answer: unknown): string {
  return digestOf(JSON.stringify(answer)).toString(36);
}
