/**
 * Keeps the process going after a fault that nobody caught. It is one of ours, in work that nobody
 * waits for: every request, and every file that is read or checked, has a guard of its own, which
 * leaves things as they should be. What cannot be told any more because the client is gone ends the
 * process elsewhere, with its streams.
 */
export function keepAlive(report: (doing: string, error: unknown) => void): void {
  process.on('uncaughtException', (error) => {
    report('working in the background', error);
  });
  process.on('unhandledRejection', (reason) => {
    report('working in the background', reason);
  });
}
