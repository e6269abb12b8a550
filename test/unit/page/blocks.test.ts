// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { parseHTML } from 'linkedom';
import { readBlocks, placeOf, stillReads, type TextBlock } from '../../../page/blocks.ts';

const read = (root: Element | Document = document.body, deep = true) =>
  [...readBlocks(root, { deep })].filter((block): block is TextBlock => block !== null);
const texts = (html: string) => {
  document.body.innerHTML = html;
  return read().map(({ text }) => text.trim());
};

beforeEach(() => {
  document.body.innerHTML = '';
});

test.each([
  ['a name split by markup', '<p>The <b>Peg</b><i>a</i>sus project</p>', ['The Pegasus project']],
  ['a drop cap', '<p><span>N</span>SO Group</p>', ['NSO Group']],
  ['a name across a link', '<p>by <a href="#">NSO</a> Group</p>', ['by NSO Group']],
  ['a line break joins', '<p>NSO<br>Group</p>', ['NSO\nGroup']],
  ['two line breaks part', '<div>one<br> <br>two</div>', ['one', 'two']],
  ['a break opportunity leaves nothing', '<p>Peg<wbr>asus</p>', ['Pegasus']],
  ['a comment leaves nothing', '<p>NS<!-- x -->O</p>', ['NSO']],
  ['a picture parts words', '<p>NSO<img alt="">Group</p>', ['NSO\uFFFCGroup']],
  ['a footnote stands apart', '<p>NSO<sup>1</sup> sold</p>', ['NSO\uFFFC1\uFFFC sold']],
  ['blocks part', '<div>one<p>two</p>three</div>', ['one', 'two', 'three']],
  ['a block within an inline element parts', '<span>one<div>two</div>three</span>', ['one', 'two', 'three']],
  ['words that only a style parts', '<p><span>Pegasus</span><span>Der Spion</span></p>', ['Pegasus\nDer Spion']],
  ['a year and a name', '<p><span>2021</span><span>Pegasus</span></p>', ['2021\nPegasus']],
  ['two words in capitals', '<p><a>SPYWARE</a><a>NSO</a><a>WhatsApp</a></p>', ['SPYWARE\nNSO\nWhatsApp']],
  ['letter by letter', '<p><i>W</i><i>h</i><i>a</i><i>t</i><i>s</i><i>A</i><i>p</i><i>p</i></p>', ['WhatsApp']],
  ['an indented source', '<p>of NSO\n     Group, <b>Jean </b>\n   Asselborn</p>', ['of NSO\nGroup, Jean Asselborn']],
  ['a no-break space stays', '<p>NSO\u00A0\u00A0Group</p>', ['NSO\u00A0\u00A0Group']],
  [
    'words in boxes within a line',
    '<h2><div style="display:inline-block">NSO</div> <div style="display:inline-block">Group</div></h2>',
    ['NSO\nGroup'],
  ],
  [
    'letters in boxes within a line',
    '<h2><div style="display:inline-block"><div style="display:inline-block">N</div>' +
      '<div style="display:inline-block">S</div><div style="display:inline-block">O</div></div> sells</h2>',
    ['NSO\nsells'],
  ],
  ['words in blocks', '<div><div>NSO</div><div>Group</div></div>', ['NSO', 'Group']],
  [
    'HTML in a drawing',
    '<p>a<svg><g><text>b</text><foreignObject><p>c</p></foreignObject></g></svg>d</p>',
    ['a', 'c', 'd'],
  ],
  ['a drawing between words', '<p>NSO<svg><text>b</text></svg>Group</p>', ['NSO\uFFFCGroup']],
  ['cells part', '<table><tr><td>NSO</td><td>Group</td></tr></table>', ['NSO', 'Group']],
])('%s', (_, html, expected) => {
  expect(texts(html)).toEqual(expected);
});

test.each([
  '<script>NSO</script>',
  '<style>NSO</style>',
  '<noscript>NSO</noscript>',
  '<template>NSO</template>',
  '<pre>NSO</pre>',
  '<code>NSO</code>',
  '<kbd>NSO</kbd>',
  '<samp>NSO</samp>',
  '<textarea>NSO</textarea>',
  '<select><option>NSO</option></select>',
  '<div contenteditable="true">NSO<p>Pegasus</p></div>',
  '<div contenteditable>NSO</div>',
  '<svg><text>NSO</text></svg>',
])('not read: %s', (html) => {
  expect(texts(`<p>before</p>${html}<p>after</p>`)).toEqual(['before', 'after']);
});

test('what says that it cannot be edited is read', () => {
  expect(texts('<div contenteditable="false">NSO</div>')).toEqual(['NSO']);
});

test('shadow trees are read before the children of their host, and told of', () => {
  document.body.innerHTML = '<p>one</p><x-card><p>three</p></x-card><p>four</p>';
  const shadow = document.querySelector('x-card')!.attachShadow({ mode: 'open' });
  shadow.innerHTML = '<p>two</p><slot></slot>';
  const roots: ShadowRoot[] = [];
  const blocks = [...readBlocks(document.body, { onShadowRoot: (root) => roots.push(root) })];
  expect(blocks.map((block) => block?.text)).toEqual(['one', 'two', 'three', 'four']);
  expect(roots).toEqual([shadow]);
});

test('a form whose fields hide its properties is read like any other', () => {
  const names = [
    'firstChild',
    'nextSibling',
    'parentNode',
    'localName',
    'nodeType',
    'childNodes',
    'shadowRoot',
    'hasAttribute',
    'getAttribute',
  ];
  const fields = names.map((name) => `<input name="${name}">`).join('');
  expect(texts(`<p>before</p><form>${fields}<p>NSO</p></form><p>after</p>`)).toEqual(['before', 'NSO', 'after']);
});

test('own text only: without what block elements hold', () => {
  document.body.innerHTML = '<div>one <b>two</b><p>three</p><span>four<p>five</p></span></div>';
  expect(read(document.querySelector('div')!, false).map(({ text }) => text)).toEqual(['one two', 'four']);
});

test('offsets lead back to the characters they stand for', () => {
  document.body.innerHTML = '<p>The <b>Peg</b><wbr><i>asus</i><br>project</p>';
  const [block] = read();
  const { text } = block!;
  for (let offset = 0; offset < text.length; offset++) {
    if (text[offset] === '\n') continue;
    const at = placeOf(block!, offset, 'start');
    expect(at.node.data[at.offset]).toBe(text[offset]);
    const end = placeOf(block!, offset + 1, 'end');
    expect(end.node.data[end.offset - 1]).toBe(text[offset]);
  }
});

test('a span no longer reads as it did once the page has edited it', () => {
  document.body.innerHTML = '<p>The <b>Peg</b>asus project</p>';
  const [block] = read();
  expect(stillReads(block!, 4, 11)).toBe(true);
  document.querySelector('b')!.firstChild!.nodeValue = 'Par';
  expect(stillReads(block!, 4, 11)).toBe(false);
  expect(stillReads(block!, 12, 19)).toBe(true);
});

test('a long text comes in pieces that add up to it, cut between words', () => {
  document.body.textContent = 'Pegasus '.repeat(20_000);
  const blocks = read();
  expect(blocks.length).toBeGreaterThan(3);
  expect(blocks.map(({ text }) => text).join('')).toBe(document.body.textContent);
  for (const { text } of blocks) expect(text).toMatch(/^Pegasus .*Pegasus $/s);
  const last = blocks.at(-1)!;
  expect(placeOf(last, 0, 'start').node.data.slice(placeOf(last, 0, 'start').offset)).toBe(last.text);
});

test('ten thousand levels', () => {
  const outermost = document.createElement('div');
  let inner: Element = outermost;
  for (let depth = 0; depth < 10_000; depth++)
    inner = inner.appendChild(document.createElement(depth % 2 ? 'div' : 'span'));
  inner.textContent = 'NSO';
  expect(read(outermost).map(({ text }) => text)).toEqual(['NSO']);
});

test('many nodes without text still let the caller pause', () => {
  document.body.innerHTML = '<i></i>'.repeat(2000);
  expect([...readBlocks(document.body)].filter((block) => block === null).length).toBeGreaterThan(5);
});

test('another DOM is read the same', () => {
  const { document: other } = parseHTML(
    '<html><head><title>x</title></head><body><p>The <b>Peg</b>asus</p><form><p>NSO</p></form></body></html>',
  );
  expect(read(other).map(({ text }) => text)).toEqual(['The Pegasus', 'NSO']);
});
