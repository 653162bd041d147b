import type { InlayHint, InlayHintLabelPart } from 'vscode-languageserver-types';
import type { ArticleEntry, SidecarEntry } from '../corpus/corpus.js';
import { contains, type Span } from '../text/span.js';
import { visibleLine } from '../text/escapeMarkdown.js';
import { dateHints, frontMatterDateHints } from './dateHints.js';
import { linesOf, rangeOf, type FeatureContext } from './context.js';
import type { Hint } from './hint.js';
import { frontMatterNameHints, nameHints } from './nameHints.js';
import { valueHints } from './valueHints.js';
import { richAliases } from './yamlPlaces.js';

/** Which hints are wanted. */
export interface HintKinds {
  /** What a value was read as. */
  readonly values: boolean;
  /** What a date was read as, and the time of a fact that has none. */
  readonly dates: boolean;
  /** The name behind an id. */
  readonly names: boolean;
}

/** How a client takes hints. */
export interface HintForm {
  /** Labels of parts, each with a place to go to. */
  readonly parts: boolean;
  readonly tooltip: boolean;
}

/** A longer label would push the file's own words aside. */
const LONGEST_LABEL = 60;

/** The hints within a part of a file, in order. None for a file that is not in the corpus. */
export function provideInlayHints(
  context: FeatureContext,
  uri: string,
  part: Span,
  kinds: HintKinds,
  form: HintForm,
): InlayHint[] {
  const { corpus } = context;
  const sidecar = corpus.sidecar(uri);
  const article = corpus.article(uri);
  const hints =
    sidecar !== undefined
      ? inSidecar(context, sidecar, kinds)
      : article !== undefined
        ? inFrontMatter(context, article, kinds)
        : [];
  return hints
    .filter(({ at }) => contains(part, at.end))
    .sort((a, b) => a.at.end - b.at.end)
    .flatMap((hint) => inlayHint(context, uri, hint, form) ?? []);
}

function inSidecar(
  context: FeatureContext,
  sidecar: SidecarEntry,
  kinds: HintKinds,
): readonly Hint[] {
  const { root, text } = sidecar.content;
  const elsewhere = richAliases(root, text);
  return [
    ...(kinds.values ? valueHints(sidecar) : []),
    ...(kinds.names ? nameHints(context, sidecar) : []),
    ...(kinds.dates ? dateHints(context, sidecar) : []),
  ].filter(({ at }) => !elsewhere.has(at.start));
}

function inFrontMatter(
  context: FeatureContext,
  { content }: ArticleEntry,
  kinds: HintKinds,
): readonly Hint[] {
  const { frontMatter } = content;
  return frontMatter === null
    ? []
    : [
        ...(kinds.names ? frontMatterNameHints(context, frontMatter) : []),
        ...(kinds.dates ? frontMatterDateHints(context, frontMatter) : []),
      ];
}

function inlayHint(
  context: FeatureContext,
  uri: string,
  { at, label, tooltip, definition }: Hint,
  form: HintForm,
): InlayHint | undefined {
  const position = linesOf(context, uri)?.positionAt(at.end, context.encoding);
  const text = brief(label);
  if (position === undefined || text === '') {
    return undefined;
  }
  const withPlace: InlayHintLabelPart[] | undefined =
    definition === undefined
      ? undefined
      : [
          {
            value: text,
            location: { uri: definition.uri, range: rangeOf(context, definition) },
          },
        ];
  return {
    position,
    label: form.parts ? (withPlace ?? text) : text,
    paddingLeft: true,
    ...(form.tooltip && tooltip !== undefined ? { tooltip: visibleLine(tooltip) } : {}),
  };
}

/** One line of text, shortened between two words; a label is never Markdown. */
function brief(text: string): string {
  const line = visibleLine(text);
  const start = line.slice(0, LONGEST_LABEL);
  return start === line ? line : `${start.replace(/(?<=^.{20,})\s\S*$|[\uD800-\uDBFF]$/s, '')}…`;
}
