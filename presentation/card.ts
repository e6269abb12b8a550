/** What a card shows and in which order: first what matters for this sentence, then what is told differently, then the rest. */
import type { Basis, Entity as FullEntity } from '../data/schema.ts';
import { inEachLanguage } from '../data/languages.ts';
import { compareGravity, isContesting, RELATION_KINDS } from '../data/relation-kinds.ts';
import type { CardFacts, Relation, Text } from '../data/facts.ts';
import type { Mention, Stance, StatedMatch } from '../matching/model.ts';
import { boundsOf, compareDates } from './dates.ts';

export type FactsEntity = CardFacts['entities'][number];
export type FactsSource = CardFacts['sources'][number];
type FactsClaim = CardFacts['claims'][number];
export type Role = FullEntity['roles'][number];

/** What a mark on a page stands for. At least one of the two is there. */
export interface Target {
  mention: Pick<Mention, 'entity' | 'alias' | 'cues' | 'doubtful'> | null;
  /** The claim matches of the sentence, the surest first. */
  matches: Pick<StatedMatch, 'claim' | 'stance'>[];
}

/** What the card is about: a place on a page, or a thing that was looked up. */
export type Subject =
  | { kind: 'place'; target: Target }
  | { kind: 'entity'; id: string }
  | { kind: 'claim'; id: string }
  | { kind: 'relation'; id: string };

export interface CardModel {
  /** Null only where the fact base does not know what it was asked for. */
  entity: FactsEntity | null;
  /** The role at the time of what the card shows first. */
  role: Role | null;
  /** For an office: the name of its holder, with where the name is from. */
  holder: { name: string; basis: Basis } | null;
  /** The words that spoke for a doubtful link; null where the link is sure. */
  doubtful: { alias: string; cues: string[] } | null;
  /** The claims that the sentence restates or disputes, or the claim that was looked up. */
  matches: { claim: ClaimView; stance: Stance | null; against: RelationView[] }[];
  /** Ties between claims by or about the entity, the gravest first. */
  relations: RelationView[];
  /** The claims that no part above shows, in order of date. */
  rest: ClaimView[];
  /** How many of `rest` show without being asked for. */
  restOpen: number;
  endsOn: string;
}

export interface ClaimView {
  id: string;
  statement: Text;
  claimant: NameView;
  relayedBy: NameView[];
  attitude: FactsClaim['attitude'];
  date: string;
  dateBasis: Basis;
  sources: FactsSource[];
  /** Words that the source itself puts in quotation marks, in its language. */
  quote: { text: string; language: string } | null;
}

export interface NameView {
  id: string;
  name: Text;
  /** The role at the time of the claim; null where the card has told it already. */
  role: Text | null;
  /** Set where the name is from elsewhere. */
  basis: Basis | null;
}

export interface RelationView {
  id: string;
  kind: Relation['kind'];
  basis: Relation['basis'];
  reason: Text;
  /** The claim that the card has shown already (`matches`), and the other; elsewhere the one that came first, and the other. */
  claims: [ClaimView, ClaimView];
  /** The first of `claims` acts on the second: the second is what is taken back, qualified or updated. */
  isPassive: boolean;
}

const MAX_MATCHES = 3;
const REST_OPEN_WITHOUT_MATCH = 2;

export function cardModel(facts: CardFacts, subject: Subject): CardModel {
  const index = indexOf(facts);
  const { entity, matched, leading } = startOf(index, subject);
  const { claimView, relationView } = viewsOf(index, entity?.id);
  const own = entity ? [entity.id, ...officesOf(facts, entity.id)] : [];
  const isOwn = (claim: FactsClaim) => own.includes(claim.claimant) || claim.about.some((id) => own.includes(id));

  const matchedIds = matched.map(({ claim }) => claim.id);
  const told = facts.relations
    .filter((relation) => relation.claims.every((id) => index.claims.has(id)))
    .sort(byGravity);
  const matches = matched.map(({ claim, stance }) => ({
    claim: claimView(claim),
    stance,
    against: told.filter(({ claims }) => claims.includes(claim.id)).map((relation) => relationView(relation, claim.id)),
  }));
  const relations = varied(
    told.filter(
      ({ claims }) =>
        !claims.some((id) => matchedIds.includes(id)) && claims.some((id) => isOwn(index.claims.get(id)!)),
    ),
  )
    .sort((a, b) => Number(b.id === leading) - Number(a.id === leading))
    .map((relation) => relationView(relation, null));

  const shown = new Set([
    ...matchedIds,
    ...[...matches.flatMap(({ against }) => against), ...relations].flatMap(({ claims }) => claims.map(({ id }) => id)),
  ]);
  const rest = facts.claims
    .filter((claim) => isOwn(claim) && !shown.has(claim.id))
    .sort((a, b) => compareDates(a.date, b.date))
    .map(claimView);

  const firstDate = matches[0]?.claim.date ?? relations[0]?.claims[0].date ?? rest[0]?.date ?? facts.endsOn;
  const holder = entity ? holderAt(entity, firstDate) : null;
  const doubtful = subject.kind === 'place' && subject.target.mention?.doubtful ? subject.target.mention : null;
  return {
    entity,
    role: entity ? nearestInTime(entity.roles, firstDate) : null,
    holder,
    doubtful: doubtful && { alias: doubtful.alias, cues: doubtful.cues },
    matches,
    relations,
    rest,
    restOpen: matches.length + relations.length > 0 ? 0 : REST_OPEN_WITHOUT_MATCH,
    endsOn: facts.endsOn,
  };
}

/** The entity, the claims that come first, and the relation that was looked up. */
function startOf(
  index: FactsIndex,
  subject: Subject,
): {
  entity: FactsEntity | null;
  matched: { claim: FactsClaim; stance: Stance | null }[];
  leading: string | null;
} {
  if (subject.kind === 'entity') return { entity: index.entities.get(subject.id) ?? null, matched: [], leading: null };
  if (subject.kind === 'claim') {
    const claim = index.claims.get(subject.id);
    return {
      entity: index.entities.get(claim?.claimant ?? '') ?? null,
      matched: claim ? [{ claim, stance: null }] : [],
      leading: null,
    };
  }
  if (subject.kind === 'relation') {
    const relation = index.relations.get(subject.id);
    const claimant = index.claims.get(relation?.claims[0] ?? '')?.claimant;
    return { entity: index.entities.get(claimant ?? '') ?? null, matched: [], leading: subject.id };
  }
  const { mention, matches } = subject.target;
  const matched = matches.flatMap(({ claim: id, stance }) => {
    const claim = index.claims.get(id);
    return claim ? [{ claim, stance }] : [];
  });
  const entity = index.entities.get(mention?.entity ?? matched[0]?.claim.claimant ?? '') ?? null;
  return { entity, matched: matched.slice(0, MAX_MATCHES), leading: null };
}

/** How claims and relations are shown, for a surface that lists them; call it anew wherever roles shall be told again. */
export const viewsFor = (facts: CardFacts): ReturnType<typeof viewsOf> => viewsOf(indexOf(facts), undefined);

interface FactsIndex {
  entities: Map<string, FactsEntity>;
  claims: Map<string, FactsClaim>;
  relations: Map<string, Relation>;
  sources: Map<string, FactsSource>;
}

/** Facts never change once they are loaded, so each set of them is indexed once. */
const indices = new WeakMap<CardFacts, FactsIndex>();

function indexOf(facts: CardFacts): FactsIndex {
  const known = indices.get(facts);
  if (known) return known;
  const { entities, claims, relations, sources } = facts;
  const index = {
    entities: byId(entities),
    claims: byId(claims),
    relations: byId(relations),
    sources: byId(sources),
  };
  indices.set(facts, index);
  return index;
}

/**
 * Views in the order in which the card shows them: each speaker's role is told once.
 * @param head the entity whose role the card's head tells
 */
function viewsOf({ entities, claims, sources }: FactsIndex, head: string | undefined) {
  const told = new Set<string | undefined>([head]);
  const nameView = (id: string, date: string): NameView => {
    const entity = entities.get(id);
    const isNew = !told.has(id);
    told.add(id);
    return {
      id,
      name: entity?.name ?? inEachLanguage(() => id),
      role: (entity && isNew && nearestInTime(entity.roles, date)?.title) || null,
      basis: entity?.nameBasis && entity.nameBasis.kind !== 'stated' ? entity.nameBasis : null,
    };
  };
  const claimView = (claim: FactsClaim): ClaimView => {
    const quoted = claim.evidence.find(({ quote }) => quote);
    return {
      id: claim.id,
      statement: claim.statement,
      claimant: nameView(claim.claimant, claim.date),
      relayedBy: (claim.relayedBy ?? []).map((id) => nameView(id, claim.date)),
      attitude: claim.attitude,
      date: claim.date,
      dateBasis: claim.dateBasis,
      sources: claim.recordedBy.flatMap((id) => sources.get(id) ?? []),
      quote: quoted?.quote ? { text: quoted.quote, language: sources.get(quoted.source)?.language ?? 'und' } : null,
    };
  };
  const relationView = (relation: Relation, first: string | null): RelationView => {
    const [a, b] = relation.claims.map((id) => claims.get(id)!) as [FactsClaim, FactsClaim];
    const { id, kind, basis, reason } = relation;
    // The first claim of a directed kind acts on the second: a retraction stands after what it takes back.
    const turned = first ? b.id === first : !RELATION_KINDS[kind].isSymmetric || compareDates(a.date, b.date) > 0;
    const isPassive = !RELATION_KINDS[kind].isSymmetric && !turned;
    const inOrder = turned ? [b, a] : [a, b];
    return { id, kind, basis, reason, claims: inOrder.map(claimView) as [ClaimView, ClaimView], isPassive };
  };
  return { claimView, relationView };
}

/**
 * Keeps the order but for contested claims that were told before: their further relations come after those that tell
 * something new.
 */
function varied(relations: Relation[]): Relation[] {
  const told = new Set<string>();
  const fresh = relations.filter(({ kind, claims }) => {
    const isFresh = isContesting(kind) && !claims.some((id) => told.has(id));
    if (isFresh) for (const id of claims) told.add(id);
    return isFresh;
  });
  return [...fresh, ...relations.filter((relation) => !fresh.includes(relation))];
}

/** The offices that a person held: what was said by or about the office belongs on the person's card too. */
function officesOf(facts: CardFacts, person: string): string[] {
  return facts.entities.filter(({ holders }) => holders?.some(({ entity }) => entity === person)).map(({ id }) => id);
}

function holderAt(entity: FactsEntity, date: string): CardModel['holder'] {
  const holder = nearestInTime(entity.holders ?? [], date);
  return holder && { name: holder.name, basis: holder.basis };
}

/** The one whose dates cover the date, or else the one that is nearest to it. Of several, the narrower dates win. */
function nearestInTime<T extends { dates: string }>(held: readonly T[], date: string): T | null {
  const at = boundsOf(date);
  const distance = ({ dates }: T) => {
    const { from, to } = boundsOf(dates);
    return Math.max(0, from - at.to, at.from - to);
  };
  const width = ({ dates }: T) => boundsOf(dates).to - boundsOf(dates).from;
  return [...held].sort((a, b) => distance(a) - distance(b) || width(a) - width(b) || 0)[0] ?? null;
}

const byGravity = (a: Relation, b: Relation): number => compareGravity(a.kind, b.kind);
const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((item) => [item.id, item]));
