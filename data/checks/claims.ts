import type { Problem } from '../problem.ts';
import type { FactBase } from '../read.ts';
import type { Claim } from '../schema.ts';
import { broken, CLAIMS, has, sayOf } from './say.ts';
import type { Check, Say } from './say.ts';

/** Longest quotation from a source, in words. */
export const QUOTE_WORDS = 15;

/** Claims name entities and sources that are there, and have evidence within them. */
export const claimsAreGrounded: Check = (base) => base.claims.flatMap((claim) => groundsOf(claim, base));

/** Number of words in a quotation; punctuation that stands alone is none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function groundsOf(claim: Claim, base: FactBase): Problem[] {
  const say = sayOf(CLAIMS, claim.id);
  const found: Problem[] = [];
  const named = [
    ['claimant', claim.claimant],
    ...(claim.relayedBy ?? []).map((id, at) => [`relayedBy.${at}`, id]),
    ...claim.about.map((id, at) => [`about.${at}`, id]),
  ] as [string, string][];
  for (const [path, id] of named) if (!has(base.entities, id)) found.push(broken(say, path, id, 'entity'));
  for (const id of claim.relayedBy ?? []) {
    const publishes = base.sources.some(
      (source) => claim.recordedBy.includes(source.id) && namesOf(base, id).includes(source.publisher.name),
    );
    if (id === claim.claimant || publishes) {
      found.push(
        say(
          `relayedBy names ${id}, ${publishes ? 'who publishes the source' : 'who claims it'}`,
          'Name only whom the source itself quotes for somebody else’s words.',
        ),
      );
    }
  }
  claim.recordedBy.forEach((id, at) => {
    if (!has(base.sources, id)) found.push(broken(say, `recordedBy.${at}`, id, 'source'));
  });
  if (claim.evidence.length === 0)
    found.push(say('it has no evidence', 'Add the span of a source: `npm run facts -- locate` prints it.'));
  claim.evidence.forEach((span, at) => {
    const place = `evidence.${at}`;
    const source = base.sources.find(({ id }) => id === span.source);
    if (!source) found.push(broken(say, `${place}.source`, span.source, 'source'));
    if (span.start >= span.end) found.push(say(`${place} ends before it starts`, 'Correct its offsets.'));
    if (source && span.end > source.length) {
      found.push(say(`${place} lies outside ${source.id}`, `Keep it within ${source.length}.`));
    }
    if (span.quote !== undefined) found.push(...checkQuote(span.quote, place, say));
  });
  if (
    claim.evidence.length > 0 &&
    !sameMembers(
      claim.recordedBy,
      claim.evidence.map(({ source }) => source),
    )
  ) {
    found.push(
      say(
        'recordedBy does not name the sources of its evidence',
        'List each source of the evidence once, and no other.',
      ),
    );
  }
  return found;
}

function namesOf({ entities }: FactBase, id: string): string[] {
  return Object.values(entities.find((entity) => entity.id === id)?.name ?? {});
}

function checkQuote(quote: string, place: string, say: Say): Problem[] {
  const found: Problem[] = [];
  const words = countWords(quote);
  if (words > QUOTE_WORDS) {
    found.push(
      say(
        `${place}.quote has ${words} words`,
        `Quote ${QUOTE_WORDS} words at most, and say the rest in the statement.`,
      ),
    );
  }
  if (/^["«“„‹]|["»”“›]$/u.test(quote.trim())) {
    found.push(say(`${place}.quote carries its quotation marks along`, 'Keep only the words between them.'));
  }
  return found;
}

function sameMembers(list: string[], others: string[]): boolean {
  const expected = new Set(others);
  return list.length === expected.size && new Set(list).symmetricDifference(expected).size === 0;
}
