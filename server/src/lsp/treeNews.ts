import type { InitializeParams } from 'vscode-languageserver/node';

/** To the client: facts or findings are others now, so that a tree it shows may be another. `{}` */
export const TREE_CHANGED = 'policyFacts/treeChanged';

/** From the client: `{shown}`, whether it shows a tree just now. Until it says so, it shows none. */
export const TREE_SHOWN = 'policyFacts/treeShown';

/** How long after the last change it is told, in milliseconds: a burst is one piece of news. */
const QUIET = 250;

/** Reads `initializationOptions: {notifications: ["policyFacts/treeChanged"]}`: whether the client listens. */
export function heedsTreeNews({ initializationOptions }: InitializeParams): boolean {
  const { notifications } = (initializationOptions ?? {}) as Record<string, unknown>;
  return Array.isArray(notifications) && notifications.includes(TREE_CHANGED);
}

/** Tells a client that shows a tree to ask for it again, once a burst of changes is over. */
export class TreeNews {
  /** A client that does not know the notification gets none. */
  isHeeded = false;
  private isShown = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly tell: () => void) {}

  /** @param params as the client sent them */
  shown(params: unknown): void {
    this.isShown = (params as { shown?: unknown } | null | undefined)?.shown === true;
    if (!this.isShown) {
      clearTimeout(this.timer);
    }
  }

  changed(): void {
    clearTimeout(this.timer);
    if (this.isHeeded && this.isShown) {
      this.timer = setTimeout(this.tell, QUIET);
    }
  }

  end(): void {
    this.isHeeded = false;
    clearTimeout(this.timer);
  }
}
