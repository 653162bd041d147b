/** What a client can do with what it is offered. Anything may be false. */
export interface CompletionClient {
  /** Tab stops and placeholders. */
  readonly snippets: boolean;
  /** Documentation as Markdown. */
  readonly completionMarkdown: boolean;
  /** One range to insert in, another to replace. */
  readonly insertReplace: boolean;
  /** A few words beside every label. */
  readonly labelDetails: boolean;
  /** Several lines are inserted as they are, and not indented again. */
  readonly insertsAsIs: boolean;
  /** All kinds of item; otherwise only those that the first version of the protocol had. */
  readonly allItemKinds: boolean;
  readonly deprecatedTag: boolean;
  readonly deprecatedMark: boolean;
}
