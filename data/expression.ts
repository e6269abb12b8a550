/** A text as the source of a regular expression (flag `u`) that finds just that text. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
