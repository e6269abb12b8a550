/** What the address bar suggests after the keyword. */
import type { Facts } from '../../data/facts.ts';
import { resultView } from './result-view.ts';
import type { Search } from './search.ts';
import type { Words } from '../words.ts';

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
      const { heading, title, details, isContested } = resultView(result, facts, words);
      const detail = [
        ...(heading ? [heading] : []),
        ...details,
        ...(isContested && result.kind === 'claim' ? [words.t('common_contested')] : []),
      ].join(', ');
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
