import type { CodeLens, Command, Location } from 'vscode-languageserver-types';
import type { ArticleEntry, SidecarEntry } from '../corpus/corpus.js';
import { unrecordedIn } from '../rules/figureUnrecorded.js';
import type { Finding } from '../rules/finding.js';
import type { Span } from '../text/span.js';
import { mapGet } from '../text/yamlTree.js';
import { contestsAt, contestsOf } from './contested.js';
import { rangeOf, type FeatureContext, type Place } from './context.js';
import { placeOfFact } from './targets.js';
import { mentionsOf } from './referencePlaces.js';

/** The command that shows places; a client offers it: see docs/features.md. */
export const SHOW_REFERENCES = 'policyFacts.showReferences';

/** The command that shows a timeline; a client offers it, and is given the subject's id. */
export const SHOW_TIMELINE = 'policyFacts.showTimeline';

const definedKinds = ['organisation', 'person'] as const;
const aspects = ['facts', 'conflicts', 'mentions'] as const;

/** What a lens above a definition counts. It is counted when the lens comes into view. */
export interface DefinitionLens {
  readonly uri: string;
  readonly kind: (typeof definedKinds)[number];
  readonly id: string;
  readonly aspect: (typeof aspects)[number];
}

/** What a lens counts, in words, and where that stands. */
interface Count {
  readonly title: string;
  readonly places: readonly Place[];
}

/** How lenses are made for a client. */
export interface LensForm {
  /** Whether the client offers {@link SHOW_REFERENCES}; else a lens only tells. */
  readonly showsReferences: boolean;
  /** Whether it offers {@link SHOW_TIMELINE}. */
  readonly showsTimeline: boolean;
  readonly spelled: (places: readonly Location[]) => Location[];
}

/** So many places are listed; nobody reads on. The title has the true number. */
const LISTED_PLACES = 1000;

/**
 * The lenses of a file: above an article's text what is recorded of it, in a sidecar the same of its
 * facts, and above each organisation and person what the corpus holds; the latter are to be resolved.
 */
export function provideCodeLenses(
  context: FeatureContext,
  uri: string,
  form: LensForm,
): CodeLens[] {
  const { corpus } = context;
  const sidecar = corpus.sidecar(uri);
  const article = corpus.article(uri);
  const top = { start: 0, end: 0 };
  if (sidecar === undefined) {
    return article === undefined
      ? []
      : articleCounts(context, article).map((count) =>
          lens(context, { uri, span: top }, count, form),
        );
  }
  const { root, definitions } = sidecar.content;
  const at = ['article', 'facts']
    .map((name) => entryKey(root, name))
    .find((span) => span !== undefined);
  const own = at === undefined ? [] : sidecarCounts(context, sidecar);
  return [
    ...own.map((count) => lens(context, { uri, span: at ?? top }, count, form)),
    ...definitions.flatMap(({ kind, id }) =>
      kind !== 'organisation' && kind !== 'person'
        ? []
        : aspects.map((aspect): CodeLens => {
            const data: DefinitionLens = { uri, kind, id: id.value, aspect };
            return { range: rangeOf(context, { uri, span: id.span }), data };
          }),
    ),
    ...(form.showsTimeline ? timelineLenses(context, sidecar) : []),
  ];
}

/** Above each organisation that facts are about. */
function timelineLenses(context: FeatureContext, { uri, content }: SidecarEntry): CodeLens[] {
  const { corpus } = context;
  return content.definitions.flatMap(({ kind, id }) => {
    const [first] = kind === 'organisation' ? corpus.eachFactAboutForNow(id.value) : [];
    return first === undefined
      ? []
      : {
          range: rangeOf(context, { uri, span: id.span }),
          command: { title: 'timeline', command: SHOW_TIMELINE, arguments: [id.value] },
        };
  });
}

function entryKey(root: SidecarEntry['content']['root'], name: string): Span | undefined {
  return root?.kind === 'map' && mapGet(root, name) !== undefined
    ? root.entries.find(({ key }) => key.text === name)?.key.span
    : undefined;
}

/** The data of a lens as it comes back from a client; undefined for what is none. */
export function readDefinitionLens(data: unknown): DefinitionLens | undefined {
  if (typeof data !== 'object' || data === null) {
    return undefined;
  }
  const { uri, kind, id, aspect } = data as Record<string, unknown>;
  const knownKind = definedKinds.find((known) => known === kind);
  const knownAspect = aspects.find((known) => known === aspect);
  return typeof uri === 'string' &&
    typeof id === 'string' &&
    knownKind !== undefined &&
    knownAspect !== undefined
    ? { uri, kind: knownKind, id, aspect: knownAspect }
    : undefined;
}

/** Counts what a lens above a definition tells. */
export function resolveCodeLens(
  context: FeatureContext,
  unresolved: CodeLens,
  asked: DefinitionLens,
  form: LensForm,
): CodeLens {
  const { title, places } = definitionCount(context, asked);
  return { ...unresolved, command: command(context, unresolved, asked.uri, title, places, form) };
}

function definitionCount(context: FeatureContext, { kind, id, aspect }: DefinitionLens): Count {
  const { corpus } = context;
  switch (aspect) {
    case 'facts': {
      const facts = corpus.factsAboutForNow(id);
      return { title: several(facts.length, 'fact'), places: facts.map(placeOfFact) };
    }
    case 'conflicts': {
      const contests = corpus.factsAboutForNow(id).map((bound) => contestsOf(context, bound));
      return conflictCount(contests.filter((findings) => findings.length > 0));
    }
    case 'mentions': {
      const places = mentionsOf(corpus, kind, id);
      const articles = new Set(places.map(({ uri }) => uri)).size;
      const where = articles === 0 ? '' : ` in ${several(articles, 'article')}`;
      return { title: several(places.length, 'mention') + where, places };
    }
  }
}

/** @param contested the findings about each contested value */
function conflictCount(contested: readonly (readonly Finding[])[]): Count {
  return {
    title: several(contested.length, 'conflict'),
    places: contested
      .flat()
      .flatMap(({ uri, span, related }) => [
        { uri, span },
        ...related.slice(0, 1).map((other) => ({ uri: other.uri, span: other.span })),
      ]),
  };
}

function sidecarCounts(context: FeatureContext, sidecar: SidecarEntry): readonly Count[] {
  const { corpus, checker } = context;
  const { facts, link } = sidecar;
  const findings = checker.findingsIn(sidecar.uri);
  const article = link.kind === 'present' ? corpus.article(link.uri) : undefined;
  const mentions = article === undefined ? [] : mentionPlaces(context, article);
  return [
    { title: several(facts.length, 'fact'), places: facts.map(placeOfFact) },
    { title: several(findings.length, 'finding'), places: findings },
    ...(article === undefined
      ? []
      : [{ title: `${several(mentions.length, 'mention')} in the article`, places: mentions }]),
  ];
}

/** Nothing above a text without a sidecar that mentions nothing known: it may be anybody's notes. */
function articleCounts(context: FeatureContext, article: ArticleEntry): readonly Count[] {
  const { corpus } = context;
  const sidecars = corpus.sidecarsFor(article.uri);
  if (sidecars.length === 0 && corpus.mentionsIn(article).length === 0) {
    return [];
  }
  const facts = sidecars.flatMap((sidecar) => sidecar.facts);
  const unrecorded = unrecordedIn(article, corpus);
  const contested = [
    ...facts.map((bound) => contestsOf(context, bound)),
    ...corpus
      .countedIn(article)
      .map(({ figure }) => contestsAt(context, article.uri, figure.span.start)),
  ].filter((findings) => findings.length > 0);
  return [
    { title: `${several(facts.length, 'fact')} recorded`, places: facts.map(placeOfFact) },
    {
      title: `${several(unrecorded.length, 'figure')} unrecorded`,
      places: unrecorded.map(({ figure }) => ({ uri: article.uri, span: figure.span })),
    },
    conflictCount(contested),
  ];
}

function mentionPlaces({ corpus }: FeatureContext, article: ArticleEntry): readonly Place[] {
  return corpus
    .mentionsIn(article)
    .map(({ span }) => ({ uri: article.uri, span: article.content.rendered.sourceSpan(span) }));
}

function several(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}

function lens(
  context: FeatureContext,
  at: Place,
  { title, places }: Count,
  form: LensForm,
): CodeLens {
  const range = rangeOf(context, at);
  return { range, command: command(context, { range }, at.uri, title, places, form) };
}

/** A command without a name is a lens that only tells. */
function command(
  context: FeatureContext,
  { range }: CodeLens,
  uri: string,
  title: string,
  places: readonly Place[],
  { showsReferences, spelled }: LensForm,
): Command {
  if (!showsReferences || places.length === 0) {
    return { title, command: '' };
  }
  const found = spelled(
    places
      .slice(0, LISTED_PLACES)
      .map((place) => ({ uri: place.uri, range: rangeOf(context, place) })),
  );
  const [here] = spelled([{ uri, range }]);
  return {
    title,
    command: SHOW_REFERENCES,
    arguments: [here?.uri ?? uri, range.start, found],
  };
}
