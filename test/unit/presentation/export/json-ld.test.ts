import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { compileDocuments } from '../../../../data/documents.ts';
import { compileFacts, readFactBase } from '../../../../data/compile.ts';
import { toJson } from '../../../../presentation/export/json.ts';
import { toJsonLd } from '../../../../presentation/export/json-ld.ts';
import { subsetOf } from '../../../../presentation/export/subset.ts';

const base = readFactBase();
const facts = compileFacts(base);
const OA = 'http://www.w3.org/ns/oa#';

/** Nothing is fetched: a context that the document does not bring along is an error. */
const documentLoader = (url: string): never => {
  throw new Error(`asked for ${url}`);
};

type Node = Record<string, { '@value'?: unknown; '@id'?: string; '@type'?: string; '@language'?: string }[]> & {
  '@id': string;
  '@type': string[];
};

/** As a processor of JSON-LD reads it: every term an IRI, every node in one list. */
async function flattened(part = facts): Promise<Node[]> {
  return (await jsonld.flatten(toJsonLd(part, compileDocuments(base)), null, { documentLoader, safe: true })) as Node[];
}

const ofType = (nodes: Node[], type: string) => nodes.filter((node) => node['@type']?.includes(type));
const iris = (kind: string, list: { id: string }[]) => list.map(({ id }) => `urn:x-bridle:${kind}:${id}`).toSorted();
const idsOf = (nodes: Node[], start: string) =>
  nodes
    .map((node) => node['@id'])
    .filter((id) => id.startsWith(start))
    .toSorted();

test('a processor reads every record, by its id', async () => {
  const nodes = await flattened();
  expect(
    ofType(nodes, 'https://schema.org/Claim')
      .map((node) => node['@id'])
      .toSorted(),
  ).toEqual(iris('claim', facts.claims));
  expect(idsOf(nodes, 'urn:x-bridle:source:')).toEqual(iris('source', facts.sources));
  expect(idsOf(nodes, 'urn:x-bridle:relation:')).toEqual(iris('relation', facts.relations));
  expect(idsOf(nodes, 'urn:x-bridle:entity:')).toEqual(iris('entity', facts.entities));
  expect(ofType(nodes, `${OA}Annotation`)).toHaveLength(
    facts.relations.length + facts.claims.flatMap(({ evidence }) => evidence).length,
  );
});

test('each claim says who, when (EDTF), in three languages, and where it appears', async () => {
  const nodes = await flattened();
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  for (const claim of facts.claims) {
    const node = byId.get(`urn:x-bridle:claim:${claim.id}`)!;
    expect(node['https://schema.org/author']).toEqual([{ '@id': `urn:x-bridle:entity:${claim.claimant}` }]);
    expect(node['https://schema.org/appearance']!.map((to) => to['@id'])).toEqual(
      claim.recordedBy.map((id) => `urn:x-bridle:source:${id}`),
    );
    expect(node['http://purl.org/dc/terms/date']).toEqual([
      { '@value': claim.date, '@type': 'http://id.loc.gov/datatypes/edtf' },
    ]);
    expect(
      Object.fromEntries(node['https://schema.org/text']!.map((text) => [text['@language'], text['@value']])),
    ).toEqual(claim.statement);
  }
});

test('each span is a position, and words are quoted only where the source quotes them', async () => {
  const nodes = await flattened();
  const evidence = facts.claims.flatMap((claim) => claim.evidence);
  const positions = ofType(nodes, `${OA}TextPositionSelector`).map((node) =>
    [node[`${OA}start`]![0]!['@value'], node[`${OA}end`]![0]!['@value']].join('-'),
  );
  expect(positions.toSorted()).toEqual(evidence.map(({ start, end }) => `${start}-${end}`).toSorted());
  const quotes = ofType(nodes, `${OA}TextQuoteSelector`).map((node) => node[`${OA}exact`]![0]!['@value'] as string);
  expect(quotes.toSorted()).toEqual(evidence.flatMap(({ quote }) => quote ?? []).toSorted());
  expect(quotes.length).toBeLessThan(positions.length);
});

test('nothing is written that does not come through: as many statements as RDF has quads of', async () => {
  const quads = (await jsonld.toRDF(toJsonLd(facts), { documentLoader, safe: true })) as {
    predicate: { value: string };
  }[];
  const count = (predicate: string) => quads.filter((quad) => quad.predicate.value === predicate).length;
  expect(count(`${OA}start`)).toBe(facts.claims.flatMap(({ evidence }) => evidence).length);
  expect(count('http://purl.org/spar/cito/qualifies')).toBe(
    facts.relations.filter(({ kind }) => kind === 'qualifies').length,
  );
  expect(count('urn:x-bridle:term:sameOrigin')).toBe(facts.relations.filter(({ sameOrigin }) => sameOrigin).length);
  expect(count('http://purl.org/spar/cito/retracts')).toBe(
    facts.relations.filter(({ kind }) => kind === 'retracts').length,
  );
});

test('a selection holds its claims alone, and refers to nothing that it leaves out', async () => {
  const nodes = await flattened(
    subsetOf(
      facts,
      facts.claims.slice(0, 7).map(({ id }) => id),
    ),
  );
  expect(ofType(nodes, 'https://schema.org/Claim')).toHaveLength(7);
  const described = new Set(nodes.map((node) => node['@id']));
  const referred = JSON.stringify(nodes).match(/urn:x-bridle:(?:claim|source|entity|relation):[\w-]+/g)!;
  expect(referred.filter((id) => !described.has(id))).toEqual([]);
});

test('JSON holds the four kinds of records as they are', () => {
  const { sources, entities, claims, relations } = facts;
  expect(JSON.parse(toJson(facts))).toEqual({ sources, entities, claims, relations });
});
