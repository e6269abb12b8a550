/** HTML that was written by `html`, or escaped by it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Markup | string | number | null | false | readonly Content[];

/** Builds markup. Every value is escaped, except for markup itself; lists are strung together; null and false leave nothing. */
export function html(parts: TemplateStringsArray, ...values: Content[]): Markup {
  return new Markup(parts.reduce((text, part, at) => text + render(values[at - 1] ?? '') + part));
}

function render(value: Content): string {
  if (value instanceof Markup) return value.text;
  if (value === null || value === false) return '';
  return typeof value === 'object' ? value.map(render).join('') : escape(String(value));
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}
