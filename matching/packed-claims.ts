/**
 * The claims' profiles as one string for a page. What the card's facts say anyway (who claims what about whom) is taken from there.
 */
import type { CardFacts } from '../data/facts.ts';
import type { ClaimKnowledge } from './claim-knowledge.ts';
import { isDenial } from './claim-profile.ts';
import type { ClaimProfile } from './claim-profile.ts';

/** A concept's number takes so many digits. */
const DIGITS = 2;
const RADIX = 36;

/** When building. */
export function packClaims({ profiles, weights }: ClaimKnowledge): string {
  return [JSON.stringify(weights), ...profiles.map(packProfile)].join('\n');
}

/** Wordings share most of their concepts, so these are grouped by the wordings that they stand in: in the first, the second, both, … */
function packProfile({ wordings, figures, negated }: ClaimProfile): string {
  const concepts = [...new Set(wordings.flat())].toSorted((a, b) => a - b);
  if ((concepts.at(-1) ?? 0) >= RADIX ** DIGITS) throw new Error('Too many concepts to pack');
  const groups = Array.from({ length: 2 ** wordings.length - 1 }, () => '');
  for (const concept of concepts) {
    const holding = wordings.reduce((sum, wording, k) => (wording.includes(concept) ? sum + 2 ** k : sum), 0);
    groups[holding - 1] += concept.toString(RADIX).padStart(DIGITS, '0');
  }
  return [negated ? '1' : '', figures.join(' '), ...groups].join('|');
}

/** On a page. `claims` and `entities` in the order in which the profiles were made. */
export function unpackClaims(packed: string, { claims, entities }: Pick<CardFacts, 'claims' | 'entities'>): ClaimKnowledge {
  const [weights, ...profiles] = packed.split('\n');
  const holders = new Map(entities.map(({ id, holders: list = [] }) => [id, list.flatMap(({ entity }) => entity ?? [])]));
  return {
    weights: JSON.parse(weights!) as ClaimKnowledge['weights'],
    profiles: claims.map(({ id, claimant, relayedBy = [], about, attitude }, index) => {
      const [negated, figures, ...groups] = profiles[index]!.split('|');
      return {
        id,
        wordings: wordingsOf(groups),
        figures: figures ? figures.split(' ').map(Number) : [],
        speakers: [claimant, ...relayedBy, ...(holders.get(claimant) ?? [])],
        about,
        negated: negated === '1',
        denies: isDenial(attitude),
      };
    }),
  };
}

function wordingsOf(groups: readonly string[]): number[][] {
  const wordings: number[][] = Array.from({ length: Math.log2(groups.length + 1) }, () => []);
  groups.forEach((group, index) => {
    for (let i = 0; i < group.length; i += DIGITS) {
      const concept = Number.parseInt(group.slice(i, i + DIGITS), RADIX);
      wordings.forEach((wording, k) => {
        if (((index + 1) >> k) & 1) wording.push(concept);
      });
    }
  });
  return wordings;
}
