import { claims } from 'virtual:bridle/claims';
import { facts } from 'virtual:bridle/facts';
import { lexicon } from 'virtual:bridle/lexicon';
import { unpackLexicon } from '../../../data/unpack.ts';
import { createEngine } from '../../../matching/engine.ts';
import { unpackClaims } from '../../../matching/packed-claims.ts';
import type { Mention } from '../../../matching/model.ts';

/** The engine with the bundled fact base. */
export const engine = createEngine(unpackLexicon(lexicon), unpackClaims(claims, facts));

/** The mentions of a page whose paragraphs these are, in reading order. */
export function mentionsOf(...paragraphs: string[]): Mention[] {
  return engine.link(paragraphs.map((text) => engine.scan(text))).flatMap(({ mentions }) => mentions);
}

/** What was marked, as `entity: span as written`. */
export function marked(...paragraphs: string[]): string[] {
  return mentionsOf(...paragraphs).map(({ entity, text }) => `${entity}: ${text}`);
}
