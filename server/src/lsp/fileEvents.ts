/** How long the disk must be quiet before files are looked at, in milliseconds. */
const QUIET = 50;

/** How long files wait at most while events go on coming, in milliseconds. */
const LONGEST = 1000;

/**
 * Collects what a client tells of files on disk. Another branch checked out is thousands of events in
 * a second: they are one change, not thousands.
 */
export class FileEvents {
  private pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  /** When the first of those that wait came. */
  private since = 0;

  /** @param look is given the files, each once; called when it has been quiet, or by `flush` */
  constructor(private readonly look: (uris: readonly string[]) => void) {}

  add(uris: readonly string[]): void {
    const now = performance.now();
    if (this.pending.size === 0) {
      this.since = now;
    }
    for (const uri of uris) {
      this.pending.add(uri);
    }
    clearTimeout(this.timer);
    if (this.pending.size > 0) {
      const wait = Math.max(0, Math.min(QUIET, this.since + LONGEST - now));
      this.timer = setTimeout(() => {
        this.flush();
      }, wait);
    }
  }

  /** Hands over what waits, at once: somebody asks for what there is. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.pending.size > 0) {
      const uris = [...this.pending];
      this.pending = new Set();
      this.look(uris);
    }
  }
}
