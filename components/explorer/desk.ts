/** What every view of the explorer reads from: the facts, where records lead, and their names. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Documents } from '../../data/documents.ts';
import type { Facts, FactsClaim, Relation } from '../../data/facts.ts';
import type { Words } from '../../presentation/words.ts';
import type { RecordKind } from '../../presentation/explorer/address.ts';

export type FactsEntity = Facts['entities'][number];
export type FactsSource = Facts['sources'][number];

export interface Desk {
  facts: Facts;
  documents: Documents;
  claims: Map<string, FactsClaim>;
  entities: Map<string, FactsEntity>;
  sources: Map<string, FactsSource>;
  /** Address of a record that leads back to the view and the filters it was opened from. */
  linkTo(kind: RecordKind, id: string): string;
  compareLink(first: string, second: string): string;
  /** The statement of a claim, or the title of a source. */
  titleOf(kind: 'claim' | 'source', id: string): string;
  /** The ties in which a claim takes part. */
  tiesOf(claim: string): Relation[];
  nameOf(entity: string): string;
}

export function createDesk(
  facts: Facts,
  documents: Documents,
  { text }: Words,
  links: Pick<Desk, 'linkTo' | 'compareLink'>,
): Desk {
  const entities = byId(facts.entities);
  const claims = byId(facts.claims);
  const sources = byId(facts.sources);
  return {
    facts,
    documents,
    claims,
    entities,
    sources,
    ...links,
    titleOf: (kind, id) => (kind === 'claim' ? text(claims.get(id)!.statement) : sources.get(id)!.title.text),
    tiesOf: (claim) => facts.relations.filter(({ claims }) => claims.includes(claim)),
    nameOf(id) {
      const entity = entities.get(id);
      return entity ? text(entity.name) : id;
    },
  };
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No desk above this view');
  return desk;
}

const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((item) => [item.id, item]));
