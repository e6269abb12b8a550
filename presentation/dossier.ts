/** What a page holds, as the panel lists it: matches in reading order, mentions in reading order grouped by entity, less what is filtered out. */
import { foldText } from '../data/fold.ts';
import type { Facts, FactsClaim, Text } from '../data/facts.ts';
import type { FactsEntity } from './card.ts';

/** What a page holds, in reading order, as the popup and the panel list it. */
export interface Dossier {
  mentions: {
    entity: string;
    text: string;
    /** What its block holds on either side, cut to a few words, so that a list can tell one mention from the next. */
    before: string;
    after: string;
    confidence: number;
    doubtful: boolean;
    /** For `jump`. */
    place: number;
  }[];
  matches: { claim: string; stance: 'restates' | 'disputes'; sentence: string; confidence: number; place: number }[];
}

/** What a frame of a page holds; with its host, where that is another one than the page's. */
export interface HeldByFrame {
  frameId: number;
  origin?: string | undefined;
  dossier: Dossier;
}

/** Where a jump goes. */
export interface Place {
  frameId: number;
  place: number;
}

/** Where it stands: without an origin, in the page itself. */
type Standing = Place & Pick<HeldByFrame, 'origin'>;
export type MentionEntry = Standing & Omit<Dossier['mentions'][number], 'place'>;
export type MatchEntry = Standing & {
  claim: FactsClaim;
  /** Name of who made the claim. */
  claimant: Text;
  stance: 'restates' | 'disputes';
  sentence: string;
};

export interface DossierModel {
  matches: MatchEntry[];
  groups: { entity: FactsEntity; mentions: MentionEntry[] }[];
}

export type Kind = FactsEntity['kind'];

export interface Filter {
  /** Words that all have to occur in the name or about the place; case and accents do not count. */
  text: string;
  /** Mentions of such entities; matches of claims by or about one. */
  kind: Kind | 'all';
  show: 'all' | 'matches' | 'mentions' | 'doubtful';
}

export const NO_FILTER: Filter = { text: '', kind: 'all', show: 'all' };

/** @param frames the top frame's first. What the fact base does not know is left out. */
export function dossierModel({ entities, claims }: Facts, frames: readonly HeldByFrame[]): DossierModel {
  const entitiesById = new Map(entities.map((entity) => [entity.id, entity]));
  const claimsById = new Map(claims.map((claim) => [claim.id, claim]));
  const groups = new Map<FactsEntity, MentionEntry[]>();
  const matches: MatchEntry[] = [];
  for (const { dossier, ...frame } of frames) {
    for (const mention of dossier.mentions) {
      const entity = entitiesById.get(mention.entity);
      if (!entity) continue;
      const group = groups.get(entity);
      if (group) group.push({ ...mention, ...frame });
      else groups.set(entity, [{ ...mention, ...frame }]);
    }
    for (const { claim: id, stance, sentence, place } of dossier.matches) {
      const claim = claimsById.get(id);
      const claimant = claim && entitiesById.get(claim.claimant);
      if (claimant) matches.push({ claim, claimant: claimant.name, stance, sentence, place, ...frame });
    }
  }
  return { matches, groups: [...groups].map(([entity, mentions]) => ({ entity, mentions })) };
}

export function filterDossier(
  { matches, groups }: DossierModel,
  { text, kind, show }: Filter,
  { entities }: Facts,
): DossierModel {
  const wanted = foldText(text)
    .split(' ')
    .filter((word) => word !== '');
  const holds = (...texts: string[]) => {
    const folded = foldText(texts.join(' '));
    return wanted.every((word) => folded.includes(word));
  };
  const kinds = new Map(entities.map((entity) => [entity.id, entity.kind]));
  const concerns = ({ claimant, about }: FactsClaim) =>
    kind === 'all' || [claimant, ...about].some((id) => kinds.get(id) === kind);
  return {
    matches:
      show === 'doubtful' || show === 'mentions'
        ? []
        : matches.filter(
            ({ claim, claimant, sentence }) =>
              concerns(claim) && holds(sentence, ...Object.values(claim.statement), ...Object.values(claimant)),
          ),
    groups:
      show === 'matches'
        ? []
        : groups
            .filter(({ entity }) => kind === 'all' || entity.kind === kind)
            .map(({ entity, mentions }) => ({
              entity,
              mentions: mentions.filter(
                (mention) =>
                  (show !== 'doubtful' || mention.doubtful) &&
                  holds(...Object.values(entity.name), mention.before, mention.text, mention.after),
              ),
            }))
            .filter(({ mentions }) => mentions.length > 0),
  };
}

/** The kinds of what is mentioned, each once, in the order of the page. */
export const kindsOf = ({ groups }: DossierModel): Kind[] => [...new Set(groups.map(({ entity }) => entity.kind))];

export const countMentions = ({ groups }: DossierModel): number =>
  groups.reduce((sum, { mentions }) => sum + mentions.length, 0);
