/** What a page or its title says, as it may stand in a list, a card or a file of ours. */

/**
 * Without what no reader sees and what turns a line round: a page could make a sentence read as another, or reach the words beside it
 * (U+202E). Joiners within words stay, for some scripts need them; what parts lines becomes a space.
 */
export function visibleText(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ')
    .replace(/(?![\u200C\u200D\u00AD])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '');
}
