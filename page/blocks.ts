/**
 * DOM → blocks of running text, each with the way back to its text nodes. One iterative walk; without layout, style or globals, so that
 * it reads any DOM of any depth, in slices.
 */
import { longestBlock } from '../platform/exchange.ts';
import { firstChildOf, hostOf, localNameOf, nextSiblingOf, parentOf, typeOf, type Holder } from './nodes.ts';
import { flows, type Flow } from './tags.ts';
import { lettersInWordBox } from './word-boxes.ts';

/** A stretch of a text node within a block: `block.text.slice(start, end)` is `node.data.slice(from, from + end - start)`. */
export interface Piece {
  node: Text;
  start: number;
  end: number;
  from: number;
}

export interface TextBlock {
  /**
   * As written, with "\n" for a line break and U+FFFC for what is not text, such as a picture. Of white space in a row, the first is kept:
   * CSS shows it as one.
   */
  text: string;
  /** In order; gaps between them are the characters that no text node holds. */
  pieces: Piece[];
  /** The block element (or root) whose own text this is. A holder has a block for each run between its block children. */
  holder: Holder;
}

export interface ReadOptions {
  /** Also what is in the block elements and shadow trees within; otherwise only the root's own text. Default true. */
  deep?: boolean;
  /** Called for each open shadow root before it is read. */
  onShadowRoot?(root: ShadowRoot): void;
  /** Called for each custom element without one: it may get one later, and nothing will tell. */
  onUnknown?(element: Element): void;
}

interface Frame {
  node: Holder;
  flow: Flow | undefined;
  /** Whose text goes on after this one. */
  outer: Holder;
  /** It is the node's shadow tree that is being read; the node's own children follow. */
  inShadow: boolean;
}

const nodesPerRest = 256;
const objectMark = '\uFFFC';

/**
 * The blocks under a root, in reading order; a shadow tree comes before its host's children. Yields null now and then where there is
 * nothing to yield, so that a caller can pause. The document may change between two steps.
 */
export function* readBlocks(root: Holder, options: ReadOptions = {}): Generator<TextBlock | null, void> {
  const { deep = true, onShadowRoot, onUnknown } = options;
  const run = new Run(holderOf(root));
  const frames: Frame[] = [];

  const enter = (node: Holder, flow: Flow | undefined): ChildNode | null => {
    frames.push({ node, flow, outer: run.holder, inShadow: false });
    if (flow === 'block') run.startAt(node);
    else run.crossMarkup(flow);
    return firstChildOf(node);
  };

  const descend = (node: Holder, flow: Flow | undefined): ChildNode | null => {
    const shadow = shadowOf(node);
    if (shadow && deep) {
      onShadowRoot?.(shadow);
      frames.push({ node, flow, outer: run.holder, inShadow: true });
      run.startAt(shadow);
      return firstChildOf(shadow);
    }
    if (shadow) run.startAt(run.holder);
    return enter(node, flow);
  };

  const visit = (node: ChildNode): ChildNode | null => {
    const type = typeOf(node);
    const isDrawn = frames.at(-1)!.flow === 'drawing';
    if (type !== 1) {
      if ((type === 3 || type === 4) && !isDrawn) run.add(node as Text);
      return node.nextSibling;
    }
    const element = node as Element;
    const name = localNameOf(element);
    const flow = flowOf(element);
    if (flow === 'drawing' || (isDrawn && flow !== 'block')) return enter(element, 'drawing');
    if (onUnknown && flow === undefined && name.includes('-') && !element.shadowRoot) onUnknown(element);
    if (flow === undefined || flow === 'apart' || flow === 'word') return descend(element, flow);
    if (flow === 'block') {
      if (deep && !isEditingHost(element)) return descend(element, flow);
      run.startAt(run.holder);
    } else if (flow === 'object') run.gap(objectMark);
    else if (flow === 'break') run.breakLine();
    return nextSiblingOf(node);
  };

  let node = descend(root, flowOf(root));
  for (let step = 1; ; step++) {
    if (run.done.length > 0) yield* run.done.splice(0);
    else if (step % nodesPerRest === 0) yield null;
    if (node) {
      node = visit(node);
      continue;
    }
    const left = frames.pop()!;
    if (left.inShadow || run.holder !== left.outer) run.startAt(left.outer);
    else run.crossMarkup(left.flow);
    if (left.inShadow) node = enter(left.node, left.flow);
    else if (frames.length > 0) node = nextSiblingOf(left.node);
    else break;
  }
  run.startAt(run.holder);
  yield* run.done;
}

/** The block element or root whose text a node belongs to; the node itself if it is one. */
export function holderOf(node: Node): Holder {
  for (let at = node; ;) {
    if (flowOf(at) === 'block') return at as Holder;
    const parent = parentOf(at);
    if (!parent) return at as Holder;
    at = parent;
  }
}

/** Whether the text below an element is not read, by what the element is. */
export function isUnread(element: Element): boolean {
  const flow = flowOf(element);
  return flow === 'block' ? isEditingHost(element) : flow === 'nothing' || flow === 'object' || flow === 'break';
}

/** The place of an offset of the block's text in the document. An offset in a gap goes to the text after it, or before it for an end. */
export function placeOf(block: TextBlock, offset: number, edge: 'start' | 'end'): { node: Text; offset: number } {
  const { pieces } = block;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { end } = pieces[middle]!;
    if (end > offset || (edge === 'end' && end === offset)) high = middle;
    else low = middle + 1;
  }
  let piece = pieces[low]!;
  if (edge === 'end' && offset <= piece.start && low > 0) piece = pieces[low - 1]!;
  const within = Math.min(Math.max(offset, piece.start), piece.end) - piece.start;
  return { node: piece.node, offset: piece.from + within };
}

/** A span of the block's text in the document. Static: a live range would tax each later edit of the page's text. */
export function rangeOf(block: TextBlock, start: number, end: number): StaticRange {
  const from = placeOf(block, start, 'start');
  const to = placeOf(block, end, 'end');
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

/** Whether the document still reads at the span as it did when the block was read. */
export function stillReads(block: TextBlock, start: number, end: number): boolean {
  return block.pieces.every(
    (piece) =>
      piece.end <= start ||
      piece.start >= end ||
      piece.node.data.startsWith(
        block.text.slice(Math.max(start, piece.start), Math.min(end, piece.end)),
        piece.from + Math.max(0, start - piece.start),
      ),
  );
}

/** Collects the text of one run between two boundaries. */
class Run {
  done: TextBlock[] = [];
  holder: Holder;
  private text = '';
  private pieces: Piece[] = [];
  /** What stands between the last text and the next, if there is a next. */
  private between = '';
  private lineBreaks = 0;
  private crossed = false;

  constructor(holder: Holder) {
    this.holder = holder;
  }

  /** Ends the run; what follows is text of the given holder. */
  startAt(holder: Holder): void {
    if (/\S/.test(this.text)) this.done.push({ text: this.text, pieces: this.pieces, holder: this.holder });
    this.holder = holder;
    this.text = '';
    this.pieces = [];
    this.between = '';
    this.lineBreaks = 0;
    this.crossed = false;
  }

  add(node: Text): void {
    const { data } = node;
    if (data === '') return;
    const blank = !/\S/.test(data);
    if (blank && this.text === '') return;
    if (!blank) this.lineBreaks = 0;
    let from = 0;
    while (this.text.length + data.length - from > longestBlock) {
      const cut = cutBefore(data, from, Math.max(from + 1, from + longestBlock - this.text.length));
      this.append(node, data, from, cut);
      this.startAt(this.holder);
      from = cut;
    }
    if (from < data.length) this.append(node, data, from, data.length);
  }

  /** Something that is not text, or a border that no word runs across. */
  gap(mark: string): void {
    if (this.text !== '') this.between = mark;
  }

  /** A name may run across a line break; two in a row end a paragraph. */
  breakLine(): void {
    if (++this.lineBreaks > 1) this.startAt(this.holder);
    else this.gap('\n');
  }

  /** The start or end of an inline element. */
  crossMarkup(flow: Flow | undefined): void {
    this.crossed = true;
    if (flow === 'apart' || flow === 'drawing') this.gap(objectMark);
    else if (flow === 'word' && this.between === '') this.gap('\n');
  }

  private append(node: Text, data: string, start: number, to: number): void {
    let from = start;
    if (this.between === '' && this.crossed && this.text !== '' && isJoint(this.text, this.lastPiece(), data, from, to))
      this.between = '\n';
    const isSpaced = () => isSpace(this.text.charCodeAt(this.text.length - 1));
    if (this.between !== '\n' || !isSpaced()) this.text += this.between;
    this.between = '';
    if (isSpaced()) while (from < to && isSpace(data.charCodeAt(from))) from++;
    if (from === to) return;
    this.crossed = false;
    longSpace.lastIndex = from;
    for (let space = longSpace.exec(data); space && space.index < to; space = longSpace.exec(data)) {
      this.appendPiece(node, data, from, space.index + 1);
      from = Math.min(to, longSpace.lastIndex);
    }
    if (from < to) this.appendPiece(node, data, from, to);
  }

  private appendPiece(node: Text, data: string, from: number, to: number): void {
    const start = this.text.length;
    this.text += from === 0 && to === data.length ? data : data.slice(from, to);
    this.pieces.push({ node, start, end: start + to - from, from });
  }

  private lastPiece(): number {
    return this.pieces.at(-1)?.start ?? 0;
  }
}

/** White space that CSS collapses; a no-break space is none. */
const longSpace = /[\t\n\f\r ]{2,}/g;

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}

/**
 * Whether two words meet at markup, without white space, that the page's style sets apart: small letter or digit, then capital
 * (`<b>Pegasus</b><b>Der Spion</b>`, `<span>2021</span><span>NSO</span>`); or two words in capitals (`<a>SPYWARE</a><a>NSO</a>`), unless
 * either is a lone letter, such as a drop cap. Letter by letter, nothing tells words apart. A name that is split by markup just there is much rarer.
 */
function isJoint(before: string, piece: number, after: string, from: number, to: number): boolean {
  if (!/^\p{Lu}/u.test(after.slice(from, from + 2)) || (before.length - piece === 1 && to - from === 1)) return false;
  if (/[\p{Ll}\p{Nd}]$/u.test(before.slice(-2))) return true;
  return (
    /[\p{L}\p{Nd}]\p{Lu}$/u.test(before.slice(Math.max(piece, before.length - 4))) &&
    /^\p{Lu}\p{L}/u.test(after.slice(from, Math.min(to, from + 4)))
  );
}

/** Where to cut a long text: after white space if there is some not too far back, never within a surrogate pair. */
function cutBefore(data: string, from: number, limit: number): number {
  const reach = Math.max(from, limit - 4096);
  for (let at = limit; at > reach; at--) if (data.charCodeAt(at - 1) <= 0x20) return at;
  const code = data.charCodeAt(limit - 1);
  return code >= 0xd800 && code < 0xdc00 && limit - 1 > from ? limit - 1 : limit;
}

/** What a node does to the text around it. */
export function flowOf(node: Node): Flow | undefined {
  if (typeOf(node) !== 1) return undefined;
  const flow = flows.get(localNameOf(node as Element));
  const letters = flow === 'block' ? lettersInWordBox(node as Element) : 0;
  if (letters === 0) return flow;
  // Letters in boxes of their own make up a word
  return letters === 1 ? undefined : 'word';
}

function shadowOf(node: Node): ShadowRoot | null {
  const shadow = (node as Element).shadowRoot;
  return shadow && hostOf(shadow) ? shadow : null;
}

function isEditingHost(element: Element): boolean {
  const has: unknown = element.hasAttribute;
  if (typeof has !== 'function' || !has.call(element, 'contenteditable')) return false;
  return element.getAttribute('contenteditable') !== 'false';
}
