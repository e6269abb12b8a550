/**
 * The facts that a card on a page shows, in one language, as one string: a table for each kind of record, its columns one after the
 * other, records named by their numbers. The popup gets everything instead.
 */
import type { Facts, Language } from './facts.ts';
import type { Basis } from './schema.ts';
import { ATTITUDE_NAMES } from './attitudes.ts';
import { LANGUAGES } from './languages.ts';
import { RELATION_KIND_NAMES } from './relation-kinds.ts';
import { BASES, ENTITY_KINDS, SOURCE_KINDS, shortId } from './unpack-card.ts';

/**
 * @param named ids of the entities that pages name: only these have cards of their own, and need a description
 * @returns what `unpackCard` reads
 */
export function packCard(
  { endsOn, sources, entities, claims, relations }: Facts,
  language: Language,
  named: ReadonlySet<string>,
): string {
  const bases: string[] = [];
  /** Its number among the distinct ones, from 1; empty for what the source states. */
  const basisOf = (basis: Basis | undefined): string => {
    if (!basis || basis.kind === 'stated') return '';
    const text = String(BASES.indexOf(basis.kind)) + (basis.kind === 'inferred' ? basis.how : basis.whence)[language];
    if (!bases.includes(text)) bases.push(text);
    return String(bases.indexOf(text) + 1);
  };
  const numbers = (ids: readonly string[], records: readonly { id: string }[]): string =>
    ids.map((id) => records.findIndex((record) => record.id === id)).join(',');
  const column = <T>(records: readonly T[], cell: (record: T) => string): string[] => records.map(cell);
  const place = (index: number): string => String(index);

  const roles = entities.flatMap((entity, index) => entity.roles.map((role) => ({ ...role, index })));
  const holders = entities.flatMap((entity, index) => (entity.holders ?? []).map((holder) => ({ ...holder, index })));
  const quotes = claims.map(({ evidence }) => evidence.find(({ quote }) => quote));
  const columns = [
    column(sources, ({ publisher }) => publisher.name),
    column(sources, ({ publisher }) => basisOf(publisher.basis)),
    column(sources, ({ published }) => published),
    column(sources, ({ publishedBasis }) => basisOf(publishedBasis)),
    column(sources, ({ title }) => title.text),
    column(sources, ({ url }) => url ?? ''),
    column(sources, ({ kind }) => place(SOURCE_KINDS.indexOf(kind))),
    column(sources, (source) => place(LANGUAGES.indexOf(source.language))),
    column(entities, ({ kind }) => place(ENTITY_KINDS.indexOf(kind))),
    column(entities, ({ name }) => name[language]),
    column(entities, ({ nameBasis }) => basisOf(nameBasis)),
    // A role stands in its place
    column(entities, (entity) =>
      entity.roles.length > 0 || !named.has(entity.id) ? '' : entity.description[language],
    ),
    column(roles, ({ index }) => place(index)),
    column(roles, ({ title }) => title[language]),
    column(roles, ({ dates }) => dates),
    column(roles, ({ basis }) => basisOf(basis)),
    column(holders, ({ index }) => place(index)),
    column(holders, ({ name }) => name),
    column(holders, ({ entity }) => (entity ? numbers([entity], entities) : '')),
    column(holders, ({ dates }) => dates),
    column(holders, ({ basis }) => basisOf(basis)),
    shortIdsOf(claims),
    column(claims, ({ statement }) => statement[language]),
    column(claims, ({ claimant, relayedBy = [] }) => numbers([claimant, ...relayedBy], entities)),
    column(claims, ({ attitude }) => place(ATTITUDE_NAMES.indexOf(attitude))),
    column(claims, ({ date }) => date),
    // That a date is concluded a card says; how, the explorer does
    column(claims, ({ dateBasis }) => (dateBasis.kind === 'stated' ? '' : dateBasis.kind[0]!)),
    column(claims, ({ about }) => numbers(about, entities)),
    column(claims, ({ recordedBy }) => numbers(recordedBy, sources)),
    quotes.map((evidence) => evidence?.quote ?? ''),
    quotes.map((evidence) => (evidence ? numbers([evidence.source], sources) : '')),
    column(relations, ({ kind }) => place(RELATION_KIND_NAMES.indexOf(kind))),
    column(relations, (relation) => numbers(relation.claims, claims)),
    column(relations, ({ reason }) => reason[language]),
    column(relations, ({ basis }) => (basis === 'stated' ? '' : '1')),
  ];
  return [[endsOn], bases, ...columns].map(joined).join('\n');
}

function shortIdsOf(claims: readonly { id: string }[]): string[] {
  const ids = claims.map(({ id }) => shortId(id));
  if (new Set(ids).size < ids.length) throw new Error('Two claims have the same short id: make it longer');
  return ids;
}

function joined(cells: readonly string[]): string {
  for (const cell of cells) if (/[|\n]/.test(cell)) throw new Error(`“${cell}” cannot be packed`);
  return cells.join('|');
}
