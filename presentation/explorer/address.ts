/** What the explorer shows, as the query of its address: every view, record and filter can be linked, kept and gone back to. */
import { ATTITUDE_NAMES, type Attitude } from '../../data/attitudes.ts';
import { RELATION_KIND_NAMES, type RelationKind } from '../../data/relation-kinds.ts';

export const VIEWS = ['story', 'list', 'timeline', 'map', 'sources'] as const;
export type View = (typeof VIEWS)[number];

export const RECORD_KINDS = ['claim', 'entity', 'relation', 'source'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface Filters {
  q: string;
  /** Ids; empty for any. */
  claimant: string;
  entity: string;
  source: string;
  /** What kind of statement. */
  kind: Attitude | '';
  /** Kinds of relation, the gravest first; none stands for any, and on the map for those where statements part. */
  ties: RelationKind[];
  /** First and last day, month or year; empty for any. */
  from: string;
  to: string;
}

export interface Address {
  view: View;
  /** The record that is open in place of the view. */
  open: { kind: RecordKind; id: string } | null;
  /** Two claims side by side; the second is empty until it is chosen. */
  compare: [string, string] | null;
  filters: Filters;
}

export const NO_FILTERS: Filters = {
  q: '',
  claimant: '',
  entity: '',
  source: '',
  kind: '',
  ties: [],
  from: '',
  to: '',
};
export const START: Address = { view: 'story', open: null, compare: null, filters: NO_FILTERS };

/**
 * `?claim=ID`, `?entity=ID`, `?relation=ID` and `?source=ID` open a record. Beside an opened record, or with `view`, the filters by entity and
 * source are written `about` and `in`, so that neither takes the other's place. What cannot be read is left out.
 */
export function parseAddress(search: string): Address {
  const given = new URLSearchParams(search);
  const get = (key: string) => given.get(key)?.trim() ?? '';
  const kind = RECORD_KINDS.find((name) => isId(get(name)));
  const compared = get('compare').split(',').filter(isId);
  const ties = get('ties').split(',');
  const filters: Filters = {
    q: given.get('q') ?? '',
    claimant: idOr(get('claimant')),
    entity: idOr(get('about')),
    source: idOr(get('in')),
    kind: ATTITUDE_NAMES.find((name) => name === get('kind')) ?? '',
    ties: RELATION_KIND_NAMES.filter((name) => ties.includes(name)),
    from: dateOr(get('from')),
    to: dateOr(get('to')),
  };
  return {
    view: VIEWS.find((name) => name === get('view')) ?? usualView(filters),
    open: kind && compared.length === 0 ? { kind, id: get(kind) } : null,
    compare: compared[0] ? [compared[0], compared[1] ?? ''] : null,
    filters,
  };
}

/** The query, with its `?`; only what differs from the start is written. */
export function formatAddress({ view, open, compare, filters }: Address): string {
  const query = new URLSearchParams();
  const set = (key: string, value: string) => value !== '' && query.set(key, value);
  if (compare) query.set('compare', compare.filter(Boolean).join(','));
  else if (open) query.set(open.kind, open.id);
  if (view !== usualView(filters)) query.set('view', view);
  set('q', filters.q);
  set('claimant', filters.claimant);
  set('about', filters.entity);
  set('in', filters.source);
  set('kind', filters.kind);
  set('ties', filters.ties.join(','));
  set('from', filters.from);
  set('to', filters.to);
  // A comma needs no escape in a query, and a reader may want to read the address.
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '?' : `?${text}`;
}

export function isFiltered(filters: Filters): boolean {
  return Object.values(filters).some((value: string | string[]) => value.length > 0);
}

/** The story is told as a whole: who filters wants statements. */
const usualView = (filters: Filters): View => (isFiltered(filters) ? 'list' : 'story');

const isId = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
const idOr = (text: string): string => (isId(text) ? text : '');
const dateOr = (text: string): string =>
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text) ? text : '';
