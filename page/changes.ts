/** Mutation records → what has to be read again, and no more. */
import { flowOf, holderOf, isUnread, readBlocks } from './blocks.ts';
import { isConnected, parentOrHostOf, typeOf, type Holder } from './nodes.ts';

export interface Changes {
  /** Whose own text changed: to be read again, without the block elements within. */
  holders: Set<Holder>;
  /** What is new, to be read in depth. None lies within another. */
  subtrees: Set<Element>;
  /** Of which nothing that was read counts any more: their text is now among the new, or where nothing is read. */
  stale: Set<Holder>;
  /** Something left the document, perhaps with text. */
  removed: boolean;
}

/** Yields now and then, so that a flood of records can be worked off in slices; returns the changes. */
export function* changesOf(records: Iterable<MutationRecord>): Generator<null, Changes> {
  const dirty = new Set<Node>();
  const added = new Set<Element>();
  const moved = new Set<Element>();
  let removed = false;
  let step = 0;

  for (const record of records) {
    if (++step % 64 === 0) yield null;
    if (record.type === 'characterData') {
      dirty.add(record.target);
      continue;
    }
    const { addedNodes, removedNodes, previousSibling, nextSibling, target } = record;
    const before = skipTraceless(previousSibling, 'previousSibling');
    const after = skipTraceless(nextSibling, 'nextSibling');
    // Alone in an inline element, a block parts or joins what stands around that.
    let ownText = joins(before) || joins(after) || (!before && !after && typeOf(target) === 1 && !isBlock(target));
    for (const node of addedNodes) {
      if (typeOf(node) === 1) added.add(node as Element);
      if (!isBlock(node)) ownText ||= joins(node);
    }
    for (const node of removedNodes) {
      removed = true;
      if (typeOf(node) === 1) moved.add(node as Element);
      // A text that is blank now may have had words when it was read.
      if (!isBlock(node)) ownText ||= typeOf(node) === 3 || joins(node);
    }
    // A block among blocks splits and joins nothing: its neighbours, perhaps ten thousand, are left in peace.
    if (ownText) dirty.add(target);
  }

  const clear = new Set<Node>();
  const holders = new Set<Holder>();
  const subtrees = new Set<Element>();
  const stale = new Set<Holder>();
  for (const node of dirty) {
    if (++step % 64 === 0) yield null;
    if (isConnected(node) && !isDrawn(node) && isRead(node, clear))
      (isWithin(node, added) ? stale : holders).add(holderOf(node));
  }
  for (const element of added) {
    if (++step % 64 === 0) yield null;
    if (!isConnected(element) || isUnread(element) || holdsOnlyOwnText(element)) continue;
    const parent = parentOrHostOf(element);
    if (!parent || isWithin(parent, added) || !isRead(parent, clear)) continue;
    subtrees.add(element);
  }
  for (const element of moved) {
    if (!isConnected(element) || isRead(element, clear)) continue;
    // By the next step it may have left the document.
    const around = holderOf(parentOrHostOf(element)!);
    for (const block of readBlocks(element)) {
      if (block && block.holder !== around) stale.add(block.holder);
      yield null;
    }
  }
  return { holders, subtrees, stale, removed };
}

/** The nearest sibling from here on that shows in the text: comments, scripts and blanks do not. */
function skipTraceless(node: Node | null, way: 'previousSibling' | 'nextSibling'): Node | null {
  let at = node;
  while (at && !joins(at) && !isBlock(at)) at = at[way];
  return at;
}

/** Whether a node can be part of a run of text: all but blocks, comments and blank text. */
function joins(node: Node | null): boolean {
  if (!node) return false;
  const type = typeOf(node);
  if (type === 3 || type === 4) return /\S/.test((node as Text).data);
  if (type !== 1) return false;
  const flow = flowOf(node);
  return flow !== 'block' && flow !== 'nothing';
}

function isBlock(node: Node): boolean {
  return flowOf(node) === 'block';
}

/** Nothing in it but text of the block around, which is read again as a whole. */
function holdsOnlyOwnText(element: Element): boolean {
  return !isBlock(element) && !element.shadowRoot && !element.firstElementChild;
}

function isWithin(node: Node, roots: ReadonlySet<Node>): boolean {
  if (roots.size === 0) return false;
  for (let at: Node | null = node; at; at = parentOrHostOf(at)) if (roots.has(at)) return true;
  return false;
}

/** Whether a node is part of a drawing, whose own text is not read. A chart may change all day. */
function isDrawn(node: Node): boolean {
  const element = (typeOf(node) === 1 ? node : parentOrHostOf(node)) as Element | null;
  return element?.namespaceURI === 'http://www.w3.org/2000/svg' && element.localName !== 'foreignObject';
}

/** Whether no ancestor forbids reading. `clear` remembers those that were found to be fine. */
function isRead(node: Node, clear: Set<Node>): boolean {
  const path: Node[] = [];
  for (let at: Node | null = node; at && !clear.has(at); at = parentOrHostOf(at)) {
    if (typeOf(at) === 1 && isUnread(at as Element)) return false;
    path.push(at);
  }
  for (const at of path) clear.add(at);
  return true;
}
