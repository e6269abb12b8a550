/** So many words at either end name a longer sentence. */
const wordsAtEnd = 6;

/**
 * The address of a page with a text fragment (https://wicg.github.io/scroll-to-text-fragment/) that leads to a sentence of it.
 * What the address already points at within the page is left out.
 */
export function sentenceLink(address: string, sentence: string): string {
  const words = sentence.trim().split(/\s+/);
  const parts = words.length > 2 * wordsAtEnd ? [words.slice(0, wordsAtEnd), words.slice(-wordsAtEnd)] : [words];
  const [page] = address.split('#');
  return `${page}#:~:text=${parts.map((part) => encoded(part.join(' '))).join(',')}`;
}

/** A hyphen would part a prefix or suffix from the text. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
