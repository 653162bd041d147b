/** How long nothing is typed or read before what was read is put down, in milliseconds. */
const QUIET = 3000;

/** Puts down what was read once it is quiet. Nothing keeps the process alive for it. */
export class IndexSaver {
  private waiting: NodeJS.Timeout | null = null;
  private ended = false;

  /** @param save puts it down if there is anything new; anything that happens meanwhile ends it */
  constructor(
    private readonly save: () => Promise<unknown>,
    private readonly quiet = QUIET,
  ) {}

  /** Something was read from disk. */
  soon(): void {
    if (!this.ended) {
      if (this.waiting !== null) {
        this.waiting.refresh();
        return;
      }
      this.waiting = setTimeout(() => {
        this.waiting = null;
        void this.save();
      }, this.quiet);
      this.waiting.unref();
    }
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.waiting ?? undefined);
  }
}
