import type { ArticleEntry } from '../../corpus/corpus.js';
import type { Anchor } from '../../corpus/anchor.js';
import { doubtfulQuotes } from '../../rules/quoteRules.js';
import type { Finding } from '../../rules/finding.js';
import type { Sidecar } from '../../sidecars/sidecar.js';
import type { Span } from '../../text/span.js';
import type { FeatureContext } from '../context.js';
import {
  contextOf,
  firstWords,
  lastWords,
  surroundings,
  type Surroundings,
} from '../quoteSurroundings.js';
import { flowMap, replaceScalar, scalar, setKey, type TextChange } from '../sidecarEdit.js';
import { contentEnd, scalarAt } from '../yamlPlaces.js';
import { keepScalar } from '../yamlScalar.js';
import type { YamlMap, YamlNode } from '../../text/yamlTree.js';
import { fix, type FixProvider } from './fix.js';

/** Puts the article's words in the place of a quote that has them in a slightly different form. */
export const reanchorQuote: FixProvider = {
  codes: ['quote-changed'],
  *fixes(finding, context) {
    const found = anchorAt(finding, context);
    if (found?.anchor.match.kind === 'changed') {
      const words = found.anchor.match.text.trim();
      const change = replaceScalar(found.sidecar, finding.span, words);
      yield* fix(`Quote the article’s words: “${short(words)}”`, finding.uri, [change], true);
    }
  },
};

/** More places than these are not told apart in a menu. */
const MAX_PLACES = 12;

/** Says which of several places a quote means, by the words around it. */
export const placeQuote: FixProvider = {
  codes: ['quote-ambiguous'],
  *fixes(finding, context) {
    const found = anchorAt(finding, context);
    if (found?.anchor.match.kind !== 'ambiguous') {
      return;
    }
    const { anchor, article, sidecar } = found;
    const { spans } = found.anchor.match;
    for (const [index, span] of spans.slice(0, MAX_PLACES).entries()) {
      const choice = surroundings(article, anchor.quote.exact.value, span);
      if (choice !== undefined) {
        const words = around(article, span);
        const title = `Quote the ${ordinal(index + 1)} of ${spans.length}: “${words}”`;
        yield* fix(title, finding.uri, withSurroundings(sidecar, anchor, choice));
      }
    }
  },
};

function anchorAt(
  { uri, span }: Finding,
  { corpus }: FeatureContext,
): { anchor: Anchor; article: ArticleEntry; sidecar: Sidecar } | undefined {
  const entry = corpus.sidecar(uri);
  if (entry === undefined) {
    return undefined;
  }
  for (const { anchor, article } of doubtfulQuotes(entry, corpus)) {
    const at = anchor.quote.exact.span;
    if (at.start === span.start && at.end === span.end) {
      return { anchor, article, sidecar: entry.content };
    }
  }
  return undefined;
}

/** Turns a plain quote into `{ exact, prefix, suffix }`, or adds to one. */
function withSurroundings(
  sidecar: Sidecar,
  { quote }: Anchor,
  { prefix, suffix }: Surroundings,
): readonly (TextChange | null)[] {
  const { text } = sidecar;
  const parts = [
    ...(prefix === undefined ? [] : [['prefix', scalar(prefix)] as const]),
    ...(suffix === undefined ? [] : [['suffix', scalar(suffix)] as const]),
  ];
  const map = mapOfQuote(sidecar.root, quote.span);
  if (map !== undefined) {
    const order = ['exact', 'prefix', 'suffix', 'unit'];
    return parts.map(([key, value]) => setKey(sidecar, map, key, value, order));
  }
  const old = scalarAt(sidecar, quote.exact.span);
  if (old === undefined) {
    return [null];
  }
  const end = contentEnd(old.scalar, text);
  const exact = (): string => keepScalar(old.scalar);
  const written = flowMap(sidecar, [['exact', exact], ...parts])(true);
  return [{ span: { start: old.scalar.span.start, end }, text: written }];
}

function mapOfQuote(node: YamlNode | null, span: Span): YamlMap | undefined {
  if (node === null || node.kind === 'scalar') {
    return undefined;
  }
  if (node.kind === 'map' && node.span.start === span.start && node.span.end === span.end) {
    return node.entries.some(({ key }) => key.text === 'exact') ? node : undefined;
  }
  const parts = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  for (const part of parts) {
    const found = mapOfQuote(part, span);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** The place with a few words around it, for a menu. */
function around(article: ArticleEntry, at: Span): string {
  const { before, after, words } = contextOf(article, at);
  return `…${lastWords(before, 4)}${short(words)}${firstWords(after, 4)}…`;
}

function short(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}

function ordinal(number: number): string {
  const ending =
    number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
