import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver-types';
import type { Span } from '../../text/span.js';
import { inert, rangeOf, type FeatureContext } from '../context.js';
import { inOrder, MAX_ITEMS, type Candidate } from './candidate.js';
import { candidatesAt, dependsOnWord } from './candidates.js';
import type { CompletionClient } from './client.js';
import { written, type Written } from './insertion.js';
import { matchRank } from './match.js';
import { typingAt, type Typing } from './typing.js';

const nothing: CompletionList = { isIncomplete: false, items: [] };

/** What may be typed at an offset of a sidecar, of front matter or of the settings, the likeliest first. */
export function provideCompletion(
  context: FeatureContext,
  uri: string,
  offset: number,
  client: CompletionClient,
): CompletionList {
  const typing = typingAt(context, uri, offset);
  if (typing === undefined) {
    return nothing;
  }
  const offer = { isPart: false };
  const all = [...candidatesAt(typing, offer)];
  const isLong = offer.isPart || all.length > MAX_ITEMS;
  const ranked = isLong ? matching(all, typing.cursor.typed) : sorted(all);
  const maker = new ItemMaker(typing, offset, client);
  const items: CompletionItem[] = [];
  for (const candidate of ranked) {
    if (items.length === MAX_ITEMS) {
      break;
    }
    const item = candidate.isFit?.() === false ? undefined : maker.item(candidate, items.length);
    if (item !== undefined) {
      items.push(item);
    }
  }
  return { isIncomplete: isLong || dependsOnWord(typing), items };
}

function sorted(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort(inOrder);
}

/** Those that answer to what is typed, the best match first. */
function matching(candidates: readonly Candidate[], typed: string): readonly Candidate[] {
  return candidates
    .flatMap((candidate) => {
      const match = matchRank(candidate, typed);
      return match === undefined ? [] : [{ candidate, match }];
    })
    .sort((a, b) => a.match - b.match || inOrder(a.candidate, b.candidate))
    .map(({ candidate }) => candidate);
}

class ItemMaker {
  private readonly eol: string;

  constructor(
    private readonly typing: Typing,
    private readonly offset: number,
    private readonly client: CompletionClient,
  ) {
    this.eol = /\r\n|\n|\r/.exec(typing.yaml)?.[0] ?? '\n';
  }

  item(candidate: Candidate, index: number): CompletionItem | undefined {
    const { client } = this;
    const { label, detail, data, words, documentation } = candidate;
    const text = written(candidate.insert, this.typing.cursor, client, this.eol);
    if (text === undefined) {
      return undefined;
    }
    return {
      label,
      kind: this.kindOf(candidate),
      ...(detail === undefined ? {} : { detail }),
      ...(detail !== undefined && client.labelDetails
        ? { labelDetails: { description: detail } }
        : {}),
      // Some clients match what is typed with this alone: the id first, then the name.
      ...(words === undefined ? {} : { filterText: filterText(candidate) }),
      sortText: String(index).padStart(4, '0'),
      ...this.edit(text),
      ...(documentation === undefined ? {} : { documentation: this.markup(documentation) }),
      ...(data === undefined ? {} : { data }),
      ...this.deprecation(candidate),
    };
  }

  private kindOf({ kind }: Candidate): CompletionItemKind {
    return kind > CompletionItemKind.Reference && !this.client.allItemKinds
      ? CompletionItemKind.Enum
      : kind;
  }

  private edit(text: Written): Partial<CompletionItem> {
    const { cursor, base } = this.typing;
    const { word } = cursor;
    const whole = { start: base + word.start, end: base + word.end };
    const left = { start: whole.start, end: this.offset };
    const rest = this.typing.yaml.slice(this.offset - base, word.end);
    const isTwofold = this.client.insertReplace && text.isPlain && /^[\p{L}\p{N}_-]+$/u.test(rest);
    return {
      textEdit: isTwofold
        ? { newText: text.text, insert: this.range(left), replace: this.range(whole) }
        : { newText: text.text, range: this.range(whole) },
      ...(text.isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      ...(text.isAsIs ? { insertTextMode: InsertTextMode.asIs } : {}),
    };
  }

  private range(span: Span): ReturnType<typeof rangeOf> {
    const { context, uri } = this.typing;
    return rangeOf(context, { uri, span });
  }

  private markup(text: string): NonNullable<CompletionItem['documentation']> {
    const { completionMarkdown: markdown } = this.client;
    return {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: inert({ ...this.typing.context, markdown }, text),
    };
  }

  private deprecation({ isDeprecated = false }: Candidate): Partial<CompletionItem> {
    const { deprecatedTag, deprecatedMark } = this.client;
    if (!isDeprecated) {
      return {};
    }
    return deprecatedTag
      ? { tags: [CompletionItemTag.Deprecated] }
      : deprecatedMark
        ? // eslint-disable-next-line @typescript-eslint/no-deprecated -- older clients know nothing else
          { deprecated: true }
        : {};
  }
}

/** Long enough for every name that people type; clients look no further. */
const MAX_FILTER = 400;

/** The label where it is what is inserted, and the other words it is found by. */
function filterText({ label, words = '', insert }: Candidate): string {
  const own = insert.kind === 'value' && insert.text === words ? '' : `${label} `;
  return `${own}${words}`.slice(0, MAX_FILTER);
}
