import type { Corpus } from '../../corpus/corpus.js';
import { describeSlot, describeStatement } from '../../rules/describe.js';
import type { ExportedFact } from './exportedFact.js';
import { nameOf } from './jsonLdContext.js';
import { webAddress } from './webAddress.js';

/** A node of a JSON-LD document; what is undefined is left out when it is written. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** An ISO 8601 date as schema.org takes it: a year, a month or a day. */
const PLAIN_DATE = /^\d{4}(?:-\d{2}){0,2}$/;

/**
 * A fact as a schema.org `Claim`. Who is credited is its author, and the article's publisher the one
 * who interprets it; what an article says in its own name is its publisher's claim.
 */
export function claimOf(exported: ExportedFact, corpus: Corpus): JsonLdNode {
  const { key, bound, fact, value } = exported;
  const { article } = bound;
  const publisher = article.publisher === null ? undefined : agent(article.publisher, corpus);
  const speakers = fact.saidBy.map(({ value: id }) =>
    id === 'anonymous'
      ? { '@type': 'Thing', name: fact.saidAs?.value ?? 'anonymous' }
      : agent(id, corpus),
  );
  return {
    '@id': nameOf('fact', key),
    '@type': 'Claim',
    identifier: bound.reference,
    name: `${describeSlot(bound, corpus)}: ${describeStatement(bound)}`,
    text: exported.quotes[0]?.exact,
    about: fact.subject === undefined ? undefined : agent(fact.subject.value, corpus),
    mainEntity: statementOf(exported),
    appearance: appearanceOf(exported),
    author: bound.ownVoice ? publisher : speakers,
    claimInterpreter: bound.ownVoice ? undefined : publisher,
    datePublished: PLAIN_DATE.test(article.publishedText ?? '') ? article.publishedText : undefined,
    published: article.publishedText ?? undefined,
    temporalCoverage: coverageOf(exported),
    modality: bound.modality,
    modalityGroup: bound.group,
    certainty: bound.certainty,
    polarity: bound.negative ? 'negative' : 'positive',
    rank: bound.rank,
    slot: exported.slot ?? undefined,
    approximate: value.approximate,
    note: exported.note ?? undefined,
    file: exported.file,
    line: exported.line,
  };
}

/** The article as the place where a claim appears. */
export function articleOf(exported: ExportedFact, corpus: Corpus): JsonLdNode {
  const { article } = exported.bound;
  return {
    '@id': appearanceOf(exported),
    '@type': 'CreativeWork',
    identifier: article.id,
    headline: article.title ?? undefined,
    publisher: article.publisher === null ? undefined : agent(article.publisher, corpus),
    author: article.author === null ? undefined : agent(article.author, corpus),
    datePublished: PLAIN_DATE.test(article.publishedText ?? '') ? article.publishedText : undefined,
    url: webAddress(article.url),
    isBasedOn: article.basedOn.map((id) => ({ '@type': 'CreativeWork', identifier: id })),
    file: exported.articleFile ?? exported.file,
  };
}

/** An article is named by its file; where that is not there, by its sidecar's. */
function appearanceOf({ articleFile, file }: ExportedFact): string {
  return nameOf('file', articleFile ?? file);
}

/** An organisation, person, place or document; what is not defined is a thing of that name. */
function agent(id: string, corpus: Corpus): JsonLdNode {
  const definition = corpus.register.findEntity(id)?.definition;
  const type = {
    organisation: 'Organization',
    person: 'Person',
    place: 'Place',
    document: 'CreativeWork',
    property: 'Thing',
    event: 'Thing',
  }[definition?.kind ?? 'event'];
  return definition === undefined
    ? { '@type': type, name: id }
    : { '@id': nameOf('id', id), '@type': type, name: definition.name?.value ?? id };
}

/** Property and value; separators and qualifiers are what the value refers to. */
function statementOf({ bound, fact, value }: ExportedFact): JsonLdNode {
  const isNumber = value.kind === 'quantity';
  return {
    '@type': 'PropertyValue',
    propertyID: fact.property?.value,
    name: bound.property?.name,
    value: bound.valueText,
    minValue: isNumber ? value.bounds.min?.toNumber() : undefined,
    maxValue: isNumber ? value.bounds.max?.toNumber() : undefined,
    unitText: value.unit ?? undefined,
    valueReference: bound.conditions.map(([key, text]) => ({
      '@type': 'PropertyValue',
      propertyID: key,
      value: text,
    })),
  };
}

/** As written, in EDTF: an interval where it held throughout, a date where it held at some time. */
function coverageOf({ fact: { from, until, asOf } }: ExportedFact): string | undefined {
  return from === undefined && until === undefined
    ? asOf?.value
    : `${from?.value ?? '..'}/${until?.value ?? '..'}`;
}
