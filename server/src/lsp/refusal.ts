/**
 * For requests to the client whose answer changes nothing. A client may refuse what it said it can
 * do; unheeded, the refusal would end the process.
 */
export function heedless(answer: Promise<unknown>): void {
  answer.catch(() => undefined);
}
