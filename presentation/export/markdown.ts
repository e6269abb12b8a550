/** Texts of strangers in a Markdown file. */

/** One line in which no sign of the page's text is taken for markup. */
export function md(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
  return line.replace(/^[-+=]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Only addresses of the web become links. */
export function mdLink(text: string, url: string | null): string {
  return url && isWeb(url) ? `[${md(text)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)` : md(text);
}

export const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);
