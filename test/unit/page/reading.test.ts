// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readBlocks, type TextBlock } from '../../../page/blocks.ts';
import { changesOf } from '../../../page/changes.ts';
import type { Holder } from '../../../page/nodes.ts';
import { createReading, type Reading } from '../../../page/reading.ts';

function grouped(blocks: Iterable<TextBlock | null>): Map<Holder, TextBlock[]> {
  const map = new Map<Holder, TextBlock[]>();
  for (const block of blocks) if (block) map.set(block.holder, [...(map.get(block.holder) ?? []), block]);
  return map;
}

function replace(reading: Reading, read: Map<Holder, TextBlock[]>) {
  Array.from(reading.replace(read, [...read.values()].flat()));
}

function open(html: string) {
  document.body.innerHTML = html;
  const reading = createReading();
  replace(reading, grouped(readBlocks(document.body)));
  return { reading, texts: () => reading.blocks().map(({ text }) => text) };
}

/** The records of what an act changes, sorted into what is to be read again. */
function changesBy(act: () => void) {
  const observer = new MutationObserver(() => {});
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  act();
  const work = changesOf(observer.takeRecords());
  observer.disconnect();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
const find = (selector: string) => document.querySelector(selector)!;
const names = (nodes: Iterable<Holder>) =>
  [...nodes].map((node) => (node as Element).id || (node as Element).localName);

test('blocks that come later take their place in reading order', () => {
  const { reading, texts } = open('<p>1</p><p>3</p><p>5</p>');
  const read = (text: string, before: Element | null) => {
    const element = document.createElement('p');
    element.textContent = text;
    document.body.insertBefore(element, before);
    return element;
  };
  const [, third, fifth] = document.querySelectorAll('p');
  const added = [read('4', fifth!), read('6', null), read('2', third!), read('0', document.querySelector('p'))];
  replace(reading, grouped(added.flatMap((element) => [...readBlocks(element)])));
  expect(texts()).toEqual(['0', '1', '2', '3', '4', '5', '6']);
});

test('where everything is read anew, what is new does not come before what was only edited', () => {
  const { reading, texts } = open('<h1>Sport</h1><p>It rains.</p>');
  const heading = find('h1');
  heading.textContent = 'News';
  const list = document.createElement('ul');
  list.innerHTML = '<li>One</li><li>Two</li>';
  find('p').replaceWith(list);
  // New subtrees are read first, then what has changed its own text.
  replace(reading, grouped([...readBlocks(list), ...readBlocks(heading, { deep: false })]));
  expect(texts()).toEqual(['News', 'One', 'Two']);
});

test('an edited block is read anew in its place; the others stay the same objects', () => {
  const { reading, texts } = open('<p>one</p><p id="b">two</p><p>three</p>');
  const [first, second, third] = reading.blocks();
  find('#b').textContent = 'deux';
  replace(reading, grouped(readBlocks(find('#b'), { deep: false })));
  expect(texts()).toEqual(['one', 'deux', 'three']);
  expect(reading.blocks()[0]).toBe(first);
  expect(reading.blocks()[2]).toBe(third);
  expect(reading.takeGone()).toEqual([second]);
});

test('text that is drawn anew but says the same keeps its number, and each number is one block’s', () => {
  const { reading } = open('<p id="b">two</p>');
  reading.blocks()[0]!.id = 5;
  find('#b').replaceChildren('two', document.createElement('hr'), 'two');
  replace(reading, grouped(readBlocks(find('#b'), { deep: false })));
  expect(reading.blocks().map(({ id, text }) => [id, text])).toEqual([
    [5, 'two'],
    [0, 'two'],
  ]);
});

test('what has left the document is dropped', () => {
  const { reading, texts } = open('<p>one</p><section><p>two</p></section>');
  find('section').remove();
  replace(reading, new Map());
  expect(texts()).toEqual(['one']);
  expect(reading.takeGone().map(({ text }) => text)).toEqual(['two']);
});

test('a paragraph among paragraphs: only it is read', () => {
  open('<div id="feed"><p>one</p> <p>two</p></div>');
  const changes = changesBy(() =>
    find('#feed').append(Object.assign(document.createElement('p'), { id: 'new', textContent: 'three' })),
  );
  expect(names(changes.subtrees)).toEqual(['new']);
  expect(names(changes.holders)).toEqual([]);
});

test('edited text: only its own block is read', () => {
  open('<div id="a">one <p id="b">two <b>three</b></p></div>');
  const changes = changesBy(() => {
    find('b').firstChild!.nodeValue = 'trois';
  });
  expect(names(changes.holders)).toEqual(['b']);
  expect(names(changes.subtrees)).toEqual([]);
});

test('a block put between two texts, or taken from between them, has both read again', () => {
  open('<div id="a">one two</div>');
  const text = find('#a').firstChild as Text;
  const hr = document.createElement('hr');
  expect(names(changesBy(() => text.splitText(4).before(hr)).holders)).toEqual(['a']);
  const taken = changesBy(() => hr.remove());
  expect(names(taken.holders)).toEqual(['a']);
  expect(taken.removed).toBe(true);
});

test('children of what is new are not read twice', () => {
  open('<div id="a"></div>');
  const changes = changesBy(() => {
    const section = document.createElement('section');
    find('#a').append(section);
    section.innerHTML = '<p>one</p><p>two</p>';
    section.querySelector('p')!.textContent = 'uno';
  });
  expect(names(changes.subtrees)).toEqual(['section']);
  expect(names(changes.holders)).toEqual([]);
});

test('what is not read at first is not read later', () => {
  open('<div contenteditable="true"><p id="x">one</p></div><pre id="y"></pre><script type="text/plain">x</script>');
  const changes = changesBy(() => {
    find('#x').textContent = 'NSO';
    find('#x').after(document.createElement('p'));
    find('#y').append(document.createElement('p'));
    find('script').textContent = 'NSO';
  });
  expect([...changes.holders, ...changes.subtrees]).toEqual([]);
});

test('what came and went between two looks is not read', () => {
  open('<div id="a"></div>');
  const changes = changesBy(() => {
    const passing = document.createElement('p');
    find('#a').append(passing);
    passing.remove();
  });
  expect(changes.subtrees.size).toBe(0);
});
