/** Random documents as plain values, so that they can be shrunk, printed and built twice. */
import fc from 'fast-check';

export type Sprout =
  | string
  | { comment: string }
  | { tag: string; hidden?: 'attribute' | 'display' | 'visibility' | undefined; shadow?: Sprout[]; children: Sprout[] };

const WORDS = [
  'NSO Group',
  'NSO',
  'Pegasus',
  'the spyware Pegasus',
  'Jean Asselborn',
  'Asselborn',
  'Shalev Hulio',
  'Forbidden Stories',
  'NSO Group denies it.',
  'NSO',
  ' Group',
  'Peg',
  'asus',
  'Jean',
  'Assel',
  'born',
  'spyware',
  'minister',
  'journalists',
  'rain until noon',
  'horse',
  '. ',
  ', ',
  ' ',
  '\n',
  '',
];
const INLINE = ['b', 'i', 'a', 'span', 'sub', 'wbr', 'br', 'ruby', 'rt', 'mark', 'x-word'];
const BLOCKS = ['p', 'div', 'section', 'h2', 'ul', 'li', 'table', 'tr', 'td', 'form', 'blockquote', 'button'];
const UNREAD = ['style', 'textarea', 'pre', 'code', 'template', 'img', 'input', 'select'];

const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' ').replaceAll(/ ( |(?=[.,]))/g, '$1'));
/** Names whole and in halves, to be put together by their neighbours. */
const half = fc.constantFrom('NSO', ' Group', 'NSO ', 'Group', 'Peg', 'asus', 'Jean ', 'Asselborn', 'spyware ');
const leaf: fc.Arbitrary<Sprout> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 3, arbitrary: half },
  { weight: 1, arbitrary: fc.constant({ comment: 'Pegasus' }) },
);

/** A few nodes with what is in them. */
export const sprouts: fc.Arbitrary<Sprout[]> = fc.letrec<{ sprout: Sprout; several: Sprout[] }>((tie) => {
  const element = (tags: string[]) =>
    fc.record({
      tag: fc.constantFrom(...tags),
      hidden: fc.option(fc.constantFrom('attribute' as const, 'display' as const, 'visibility' as const), {
        freq: 8,
        nil: undefined,
      }),
      children: tie('several'),
    });
  return {
    sprout: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 5, arbitrary: leaf },
      { weight: 3, arbitrary: element(INLINE) },
      { weight: 4, arbitrary: element(BLOCKS) },
      { weight: 1, arbitrary: element(UNREAD) },
      {
        weight: 1,
        arbitrary: fc.record({
          tag: fc.constantFrom('div', 'x-frame'),
          shadow: tie('several'),
          children: tie('several'),
        }),
      },
    ),
    several: fc.array(tie('sprout'), { maxLength: 5 }),
  };
}).several;

/** Builds the nodes; told of each shadow root that it makes. */
export function build(sprout: Sprout, onShadow: (root: ShadowRoot) => void): Node {
  if (typeof sprout === 'string') return document.createTextNode(sprout);
  if ('comment' in sprout) return document.createComment(sprout.comment);
  const element = document.createElement(sprout.tag);
  // Fields that hide what the form inherits, as they do on many pages.
  if (sprout.tag === 'input') element.setAttribute('name', 'firstChild');
  if (sprout.hidden === 'attribute') element.hidden = true;
  // As an attribute: when Chromium makes one of what `style` was told, and in which order, depends on who looks.
  else if (sprout.hidden)
    element.setAttribute('style', sprout.hidden === 'display' ? 'display: none' : 'visibility: hidden');
  if (sprout.shadow) {
    const root = element.attachShadow({ mode: 'open' });
    onShadow(root);
    root.append(...sprout.shadow.map((child) => build(child, onShadow)));
  }
  Node.prototype.appendChild.call(element, fragmentOf(sprout.children, onShadow));
  return element;
}

export function fragmentOf(several: Sprout[], onShadow: (root: ShadowRoot) => void): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...several.map((sprout) => build(sprout, onShadow)));
  return fragment;
}
