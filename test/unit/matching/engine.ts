import { lexicon } from 'virtual:bridle/lexicon';
import { createEngine } from '../../../matching/engine.ts';
import type { Mention } from '../../../matching/model.ts';

/** The engine with the bundled fact base. */
export const engine = createEngine(lexicon);

/** The mentions of a page whose paragraphs these are, in reading order. */
export function mentionsOf(...paragraphs: string[]): Mention[] {
  return engine.link(paragraphs.map((text) => engine.scan(text))).flatMap(({ mentions }) => mentions);
}

/** What was marked, as `entity: span as written`. */
export function marked(...paragraphs: string[]): string[] {
  return mentionsOf(...paragraphs).map(({ entity, text }) => `${entity}: ${text}`);
}
