/** What was given from outside (file names, arguments, what the system says of them), made safe for a terminal. */

/** An argument may be endless. In UTF-16 code units. */
const longestLine = 2_000;
const longestName = 300;

/**
 * Control, direction and format characters as `\u{…}`: a file's name could otherwise move the cursor, recolour or rewrite what stands on the
 * terminal. Line breaks stay; what is too long is cut, and says so.
 */
export function printable(text: string): string {
  return text
    .split('\n')
    .map((line) => cut(line, longestLine))
    .join('\n')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
      character === '\n' ? character : `\\u{${character.codePointAt(0)!.toString(16)}}`,
    );
}

const cut = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;

/** The same for a file's name, which stands on one line with what is said of it. */
export const printableLine = (text: string): string =>
  printable(cut(text, longestName)).replaceAll('\n', String.raw`\u{a}`);

/** JSON of the same value, in which such characters are escapes: what reads it gets them, a terminal does not. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
