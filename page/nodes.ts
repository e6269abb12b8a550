/**
 * Reading a document that may work against its reader. A form's own named fields hide the properties that it inherits
 * (`<form><input name="firstChild">`), and that reaches extension scripts too; forms are therefore read through the getters of the prototypes.
 * Nothing here needs a layout, a style or a global, so that other DOMs (linkedom) can be read as well.
 */

/** What holds text: an element, or the root of a shadow tree or document. */
export type Holder = Element | ShadowRoot | Document;

function inherited(node: object, name: string): unknown {
  for (let proto = Reflect.getPrototypeOf(node); proto; proto = Reflect.getPrototypeOf(proto)) {
    const getter = Object.getOwnPropertyDescriptor(proto, name)?.get;
    if (getter) return getter.call(node);
  }
  return (node as Record<string, unknown>)[name];
}

/** In lower case for HTML; `form` for every form, whatever its fields are called. */
export function localNameOf(element: Element): string {
  const name: unknown = element.localName;
  return typeof name === 'string' ? name : 'form';
}

/** 1 for an element, 3 for text, as `Node.nodeType`. */
export function typeOf(node: Node): number {
  const type: unknown = node.nodeType;
  return (typeof type === 'number' ? type : inherited(node, 'nodeType')) as number;
}

/** `<html>`, also where an image is named `documentElement`. */
export function rootElementOf(document: Document): HTMLElement {
  return inherited(document, 'documentElement') as HTMLElement;
}

export function firstChildOf(node: Node): ChildNode | null {
  return mayBeClobbered(node) ? (inherited(node, 'firstChild') as ChildNode | null) : node.firstChild;
}

export function nextSiblingOf(node: Node): ChildNode | null {
  return mayBeClobbered(node) ? (inherited(node, 'nextSibling') as ChildNode | null) : node.nextSibling;
}

export function parentOf(node: Node): ParentNode | null {
  return mayBeClobbered(node) ? (inherited(node, 'parentNode') as ParentNode | null) : node.parentNode;
}

export function isConnected(node: Node): boolean {
  return (mayBeClobbered(node) ? inherited(node, 'isConnected') : node.isConnected) === true;
}

/** A form, or a document, whose images and forms hide its properties in the same way. */
function mayBeClobbered(node: Node): boolean {
  const name: unknown = (node as Element).localName;
  return (
    name === 'form' || (name !== undefined && typeof name !== 'string') || (name === undefined && typeOf(node) === 9)
  );
}

/** The element whose shadow tree this is; null for other nodes. */
export function hostOf(node: Node): Element | null {
  return typeOf(node) === 11 ? ((node as ShadowRoot).host ?? null) : null;
}

/** The parent, and from a shadow root on its host. */
export function parentOrHostOf(node: Node): Node | null {
  return parentOf(node) ?? hostOf(node);
}

/** The nearest element at or above the node, out of shadow trees too, for which the test holds. */
export function closest(node: Node | null, test: (element: Element) => boolean): Element | null {
  for (let at = node; at; at = parentOrHostOf(at)) if (typeOf(at) === 1 && test(at as Element)) return at as Element;
  return null;
}

/** Negative where `a` stands before `b` in reading order. A shadow tree stands before its host's own children. */
export function compareOrder(a: Node, b: Node): number {
  if (a === b) return 0;
  const [above, below] = [levelsOf(a), levelsOf(b)];
  let level = 0;
  while (above[level] && above[level] === below[level]) level++;
  const [first, second] = [above[level], below[level]];
  if (!first || !second) return first ? 1 : -1;
  const compare = Node.prototype.compareDocumentPosition;
  const position = compare.call(first, second);
  if (position & 1) return 0;
  return position & 4 ? -1 : 1;
}

/** The node, preceded by the host of its shadow tree, and so on outwards. */
function levelsOf(node: Node): Node[] {
  const levels = [node];
  for (let host = hostOf(rootOf(node)); host; host = hostOf(rootOf(host))) levels.unshift(host);
  return levels;
}

/** `Node.getRootNode`, also of a form with a field of that name. */
export function rootOf(node: Node): Node {
  const own: unknown = node.getRootNode;
  if (typeof own === 'function') return own.call(node) as Node;
  let root = node;
  for (let up = parentOf(root); up; up = parentOf(root)) root = up;
  return root;
}
