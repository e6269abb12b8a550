let nursery: Document | null = null;

/**
 * An element that is born in a document of its own, where the page has no say: a page may define `bridle-card`, and is then handed the
 * closed shadow tree of what is born in its document.
 */
export function bornOutside(name: string): HTMLElement {
  nursery ??= new Document();
  return nursery.createElementNS('http://www.w3.org/1999/xhtml', name);
}
