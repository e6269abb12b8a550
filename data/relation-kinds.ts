/**
 * The kinds of relations between two claims, the gravest first: a reader meets a contradiction before an agreement.
 * To add a kind, add a row here and its messages (`common_relation_KIND`, `legend_relation_KIND`): types and tests name
 * whatever else is missing.
 */
export const RELATION_KINDS = {
  contradicts: { sign: '≠', effect: 'contests', isSymmetric: true, cito: null },
  retracts: { sign: '↩', effect: 'contests', isSymmetric: false, cito: 'retracts' },
  qualifies: { sign: '±', effect: 'differs', isSymmetric: false, cito: 'qualifies' },
  'measures-differently': { sign: '≉', effect: 'differs', isSymmetric: true, cito: null },
  'quotes-differently': { sign: '”', effect: 'differs', isSymmetric: true, cito: null },
  updates: { sign: '→', effect: 'agrees', isSymmetric: false, cito: 'updates' },
  corroborates: { sign: '=', effect: 'agrees', isSymmetric: true, cito: null },
} as const satisfies Record<string, RelationKindRow>;

export interface RelationKindRow {
  /** One character that stands for the kind where there is no room for its name. */
  sign: string;
  /**
   * What the relation makes of its two claims: `contests` is what Bridle shows first and in red; with `differs` both
   * can be right; `agrees` stays in the background.
   */
  effect: 'contests' | 'differs' | 'agrees';
  /** Both claims stand in the same place, and their order says nothing. Otherwise the first acts on the second. */
  isSymmetric: boolean;
  /** The property of the Citation Typing Ontology (http://purl.org/spar/cito/) that says the same, if one does. */
  cito: 'qualifies' | 'retracts' | 'updates' | null;
}

export type RelationKind = keyof typeof RELATION_KINDS;

/** The kinds that make both of their claims contested. */
export type ContestKind = {
  [Kind in RelationKind]: (typeof RELATION_KINDS)[Kind]['effect'] extends 'contests' ? Kind : never;
}[RelationKind];

/** The gravest first. */
export const RELATION_KIND_NAMES = Object.keys(RELATION_KINDS) as [RelationKind, ...RelationKind[]];

/** Whether a relation of this kind makes both of its claims contested. The one place that says so. */
export const isContesting = (kind: RelationKind): kind is ContestKind => RELATION_KINDS[kind].effect === 'contests';

/** For sorting: the gravest first. */
export const compareGravity = (a: RelationKind, b: RelationKind): number =>
  RELATION_KIND_NAMES.indexOf(a) - RELATION_KIND_NAMES.indexOf(b);
