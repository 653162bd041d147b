/** More kinds than this are not told apart: by then the log says enough. */
const MOST_KINDS = 50;

/**
 * Mistakes of ours that showed up while people's files were worked on. Each kind is told once, with
 * what is needed to report it; the work goes on.
 */
export class Faults {
  private readonly kinds = new Set<string>();

  /** @param tell gets a message for a person; if it fails, nothing is told */
  constructor(private readonly tell: (message: string) => void) {}

  /** Whether there was any: what was found is then less than there is to find. */
  get any(): boolean {
    return this.kinds.size > 0;
  }

  /** @param doing what went wrong, to stand after “while”: `checking slot …`, `reading file:///…` */
  readonly report = (doing: string, error: unknown): void => {
    const kind = kindOf(error);
    if (this.kinds.has(kind) || this.kinds.size >= MOST_KINDS) {
      return;
    }
    this.kinds.add(kind);
    try {
      this.tell(
        `A fault in Policy Facts while ${doing}. It is left out, and the rest goes on. ` +
          `Please report this with the file, if you may share it:\n${detailOf(error)}`,
      );
    } catch {
      // Whoever was to be told is gone.
    }
  };

  /** Does something that must not take anything else down with it. */
  attempt<T>(doing: string, fallback: T, work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.report(doing, error);
      return fallback;
    }
  }
}

/** How a mistake of ours is told: what was being done, to stand after “while”, and the error. */
export type FaultReport = (doing: string, error: unknown) => void;

/** For those who want to see a mistake at once, as tests do. */
export function rethrow(_doing: string, error: unknown): never {
  throw error;
}

/** Where it was thrown: what an error says may name a file, and would be another each time. */
function kindOf(error: unknown): string {
  const frame = /^\s+at .*$/m.exec(error instanceof Error ? (error.stack ?? '') : '')?.[0];
  return frame ?? String(error);
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
