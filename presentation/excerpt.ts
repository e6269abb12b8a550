/** What stands on either side of a mention, made readable here and not on the page: whole words, `…` where more of the block is left out. */

/** How much of a block is looked at on either side, in UTF-16 code units. */
export const contextLength = 45;

/** `text` is what stands before, at most `contextLength` characters of it. */
export function excerptBefore(text: string): string {
  const words = oneLine(text);
  return text.length < contextLength ? words.trimStart() : `…${words.replace(/^\S*\s/, '')}`;
}

/** `text` is what stands after, at most `contextLength` characters of it. */
export function excerptAfter(text: string): string {
  const words = oneLine(text);
  return text.length < contextLength ? words.trimEnd() : `${words.replace(/\s\S*$/, '')}…`;
}

function oneLine(text: string): string {
  return text.slice(0, contextLength).replaceAll(/\s+/g, ' ');
}
