/**
 * The fact base as linked data: claims and sources in schema.org's words, evidence and ties as W3C Web Annotations, directed ties in CiTO's too.
 * Dates are EDTF, typed as the Library of Congress types them. The context is given in the document: reading it needs no request.
 */
import type { Documents } from '../../data/documents.ts';
import type { Facts, FactsClaim, Relation, Text } from '../../data/facts.ts';
import { inEachLanguage, type Language } from '../../data/languages.ts';
import { RELATION_KINDS } from '../../data/relation-kinds.ts';
import type { Basis } from '../../data/schema.ts';

export interface JsonLd {
  '@context': Record<string, unknown>;
  '@graph': JsonLdNode[];
}

export type JsonLdNode = { id: string; type: string | string[] } & Record<string, unknown>;

const inLanguages = (id: string) => ({ '@id': id, '@container': '@language' });
const link = (id: string) => ({ '@id': id, '@type': '@id' });
const date = (id: string) => ({ '@id': id, '@type': 'edtf' });

export const CONTEXT: Record<string, unknown> = {
  '@version': 1.1,
  schema: 'https://schema.org/',
  oa: 'http://www.w3.org/ns/oa#',
  cito: 'http://purl.org/spar/cito/',
  dcterms: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  edtf: 'http://id.loc.gov/datatypes/edtf',
  bridle: 'urn:x-bridle:term:',
  id: '@id',
  type: '@type',
  name: inLanguages('schema:name'),
  description: inLanguages('schema:description'),
  text: inLanguages('schema:text'),
  value: inLanguages('rdf:value'),
  because: inLanguages('bridle:because'),
  headline: 'schema:headline',
  publisherName: 'schema:name',
  inLanguage: 'schema:inLanguage',
  url: link('schema:url'),
  author: link('schema:author'),
  authorName: 'schema:creditText',
  publisher: 'schema:publisher',
  about: link('schema:about'),
  appearance: link('schema:appearance'),
  relayedBy: link('bridle:relayedBy'),
  attitude: link('bridle:attitude'),
  basis: link('bridle:basis'),
  dateBasis: 'bridle:dateBasis',
  sameOrigin: 'bridle:sameOrigin',
  date: date('dcterms:date'),
  published: date('dcterms:issued'),
  length: { '@id': 'bridle:lengthInCodeUnits', '@type': 'xsd:nonNegativeInteger' },
  sha256: 'bridle:sha256',
  kind: link('bridle:kind'),
  motivation: link('oa:motivatedBy'),
  purpose: link('oa:hasPurpose'),
  body: link('oa:hasBody'),
  target: link('oa:hasTarget'),
  source: link('oa:hasSource'),
  selector: link('oa:hasSelector'),
  refinedBy: link('oa:refinedBy'),
  start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
  end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
  exact: 'oa:exact',
  ...Object.fromEntries(
    Object.values(RELATION_KINDS).flatMap(({ cito }) => (cito ? [[cito, link(`cito:${cito}`)]] : [])),
  ),
};

const ENTITY_TYPES: Record<Facts['entities'][number]['kind'], string> = {
  organisation: 'schema:Organization',
  person: 'schema:Person',
  product: 'schema:SoftwareApplication',
  court: 'schema:Organization',
  body: 'schema:Organization',
  office: 'schema:Thing',
  programme: 'schema:Thing',
  place: 'schema:Place',
  event: 'schema:Event',
};

const SOURCE_TYPES: Record<Facts['sources'][number]['kind'], string> = {
  'news-article': 'schema:NewsArticle',
  'news-agency-report': 'schema:NewsArticle',
  translation: 'schema:NewsArticle',
  'press-release': 'schema:Article',
};

/** Every record of the facts given; the documents, where given, add length and fingerprint to their sources. */
export function toJsonLd(facts: Facts, documents: Documents = {}): JsonLd {
  return {
    '@context': CONTEXT,
    '@graph': [
      ...facts.sources.map((source) => sourceNode(source, documents)),
      ...facts.entities.map((entity): JsonLdNode => ({
        id: iri('entity', entity.id),
        type: ENTITY_TYPES[entity.kind],
        name: entity.name,
        description: entity.description,
      })),
      ...facts.claims.map((claim) => claimNode(claim, facts.relations)),
      ...facts.claims.flatMap(evidenceNodes),
      ...facts.relations.map(relationNode),
    ],
  };
}

function sourceNode(source: Facts['sources'][number], documents: Documents): JsonLdNode {
  const { id, kind, title, publisher, authors, language, published, publishedBasis, url, notes } = source;
  const document = documents[id];
  return {
    id: iri('source', id),
    type: SOURCE_TYPES[kind],
    kind: term(kind),
    headline: title.text,
    inLanguage: language,
    publisher: { type: 'schema:Organization', publisherName: publisher.name, ...basisOf(publisher.basis) },
    ...(authors.length > 0 && { authorName: authors }),
    published,
    ...basisOf(publishedBasis),
    ...(url && { url }),
    ...(notes.length > 0 && { description: together(notes) }),
    ...(document && { length: document.length, sha256: document.sha256 }),
  };
}

function claimNode(claim: FactsClaim, relations: Relation[]): JsonLdNode {
  const ties: Record<string, string[]> = {};
  for (const { kind, claims } of relations) {
    const { cito } = RELATION_KINDS[kind];
    if (cito && claims[0] === claim.id) (ties[cito] ??= []).push(iri('claim', claims[1]));
  }
  return {
    id: iri('claim', claim.id),
    type: 'schema:Claim',
    text: claim.statement,
    author: iri('entity', claim.claimant),
    ...(claim.relayedBy && { relayedBy: claim.relayedBy.map((id) => iri('entity', id)) }),
    attitude: term(claim.attitude),
    date: claim.date,
    dateBasis: basisOf(claim.dateBasis),
    about: claim.about.map((id) => iri('entity', id)),
    appearance: claim.recordedBy.map((id) => iri('source', id)),
    ...ties,
  };
}

/** One annotation for each span. Words that the source itself quotes narrow the span down. */
function evidenceNodes({ id, evidence }: FactsClaim): JsonLdNode[] {
  return evidence.map(({ source, start, end, quote }, at) => ({
    id: iri('evidence', `${id}:${at + 1}`),
    type: 'oa:Annotation',
    motivation: 'oa:linking',
    body: iri('claim', id),
    target: {
      type: 'oa:SpecificResource',
      source: iri('source', source),
      selector: {
        type: 'oa:TextPositionSelector',
        start,
        end,
        ...(quote && { refinedBy: { type: 'oa:TextQuoteSelector', exact: quote } }),
      },
    },
  }));
}

function relationNode({ id, kind, claims, reason, basis, sameOrigin }: Relation): JsonLdNode {
  return {
    id: iri('relation', id),
    type: 'oa:Annotation',
    motivation: 'oa:linking',
    kind: term(kind),
    basis: term(basis),
    ...(sameOrigin && { sameOrigin }),
    body: { type: 'oa:TextualBody', purpose: 'oa:describing', value: reason },
    target: claims.map((claim) => iri('claim', claim)),
  };
}

const iri = (kind: string, id: string): string => `urn:x-bridle:${kind}:${id}`;
const term = (name: string): string => `bridle:${name}`;

function basisOf(basis: Basis): Record<string, unknown> {
  const because = basis.kind === 'inferred' ? basis.how : basis.kind === 'external' ? basis.whence : undefined;
  return { basis: term(basis.kind), ...(because && { because }) };
}

/** Several texts as one map of languages, each with its list. */
function together(texts: Text[]): Record<Language, string[]> {
  return inEachLanguage((language) => texts.map((text) => text[language]));
}
