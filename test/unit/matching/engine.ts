import { lexicon } from 'virtual:bridle/lexicon';
import { keptKnowledge } from '../../../cli/kept-knowledge.ts';
import { ClaimMatcher } from '../../../matching/claims/matcher.ts';
import { atOnce } from '../../../matching/at-once.ts';
import { createEngine } from '../../../matching/engine.ts';
import type { ClaimMatch, Mention } from '../../../matching/model.ts';

/** The engine with the bundled fact base. */
export const engine = createEngine(lexicon, new ClaimMatcher(keptKnowledge()));

/** The mentions of a page whose paragraphs these are, in reading order. */
export function mentionsOf(...paragraphs: string[]): Mention[] {
  return atOnce(engine.link(paragraphs.map((text) => engine.scan(text)))).flatMap(({ mentions }) => mentions);
}

/** What was marked, as `entity: span as written`. */
export function marked(...paragraphs: string[]): string[] {
  return mentionsOf(...paragraphs).map(({ entity, text }) => `${entity}: ${text}`);
}

/** The claim matches of a page whose paragraphs these are. */
export function matchesOf(...paragraphs: string[]): ClaimMatch[] {
  return atOnce(engine.link(paragraphs.map((text) => engine.scan(text)))).flatMap(({ matches }) => matches);
}
