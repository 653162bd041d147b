import { wellFormed } from './wellFormed.js';

/*
 * The terms of the JSON-LD export, written out so that reading it needs no network: schema.org's for
 * claims and what they are about, the Web Annotation vocabulary for where the words stand, and a few of
 * this tool's own for what neither has.
 */

const SCHEMA = 'https://schema.org/';
const OA = 'http://www.w3.org/ns/oa#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** The tool's own terms and names. A name, not an address: nothing is to be fetched from it. */
export const OWN = 'urn:policy-facts:';

const schemaTypes = 'Claim CreativeWork Organization Person Place PropertyValue Thing'.split(' ');
const schemaTerms = (
  'about additionalProperty alternateName author claimInterpreter datePublished headline ' +
  'identifier mainEntity maxValue minValue name propertyID publisher temporalCoverage text ' +
  'unitText value valueReference'
).split(' ');
const schemaLinks = 'appearance firstAppearance isBasedOn url'.split(' ');
const ownTerms = (
  'approximate certainty file line modality modalityGroup note polarity published quoteStatus ' +
  'quoted rank slot'
).split(' ');

/** What `@context` holds. */
export const jsonLdContext: Readonly<Record<string, unknown>> = {
  schema: SCHEMA,
  oa: OA,
  rdf: RDF,
  pf: `${OWN}term/`,
  ...terms(schemaTypes, 'schema'),
  ...terms(schemaTerms, 'schema'),
  ...links(schemaLinks, 'schema'),
  ...terms(ownTerms, 'pf'),
  Annotation: 'oa:Annotation',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextPositionSelector: 'oa:TextPositionSelector',
  SpecificResource: 'oa:SpecificResource',
  body: { '@id': 'oa:hasBody', '@type': '@id' },
  target: { '@id': 'oa:hasTarget', '@type': '@id' },
  source: { '@id': 'oa:hasSource', '@type': '@id' },
  selector: { '@id': 'oa:hasSelector', '@type': '@id' },
  motivation: { '@id': 'oa:motivatedBy', '@type': '@id' },
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  start: 'oa:start',
  end: 'oa:end',
};

function terms(names: readonly string[], vocabulary: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `${vocabulary}:${name}`]));
}

function links(names: readonly string[], vocabulary: string): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => [name, { '@id': `${vocabulary}:${name}`, '@type': '@id' }]),
  );
}

/** The name of a thing of the corpus: `urn:policy-facts:KIND/…`, whatever signs are in its parts. */
export function nameOf(kind: 'file' | 'fact' | 'id' | 'quote', text: string): string {
  const parts = text.split('/').map((part) => encodeURIComponent(wellFormed(part)));
  return `${OWN}${kind}/${parts.join('/')}`;
}
