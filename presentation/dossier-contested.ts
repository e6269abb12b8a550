/** What is contested on a page, one entry for each contradiction: the statements of it that the page takes up, and what stands against them. */
import type { Facts, FactsClaim, Text } from '../data/facts.ts';
import { contestsOf } from './contested.ts';
import type { Dossier, DossierModel, MatchEntry } from './dossier.ts';

export interface ContestedEntry {
  key: string;
  /** Each statement once, in reading order, with every place that takes it up. */
  statements: { claim: FactsClaim; claimant: Text; matches: MatchEntry[] }[];
  /** The statement that stands against the first one. Null where the page alone disputes it. */
  against: { claim: FactsClaim; claimant: Text; how: 'contradicts' | 'takes-back' | 'taken-back'; reason: Text } | null;
}

/** In the order in which the page comes to them. What neither contradicts nor disputes anything is left out. */
export function contestedOn({ matches }: DossierModel, facts: Facts): ContestedEntry[] {
  const entries = new Map<string, ContestedEntry>();
  for (const match of matches) {
    const key = keyOf(facts, match.claim.id, match.stance);
    if (key === null) continue;
    const entry = entries.get(key) ?? { key, statements: [], against: againstClaim(facts, match.claim.id) };
    entries.set(key, entry);
    const known = entry.statements.find(({ claim }) => claim === match.claim);
    if (known) known.matches.push(match);
    else entry.statements.push({ claim: match.claim, claimant: match.claimant, matches: [match] });
  }
  return [...entries.values()];
}

/** How many entries `contestedOn` would have for all frames of a page together. */
export function countContested(dossiers: Dossier[], facts: Facts): number {
  const known = new Set(facts.claims.map(({ id }) => id));
  const keys = dossiers.flatMap(({ matches }) =>
    matches.filter(({ claim }) => known.has(claim)).map(({ claim, stance }) => keyOf(facts, claim, stance)),
  );
  return new Set(keys.filter((key) => key !== null)).size;
}

/** The matches of sentences that are not listed as contested: no sentence is listed twice. */
export function othersThan(contested: ContestedEntry[], { matches }: DossierModel): MatchEntry[] {
  const listed = new Set(
    contested.flatMap(({ statements }) => statements.flatMap((said) => said.matches.map(placeKey))),
  );
  return matches.filter((match) => !listed.has(placeKey(match)));
}

/** The same for all matches of a sentence. */
export const placeKey = ({ frameId, place }: MatchEntry): string => `${frameId} ${place}`;

/** The same for matches of the same contradiction. Null where nothing is contested. */
function keyOf(facts: Facts, claim: string, stance: MatchEntry['stance']): string | null {
  const [contest] = contestsOf(facts, claim);
  return contest?.id ?? (stance === 'disputes' ? claim : null);
}

function againstClaim(facts: Facts, claim: string): ContestedEntry['against'] {
  const [relation] = contestsOf(facts, claim);
  const other = facts.claims.find(({ id }) => id !== claim && relation?.claims.includes(id));
  const claimant = facts.entities.find(({ id }) => id === other?.claimant);
  if (!relation || !other || !claimant) return null;
  const how = relation.kind !== 'retracts' ? 'contradicts' : relation.claims[0] === claim ? 'takes-back' : 'taken-back';
  return { claim: other, claimant: claimant.name, how, reason: relation.reason };
}
