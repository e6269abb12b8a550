/** What the address bar suggests after the keyword. */
import type { Facts } from '../../data/facts.ts';
import type { Search, SearchResult } from './search.ts';
import { termKey, type Words } from '../words.ts';

export interface Suggestion {
  /** What is entered when the reader chooses it: `claim:ID`. */
  content: string;
  description: string;
}

const MAX_SUGGESTIONS = 6;
const CONTENT = /^(entity|claim|relation):([\w.-]+)$/;

/**
 * @param markup Chrome reads a description as XML, with `<match>` and `<dim>`, and refuses the suggestions where it is not well formed;
 *   Firefox shows it as it is
 */
export function suggestionsFor(
  query: string,
  search: Search,
  facts: Facts,
  words: Words,
  markup: boolean,
): Suggestion[] {
  return search(query)
    .slice(0, MAX_SUGGESTIONS)
    .map((result) => {
      const { title, detail } = describe(result, facts, words);
      return {
        content: `${result.kind}:${result.id}`,
        description: markup ? `${escapeXml(title)} <dim>${escapeXml(`– ${detail}`)}</dim>` : `${title} – ${detail}`,
      };
    });
}

/** The explorer's address for what was entered: a suggestion's content, or the reader's own words. */
export function addressOf(entered: string): string {
  const [, kind, id] = CONTENT.exec(entered) ?? [];
  return kind && id ? factsAddress({ [kind]: id }) : factsAddress({ q: entered });
}

/** The explorer, searching for words or showing one thing. */
export function factsAddress(query: { q: string } | Record<string, string>): string {
  return `facts.html?${new URLSearchParams(query)}`;
}

/** For the content of an XML element. Characters that XML 1.0 has no place for are left out. */
export function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- those are the ones to leave out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
  );
}

function describe(
  { kind, id }: SearchResult,
  facts: Facts,
  { t, text, date }: Words,
): { title: string; detail: string } {
  if (kind === 'entity') {
    const entity = facts.entities.find((other) => other.id === id)!;
    return { title: text(entity.name), detail: `${t(`common_kind_${entity.kind}`)}, ${text(entity.description)}` };
  }
  if (kind === 'relation') {
    const relation = facts.relations.find((other) => other.id === id)!;
    return { title: text(relation.reason), detail: t(termKey('common_relation', relation.kind)) };
  }
  const claim = facts.claims.find((other) => other.id === id)!;
  const claimant = facts.entities.find((other) => other.id === claim.claimant);
  return {
    title: text(claim.statement),
    detail: `${claimant ? text(claimant.name) : claim.claimant}, ${date(claim.date)}`,
  };
}
