/** The records of the fact base as what a reader may remember of each: all languages together, so that every query finds the same in each. */
import type { Facts, FactsClaim, Synonyms, Text } from '../../data/facts.ts';
import { foldText } from '../../data/fold.ts';
import type { RelationKind } from '../../data/relation-kinds.ts';
import { figuresOf } from '../../matching/claims/figures.ts';

export interface SearchDocument {
  kind: 'entity' | 'claim' | 'relation';
  id: string;
  /** What the result shows: a name, a statement, a reason. */
  title: string[];
  /** By whom it is, or how else it is called. */
  names: string[];
  /** Everything else that a reader may remember of it. */
  context: string[];
  /** What is asked for by kind and not by words: see `figureMark` and its like. */
  marks: string[];
}

export const figureMark = (value: number): string => `#${value}`;
export const kindMark = (kind: RelationKind): string => `?relation:${kind}`;
export const attitudeMark = (attitude: FactsClaim['attitude']): string => `?attitude:${attitude}`;
/** Borne by whatever tells a number. */
export const NUMBER_MARK = '?number';

export function documentsOf(facts: Facts, synonyms: Synonyms['aliases']): SearchDocument[] {
  const aliases = new Map(synonyms.map(({ id, aliases: list }) => [id, list.map(({ text }) => text)]));
  const entities = new Map(facts.entities.map((entity) => [entity.id, entity]));
  const claims = new Map(facts.claims.map((claim) => [claim.id, claim]));
  const sources = new Map(facts.sources.map((source) => [source.id, source]));
  const namesOf = (ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => {
      const entity = entities.get(id);
      return entity
        ? [...all(entity.name), ...(entity.holders ?? []).map(({ name }) => name), ...(aliases.get(id) ?? [])]
        : [];
    });
  const countsOf = (claim: FactsClaim | undefined) => (claim?.figures ?? []).flatMap(({ counts }) => all(counts));
  return [
    ...facts.entities.map((entity): SearchDocument => {
      const roles = entity.roles.flatMap(({ title }) => all(title));
      return {
        kind: 'entity',
        id: entity.id,
        title: all(entity.name),
        names: namesOf([entity.id]),
        context: [...all(entity.description), ...roles],
        marks: figureMarks(all(entity.description), []),
      };
    }),
    ...facts.claims.map((claim): SearchDocument => ({
      kind: 'claim',
      id: claim.id,
      title: all(claim.statement),
      names: [...namesOf([claim.claimant, ...(claim.relayedBy ?? [])]), ...countsOf(claim)],
      context: [
        ...namesOf(claim.about),
        ...claim.evidence.flatMap(({ quote }) => quote ?? []),
        ...claim.recordedBy.flatMap((id) => sources.get(id)?.publisher.name ?? []),
        claim.date,
      ],
      marks: [
        ...figureMarks(
          all(claim.statement),
          claim.figures.map(({ value }) => value),
        ),
        attitudeMark(claim.attitude),
      ],
    })),
    ...facts.relations.map((relation): SearchDocument => {
      const tied = relation.claims.flatMap((id) => claims.get(id) ?? []);
      return {
        kind: 'relation',
        id: relation.id,
        title: all(relation.reason),
        names: namesOf(tied.map(({ claimant }) => claimant)),
        context: tied.flatMap((claim) => [...all(claim.statement), ...countsOf(claim)]),
        marks: [
          ...figureMarks(
            all(relation.reason),
            tied.flatMap(({ figures }) => figures.map(({ value }) => value)),
          ),
          kindMark(relation.kind),
        ],
      };
    }),
  ];
}

function figureMarks(texts: string[], counted: number[]): string[] {
  const told = texts.flatMap((text) => [...figuresOf(text, foldText(text).split(' '))]);
  const marks = [...new Set([...counted, ...told])].map(figureMark);
  return marks.length > 0 ? [...marks, NUMBER_MARK] : [];
}

const all = (text: Text): string[] => [...new Set(Object.values(text))];
