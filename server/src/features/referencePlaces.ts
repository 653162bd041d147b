import { quotedWords } from '../corpus/anchor.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import type { UseKey } from '../corpus/dependencies.js';
import { findFact } from '../corpus/factReference.js';
import type { IdUse } from '../corpus/idUse.js';
import { builtInProperties } from '../corpus/property.js';
import { idKey } from '../corpus/register.js';
import type { DefinitionKind } from '../sidecars/definition.js';
import { covers } from '../text/span.js';
import type { Place } from './context.js';
import { isCountOf, isSameNumber } from './recordedFigure.js';
import { placeOfFact } from './targets.js';
import { definitionOfUse, type Thing } from './thingAt.js';
import { usesIn } from './usesIn.js';

/** A place that refers to a thing. `declares`: it is where the thing itself stands. */
export interface Reference extends Place {
  readonly declares?: true;
}

/**
 * Everything that refers to a thing, declarations included, each place once, by file and place.
 *
 * @param uri the file in which the thing stands
 * @param within a file to keep to; all files when left out
 */
export function referencePlaces(
  corpus: Corpus,
  uri: string,
  thing: Thing,
  within?: string,
): readonly Reference[] {
  const finder = new ReferenceFinder(corpus, within);
  const places = new Map<string, Reference>();
  for (const place of finder.ofThing(uri, thing)) {
    const key = `${place.span.start}-${place.span.end} ${place.uri}`;
    if ((within === undefined || place.uri === within) && places.get(key)?.declares !== true) {
      places.set(key, place);
    }
  }
  return [...places.values()].sort(byPlace);
}

/** Every mention of a definition in every article, as spans of the source. */
export function mentionsOf(corpus: Corpus, kind: DefinitionKind, id: string): readonly Place[] {
  return new ReferenceFinder(corpus, undefined).mentions(kind, id);
}

class ReferenceFinder {
  constructor(
    private readonly corpus: Corpus,
    private readonly within: string | undefined,
  ) {}

  ofThing(uri: string, thing: Thing): readonly Reference[] {
    switch (thing.kind) {
      case 'mention':
        return thing.candidates.flatMap(({ definition }) =>
          this.toId(definition.kind, definition.id.value),
        );
      case 'definition':
        return this.toId(thing.named.definition.kind, thing.named.definition.id.value);
      case 'use':
        return this.ofUse(uri, thing.use);
      case 'fact-id':
      case 'value':
      case 'quote':
        return this.toFact(thing.fact);
      case 'quoted':
        return thing.facts.flatMap((fact) => this.toFact(fact));
      case 'figure':
        return this.toFigure(uri, thing);
      case 'key':
        return [];
    }
  }

  private ofUse(uri: string, use: IdUse): readonly Reference[] {
    if (use.targets.includes('fact')) {
      const lookup = findFact(this.corpus, uri, use.id);
      return lookup.kind === 'found' ? this.toFact(lookup.fact) : [];
    }
    if (use.targets.includes('article')) {
      return this.toArticle(use.id);
    }
    // Of an id that nothing defines, the other uses are found all the same.
    const [likeliest] = use.targets;
    const kind = builtInProperties.has(use.id) ? likeliest : undefined;
    const found = definitionOfUse(this.corpus, use)?.definition.kind ?? kind ?? likeliest;
    return found === undefined || found === 'article' || found === 'fact'
      ? []
      : this.toId(found, use.id);
  }

  private toId(kind: DefinitionKind, id: string): readonly Reference[] {
    const key = idKey(kind, id);
    const declarations = this.corpus.register
      .definitionsOf(key)
      .filter(({ definition }) => definition.kind === kind)
      .map(({ uri, definition }) => ({ uri, span: definition.id.span, declares: true as const }));
    const isMeant = (use: IdUse): boolean => use.id === id && use.targets.includes(kind);
    const articles = kind === 'property' || kind === 'event' ? [] : this.articlesNaming(kind, id);
    return [
      ...declarations,
      ...this.usesIn(this.sidecarsUsing([key]), isMeant),
      ...this.usesIn(articles, isMeant),
      ...this.mentions(kind, id),
    ];
  }

  private toArticle(id: string): readonly Reference[] {
    const isMeant = (use: IdUse): boolean => use.id === id && use.targets.includes('article');
    const own = this.corpus.filesOfArticleId(id).flatMap((uri): Reference[] => {
      const written = this.corpus.sidecar(uri)?.content.article?.id;
      return written === undefined ? [] : [{ uri, span: written.span, declares: true }];
    });
    const articles =
      this.within === undefined ? this.corpus.articles() : this.articleWithin(this.within);
    return [
      ...own,
      ...this.usesIn(this.sidecarsUsing([`article:${id}`]), isMeant),
      ...this.usesIn(articles, isMeant),
    ];
  }

  private toFact(bound: BoundFact): readonly Reference[] {
    const own = this.corpus.sidecar(bound.uri);
    const sidecars = new Set([
      ...this.sidecarsUsing([`article:${bound.article.id}`]),
      ...(own === undefined ? [] : [own]),
    ]);
    const links = [...sidecars].flatMap(({ uri, uses }) =>
      uses
        .filter(({ targets }) => targets.includes('fact'))
        .filter(({ id }) => {
          const lookup = findFact(this.corpus, uri, id);
          return lookup.kind === 'found' && lookup.fact === bound;
        })
        .map(({ span }) => ({ uri, span })),
    );
    return [
      { ...placeOfFact(bound), declares: true },
      ...links,
      ...quotedWords(this.corpus, bound),
    ];
  }

  /** The facts that record a figure, and wherever the same is counted with the same number. */
  private toFigure(
    uri: string,
    { span, counted, facts }: Extract<Thing, { kind: 'figure' }>,
  ): readonly Reference[] {
    const subject = counted?.counted.definition.id.value;
    const same =
      counted === undefined
        ? []
        : this.corpus
            .factsAbout(subject ?? '')
            .filter((fact) => isCountOf(fact, counted) && this.mayConcern(fact));
    const figures = [
      { uri, span },
      ...(subject === undefined ? [] : this.articlesCounting(subject)).flatMap((article) =>
        this.corpus
          .countedIn(article)
          .filter(
            (other) =>
              other.counted.definition.id.value === subject &&
              counted !== undefined &&
              isSameNumber(other.figure.quantity, counted.figure.quantity),
          )
          .map(({ figure }) => ({ uri: article.uri, span: figure.span })),
      ),
    ];
    // Of words that are quoted around a figure, the figure is what is meant.
    const isAround = (place: Place): boolean =>
      figures.some((figure) => figure.uri === place.uri && covers(place.span, figure.span));
    const ofFacts = [...new Set([...facts, ...same])].flatMap((fact) => this.toFact(fact));
    return [...figures, ...ofFacts.filter((place) => !isAround(place))];
  }

  mentions(kind: DefinitionKind, id: string): readonly Place[] {
    if (kind === 'property' || kind === 'event') {
      return [];
    }
    return this.articlesNaming(kind, id).flatMap((article) =>
      this.corpus
        .mentionsIn(article)
        .filter(({ candidates }) =>
          candidates.some(
            ({ definition }) => definition.kind === kind && definition.id.value === id,
          ),
        )
        .map(({ span }) => ({ uri: article.uri, span: article.content.rendered.sourceSpan(span) })),
    );
  }

  private usesIn(
    files: readonly { readonly uri: string }[],
    isMeant: (use: IdUse) => boolean,
  ): readonly Place[] {
    return files.flatMap(({ uri }) =>
      usesIn(this.corpus, uri)
        .filter(isMeant)
        .map(({ span }) => ({ uri, span })),
    );
  }

  private sidecarsUsing(keys: readonly UseKey[]): ReturnType<Corpus['usersOf']> {
    if (this.within === undefined) {
      return this.corpus.usersOf(keys);
    }
    const sidecar = this.corpus.sidecar(this.within);
    return sidecar === undefined ? [] : [sidecar];
  }

  private articlesNaming(kind: DefinitionKind, id: string): readonly ArticleEntry[] {
    return this.within === undefined
      ? this.corpus.articlesNaming(kind, id)
      : this.articleWithin(this.within);
  }

  private articlesCounting(subject: string): readonly ArticleEntry[] {
    return this.within === undefined
      ? this.corpus.articlesCounting(subject)
      : this.articleWithin(this.within);
  }

  private articleWithin(uri: string): readonly ArticleEntry[] {
    const article = this.corpus.article(uri);
    return article === undefined ? [] : [article];
  }

  /** Whether a fact stands, or quotes words, in the files that are looked at. */
  private mayConcern({ uri, article }: BoundFact): boolean {
    return this.within === undefined || uri === this.within || article.articleUri === this.within;
  }
}

function byPlace(a: Place, b: Place): number {
  return a.uri === b.uri ? a.span.start - b.span.start : a.uri < b.uri ? -1 : 1;
}
