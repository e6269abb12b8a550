/** Random changes to a document, by the same names and numbers always the same ones. */
import fc from 'fast-check';
import { build, fragmentOf, sprouts, type Sprout } from './documents.ts';

export interface Edit {
  kind: keyof typeof acts;
  /** Which nodes are meant: the remainder, divided by how many there are. */
  which: number;
  where: number;
  sprouts: Sprout[];
  /** How many tasks of the page run before the next edit. */
  tasks: number;
}

interface Place {
  body: HTMLElement;
  /** What was taken out, to be put back somewhere. */
  shelf: ChildNode[];
  onShadow(root: ShadowRoot): void;
}

type Act = (place: Place, edit: Edit) => void;

const acts = {
  insert: (place, { which, where, sprouts: given }) =>
    insertAt(pick(holders(place), which), where, fragmentOf(given, place.onShadow)),
  remove: (place, { which }) => pickOr(nodes(place), which)?.remove(),
  shelve: (place, { which }) => {
    const node = pickOr(nodes(place), which);
    if (!node) return;
    place.shelf.push(node);
    node.remove();
  },
  unshelve: (place, { which, where }) => {
    const node = place.shelf.pop();
    if (node) insertAt(pick(holders(place), which), where, node);
  },
  move: (place, { which, where }) => {
    const node = pickOr(nodes(place), which);
    const home =
      node &&
      pick(
        holders(place).filter((holder) => !includes(node, holder)),
        where,
      );
    if (home) insertAt(home, which >> 3, node);
  },
  swap: (place, { which }) => {
    const node = pickOr(nodes(place), which);
    if (node?.nextSibling) node.before(node.nextSibling);
  },
  wrap: (place, { which, where }) => {
    const node = pickOr(nodes(place), which);
    if (!node) return;
    const wrapper = document.createElement(['b', 'p', 'span', 'div'][where % 4]!);
    node.replaceWith(wrapper);
    wrapper.append(node);
  },
  unwrap: (place, { which }) => {
    const element = pickOr(elements(place), which);
    if (!element) return;
    const fragment = document.createDocumentFragment();
    fragment.append(...childrenOf(element));
    Element.prototype.replaceWith.call(element, fragment);
  },
  empty: (place, { which }) => pick(holders(place), which).replaceChildren(),
  refill: (place, { which, sprouts: given }) =>
    pick(holders(place), which).replaceChildren(...given.map((sprout) => build(sprout, place.onShadow))),
  copy: (place, { which, where }) => {
    const node = pickOr(nodes(place), which);
    if (node) insertAt(pick(holders(place), where), which, node.cloneNode(true));
  },
  splitText: (place, { which, where }) => withText(place, which, (text) => text.splitText(where % (text.length + 1))),
  normalize: (place, { which }) => Node.prototype.normalize.call(pick(holders(place), which)),
  setText: (place, { which, sprouts: given }) =>
    withText(place, which, (text) => {
      text.data = wordsIn(given);
    }),
  extendText: (place, { which, where, sprouts: given }) =>
    withText(place, which, (text) => text.insertData(where % (text.length + 1), wordsIn(given))),
  cutText: (place, { which, where }) =>
    withText(place, which, (text) => text.deleteData(where % (text.length + 1), which % 5)),
  hide: (place, { which }) => pickOr(elements(place), which)?.toggleAttribute('hidden'),
  conceal: (place, { which, where }) => {
    pickOr(elements(place), which)?.setAttribute(
      'style',
      ['visibility: hidden', 'visibility: visible', 'display: none', ''][where % 4]!,
    );
  },
  rename: (place, { which, where }) => pickOr(elements(place), which)?.setAttribute('class', `c${where % 9}`),
} satisfies Record<string, Act>;

export const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...(Object.keys(acts) as Edit['kind'][])),
    which: fc.nat(5000),
    where: fc.nat(5000),
    sprouts,
    tasks: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(12) }),
  }),
  { minLength: 1, maxLength: 12 },
);

export function apply(place: Place, edit: Edit): void {
  acts[edit.kind](place, edit);
}

/** All nodes under the body, those in open shadow trees too. */
function* all(root: Node): Generator<ChildNode> {
  for (const child of childrenOf(root)) {
    yield child;
    const shadow = (child as Element).shadowRoot;
    if (shadow) yield* all(shadow);
    yield* all(child);
  }
}

function childrenOf(node: Node): ChildNode[] {
  const getter = Object.getOwnPropertyDescriptor(Node.prototype, 'childNodes')!.get!;
  return [...(getter.call(node) as NodeListOf<ChildNode>)];
}

function nodes({ body }: Place): ChildNode[] {
  return [...all(body)];
}

function elements(place: Place): HTMLElement[] {
  return nodes(place).filter((node) => node instanceof HTMLElement);
}

/** What can hold text: the body, elements, shadow roots. */
function holders(place: Place): (HTMLElement | ShadowRoot)[] {
  return [
    place.body,
    ...elements(place).flatMap((element) => (element.shadowRoot ? [element, element.shadowRoot] : [element])),
  ];
}

function withText(place: Place, which: number, act: (text: Text) => void): void {
  const text = pickOr(
    nodes(place).filter((node) => node instanceof Text),
    which,
  );
  if (text) act(text);
}

function insertAt(parent: HTMLElement | ShadowRoot, at: number, node: Node): void {
  const children = childrenOf(parent);
  Node.prototype.insertBefore.call(parent, node, children[at % (children.length + 1)] ?? null);
}

/** Whether a node lies in another, in its shadow trees too. */
function includes(outer: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at === outer) return true;
  return false;
}

function wordsIn(given: Sprout[]): string {
  return given.filter((sprout) => typeof sprout === 'string').join(' ');
}

function pick<Item>(list: Item[], which: number): Item {
  return list[which % list.length]!;
}

function pickOr<Item>(list: Item[], which: number): Item | undefined {
  return list[which % Math.max(1, list.length)];
}
