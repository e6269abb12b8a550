// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Annotation, Engine, ScannedBlock } from '../../../matching/model.ts';
import { startAnnotator, type Annotator } from '../../../page/annotator.ts';
import type { Dossier, Target } from '../../../page/model.ts';

/** What happy-dom lacks of the highlights, in the smallest form. */
class FakeHighlight extends Set<StaticRange> {
  priority = 0;
}
function FakeStaticRange(this: StaticRange, init: StaticRangeInit) {
  Object.assign(this, init);
}
const registry = new Map<string, FakeHighlight>();

/** Marks the word NSO and Pegasus; a sentence that denies something is a claim match. Counts what it is given to read. */
function stubEngine(onScan?: () => void) {
  const scanned: string[] = [];
  const engine: Engine = {
    scan(text) {
      onScan?.();
      scanned.push(text);
      return { text };
    },
    *link(blocks) {
      yield;
      return blocks.map(annotate);
    },
  };
  return { engine, scanned };
}
/** Whether the claims have been judged: on a page that comes later than the names. */
let isJudged = true;

function annotate({ text }: ScannedBlock): Annotation {
  const found = (expression: RegExp) =>
    [...text.matchAll(expression)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      confidence: 0.9,
    }));
  return {
    mentions: found(/NSO|Pegasus/g).map((span) => ({
      ...span,
      entity: span.text,
      alias: span.text,
      distance: 0,
      cues: [],
      doubtful: false,
    })),
    matches: !isJudged
      ? []
      : found(/[A-Z][^.]* denies [^.]*\./g).map((span) => ({
          ...span,
          claim: 'c1',
          stance: 'restates' as const,
          stanceConfidence: 1,
        })),
  };
}

let annotator: Annotator | null = null;
const muted = new Set<string>();

function start(html: string, onScan?: () => void) {
  document.body.innerHTML = html;
  const { engine, scanned } = stubEngine(onScan);
  const dossiers: Dossier[] = [];
  const drawn: Target[] = [];
  const containers: HTMLElement[] = [];
  const controller = new AbortController();
  annotator = startAnnotator({
    engine,
    draw(container, target, actions) {
      drawn.push(target);
      containers.push(container);
      const close = document.createElement('button');
      close.addEventListener('click', () => actions.close());
      container.append(close);
    },
    signal: controller.signal,
    dwellMs: 300,
    cardCss: '',
    marksCss: '',
    onChange: (dossier) => dossiers.push(dossier),
    muted: (alias) => muted.has(alias),
    onMute: () => {},
    openShadow: true,
  });
  return { scanned, dossiers, drawn, containers, controller, annotator };
}

/** Lets observers, timers and slices do their work. */
async function settle() {
  for (let turn = 0; turn < 10; turn++) await vi.advanceTimersByTimeAsync(100);
}
const marksIn = (name: string) =>
  [...(registry.get(`bridle-${name}`) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) =>
    startContainer === endContainer ? (startContainer as Text).data.slice(startOffset, endOffset) : '(across nodes)',
  );
const host = () => document.querySelector('bridle-card');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'requestAnimationFrame'] });
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('StaticRange', FakeStaticRange);
  vi.stubGlobal('CSS', { highlights: registry, supports: () => false });
  vi.stubGlobal('scheduler', { postTask: async (task: () => void) => task() });
});
afterEach(async () => {
  annotator?.stop();
  muted.clear();
  await settle();
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('marks mentions and the sentences that match claims, and leaves the markup alone', async () => {
  const html = '<p>The NSO spoke. Nobody denies Pegasus.</p>';
  start(html);
  await settle();
  expect(marksIn('mention')).toEqual(['NSO', 'Pegasus']);
  expect(marksIn('claim')).toEqual(['Nobody denies Pegasus.']);
  expect(document.body.innerHTML).toBe(html);
  expect(host()?.parentNode).toBe(document.documentElement);
});

test('a page without a mention gets no host', async () => {
  start('<p>Nothing here.</p>');
  await settle();
  expect(host()).toBeNull();
  expect(registry.size).toBe(0);
});

test('only what changed is read again', async () => {
  const { scanned } = start(`<div id="feed">${'<p>one of many</p>'.repeat(50)}</div>`);
  await settle();
  expect(scanned.length).toBe(50);
  scanned.length = 0;
  const added = document.createElement('p');
  added.textContent = 'NSO came';
  document.querySelector('#feed')!.append(added);
  document.querySelector('p')!.firstChild!.nodeValue = 'Pegasus came';
  await settle();
  expect(scanned.toSorted()).toEqual(['NSO came', 'Pegasus came']);
  expect(marksIn('mention').toSorted()).toEqual(['NSO', 'Pegasus']);
});

test('a page that draws the same text again is not scanned again, and marked where the text is now', async () => {
  const { scanned } = start('<p>The NSO spoke.</p>');
  await settle();
  scanned.length = 0;
  const paragraph = document.querySelector('p')!;
  paragraph.replaceChildren('The NSO spoke.');
  await settle();
  expect(scanned).toEqual([]);
  const [range] = registry.get('bridle-mention')!;
  expect(range!.startContainer).toBe(paragraph.firstChild);
});

test('an edit takes the mark off at once where the name is gone, before the text is read again', async () => {
  start('<p>The NSO spoke.</p>');
  await settle();
  document.querySelector('p')!.firstChild!.nodeValue = 'The ONS counted.';
  await Promise.resolve();
  await vi.advanceTimersByTimeAsync(1);
  expect(marksIn('mention')).toEqual([]);
});

test('text that goes takes its marks, and at the last the host, with it', async () => {
  start('<p>The NSO spoke.</p><section><p>Pegasus</p></section>');
  await settle();
  document.querySelector('section')!.remove();
  await settle();
  expect(marksIn('mention')).toEqual(['NSO']);
  document.body.replaceChildren();
  await settle();
  expect(registry.size).toBe(0);
  expect(host()).toBeNull();
});

test('the dossier lists mentions and matches in reading order, again when they change', async () => {
  const { dossiers } = start('<p>The NSO spoke. Nobody denies Pegasus.</p>');
  await settle();
  expect(dossiers.at(-1)!.mentions.map(({ entity }) => entity)).toEqual(['NSO', 'Pegasus']);
  expect(dossiers.at(-1)!.matches.map(({ sentence }) => sentence)).toEqual(['Nobody denies Pegasus.']);
  const first = document.createElement('p');
  first.textContent = 'Pegasus first';
  document.body.prepend(first);
  await settle();
  expect(dossiers.at(-1)!.mentions.map(({ entity }) => entity)).toEqual(['Pegasus', 'NSO', 'Pegasus']);
});

test('a muted alias loses its marks without a second scan', async () => {
  const { scanned, annotator: running } = start('<p>NSO and Pegasus</p>');
  await settle();
  muted.add('Pegasus');
  running.refresh();
  await settle();
  expect(marksIn('mention')).toEqual(['NSO']);
  expect(scanned.length).toBe(1);
});

test('the card stays, to undo it, when the reader mutes what it explains; with it goes the host', async () => {
  const { annotator: running } = start('<p>NSO</p>');
  await settle();
  running.step(1);
  muted.add('NSO');
  running.refresh();
  await settle();
  expect(registry.has('bridle-mention')).toBe(false);
  const card = host()!.shadowRoot!.querySelector('.bridle-card')!;
  expect(card).not.toBeNull();
  card.querySelector('button')!.click();
  expect(host()).toBeNull();
});

test('steps through the mentions, and knows the sentence of each', async () => {
  const { drawn, annotator: running } = start('<p>The NSO spoke. Nobody denies Pegasus.</p>');
  await settle();
  running.step(1);
  running.step(1);
  running.step(1);
  expect(drawn.map(({ mention, matches }) => [mention?.text, matches.length])).toEqual([
    ['NSO', 0],
    ['Pegasus', 1],
    ['NSO', 0],
  ]);
});

test('an open card tells what its sentence is found to claim meanwhile, and keeps what the reader is at in it', async () => {
  isJudged = false;
  const { drawn, containers } = start('<p>The firm NSO denies it.</p>');
  await settle();
  annotator!.step(1);
  expect(drawn.at(-1)!.matches).toEqual([]);
  isJudged = true;
  annotator!.refresh();
  await settle();
  expect(drawn.at(-1)!.matches.map(({ claim }) => claim)).toEqual(['c1']);
  expect(containers.at(-1)).toBe(containers[0]);
});

test('what a sentence is found to claim is marked at once, however long the page took to read', async () => {
  isJudged = false;
  let spentMs = 0;
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + spentMs);
  start('<p>The firm NSO denies it.</p>', () => {
    spentMs += 500;
  });
  await vi.advanceTimersByTimeAsync(100);
  expect(marksIn('mention')).toEqual(['NSO']);
  isJudged = true;
  annotator!.refresh();
  await vi.advanceTimersByTimeAsync(100);
  expect(marksIn('claim')).toEqual(['The firm NSO denies it.']);
});

test('jumps to a place of the dossier', async () => {
  const { drawn, annotator: running } = start('<p>The NSO spoke. Nobody denies Pegasus.</p>');
  await settle();
  running.jump(running.dossier().matches[0]!.place);
  expect(drawn).toMatchObject([{ mention: null, matches: [{ claim: 'c1' }] }]);
});

test('what the page takes out of the registry is put back at the next change', async () => {
  start('<p>NSO</p>');
  await settle();
  registry.get('bridle-mention')!.clear();
  registry.clear();
  document.body.append(Object.assign(document.createElement('p'), { textContent: 'Pegasus' }));
  await settle();
  expect(marksIn('mention').toSorted()).toEqual(['NSO', 'Pegasus']);
});

test('stopping, or the signal, leaves nothing', async () => {
  const { controller, scanned } = start('<p>NSO</p>');
  await settle();
  controller.abort();
  expect(registry.size).toBe(0);
  expect(host()).toBeNull();
  scanned.length = 0;
  document.body.append(Object.assign(document.createElement('p'), { textContent: 'Pegasus' }));
  await settle();
  expect(scanned).toEqual([]);
  expect(registry.size).toBe(0);
});

const order = () => annotator!.dossier().mentions.map(({ before, text }) => before.trim() + text);

test('the dossier is in reading order where one paragraph stands within the text of another element', async () => {
  start('<div>first NSO <p>second NSO</p> third NSO</div>');
  await settle();
  expect(order()).toEqual(['firstNSO', 'secondNSO', 'thirdNSO']);
});

test('what the page moves moves in the dossier', async () => {
  start('<ul><li id="a">first NSO</li><li>second NSO</li><li>third NSO</li></ul>');
  await settle();
  document.querySelector('ul')!.append(document.querySelector('#a')!);
  await settle();
  expect(order()).toEqual(['secondNSO', 'thirdNSO', 'firstNSO']);
});

test('a text that is moved into another element is marked once', async () => {
  start('<div><p>NSO</p></div>');
  await settle();
  const paragraph = document.querySelector('p')!;
  paragraph.replaceWith(paragraph.firstChild!);
  await settle();
  expect(marksIn('mention')).toEqual(['NSO']);
});

test('stepping on quickly flashes one mark at a time, and in the end none', async () => {
  const { annotator } = start('<p>NSO sells Pegasus.</p>');
  await settle();
  annotator.step(1);
  annotator.step(1);
  expect(marksIn('flash')).toEqual(['Pegasus']);
  await vi.advanceTimersByTimeAsync(2000);
  expect(marksIn('flash')).toEqual([]);
});
