// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Annotation, Engine, ScannedBlock } from '../../../matching/model.ts';
import { startAnnotator, type Annotator } from '../../../page/annotator.ts';
import type { CardContent, PageChoices } from '../../../platform/exchange.ts';
import { backgroundBeside, type Beside } from '../../fixtures/beside.ts';

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
/** Whether each name stands in a sentence that disputes something. */
let isDisputed = false;

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
    matches: isDisputed
      ? found(/^.*$/g).map((span) => ({ ...span, claim: 'c1', stance: 'disputes' as const, stanceConfidence: 1 }))
      : found(/[A-Z][^.]* denies [^.]*\./g).map((span) => ({
          ...span,
          claim: 'c1',
          stance: 'restates' as const,
          stanceConfidence: 1,
        })),
  };
}

let annotator: Annotator | null = null;
let beside: Beside;
const muted = new Set<string>();
let choices: Partial<PageChoices> = {};

interface StartOptions {
  onScan?(): void;
  /** Of the card's content. */
  content?(target: string): Promise<CardContent | null>;
  /** Until when an answer of the background is under way. */
  untilAnswered?(): Promise<void>;
}

function start(html: string, { onScan, content = contentOf, untilAnswered }: StartOptions = {}) {
  document.body.innerHTML = html;
  const { engine, scanned } = stubEngine(onScan);
  const drawn: Drawn[] = [];
  const containers: HTMLElement[] = [];
  const hidden: number[][] = [];
  const controller = new AbortController();
  beside = backgroundBeside(engine, {
    choices: () => choices,
    isMuted: (what) => 'alias' in what && muted.has(what.alias),
  });
  annotator = startAnnotator({
    ask: {
      async marks(update) {
        const answer = await beside.askForMarks(update);
        await untilAnswered?.();
        return answer;
      },
      card: content,
    },
    drawing: () => ({
      css: '',
      draw(container, { model }, actions) {
        drawn.push(model as unknown as Drawn);
        containers.push(container);
        const close = document.createElement('button');
        close.addEventListener('click', () => actions.close());
        container.append(close);
      },
    }),
    signal: controller.signal,
    marksCss: '',
    onHidden: (places) => hidden.push(places),
    onExplore: () => {},
    onMute: async () => true,
    openShadow: true,
  });
  return { scanned, drawn, containers, hidden, controller, annotator };
}

/** What a target says, as the content of its card. */
interface Drawn {
  alias?: string;
  claims?: [string, string][];
}
const contentOf = async (target: string) =>
  ({ model: JSON.parse(target) as Drawn, language: 'en', words: null, alias: null }) as unknown as CardContent;
const dossier = () => beside.session().dossier();

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
  const viewport = { offsetLeft: 0, offsetTop: 0, width: 1000, height: 800 };
  vi.stubGlobal('visualViewport', Object.assign(new EventTarget(), viewport));
  vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([new DOMRect(0, 0, 40, 20)] as unknown as DOMRectList);
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('StaticRange', FakeStaticRange);
  vi.stubGlobal('CSS', { highlights: registry, supports: () => false });
  vi.stubGlobal('scheduler', { postTask: async (task: () => void) => task() });
});
afterEach(async () => {
  annotator?.stop();
  muted.clear();
  choices = {};
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
  expect(marksIn('contested')).toEqual(['Nobody denies Pegasus.']);
  expect(document.body.innerHTML).toBe(html);
  expect(host(), 'no host before a card').toBeNull();
});

test('in forced colours of a sentence only the first word is painted, and it is whole otherwise', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  const { annotator: running } = start('<p>The NSO spoke. Nobody denies Pegasus.</p>');
  await settle();
  expect(marksIn('contested')).toEqual(['Nobody']);
  expect(marksIn('mention')).toEqual(['NSO', 'Pegasus']);
  running.jump(dossier().matches[0]!.place);
  expect(marksIn('flash')).toEqual(['Nobody denies Pegasus.']);
  document.querySelector('p')!.remove();
  await settle();
  expect(marksIn('contested')).toEqual([]);
});

test('a page without a mention gets nothing', async () => {
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

test('text that goes takes its marks with it', async () => {
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

test('the background’s dossier follows the page', async () => {
  start('<p>The NSO spoke. Nobody denies Pegasus.</p>');
  await settle();
  expect(dossier().mentions.map(({ entity }) => entity)).toEqual(['NSO', 'Pegasus']);
  expect(dossier().matches.map(({ sentence }) => sentence)).toEqual(['Nobody denies Pegasus.']);
  const first = document.createElement('p');
  first.textContent = 'Pegasus first';
  document.body.prepend(first);
  await settle();
  expect(dossier().mentions.map(({ entity }) => entity)).toEqual(['Pegasus', 'NSO', 'Pegasus']);
});

test('a muted alias loses its marks without a second scan', async () => {
  const { scanned, annotator: running } = start('<p>NSO and Pegasus</p>');
  await settle();
  muted.add('Pegasus');
  void running.renew();
  await settle();
  expect(marksIn('mention')).toEqual(['NSO']);
  expect(scanned.length).toBe(1);
});

test('the card stays, to undo it, when the reader mutes what it explains', async () => {
  const { annotator: running } = start('<p>NSO</p>');
  await settle();
  running.step(1);
  await settle();
  muted.add('NSO');
  void running.renew();
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
  for (let step = 0; step < 3; step++) {
    running.step(1);
    await settle();
  }
  expect(drawn.map(({ alias, claims = [] }) => [alias, claims.length])).toEqual([
    ['NSO', 0],
    ['Pegasus', 1],
    ['NSO', 0],
  ]);
});

test('an open card tells what its sentence is found to claim meanwhile, and keeps what the reader is at in it', async () => {
  const { drawn, containers } = start('<p>The firm NSO</p>');
  await settle();
  annotator!.step(1);
  await settle();
  expect(drawn.at(-1)).toEqual({ entity: 'NSO', alias: 'NSO' });
  isDisputed = true;
  onTestFinished(() => {
    isDisputed = false;
  });
  beside.restart();
  void annotator!.renew();
  await settle();
  expect(drawn.at(-1)!.claims).toEqual([['c1', 'disputes']]);
  expect(containers.at(-1)).toBe(containers[0]);
});

test('a background that was restarted is told everything again, and the marks stay', async () => {
  const { scanned } = start('<p>The NSO spoke.</p><p>Pegasus</p>');
  await settle();
  const before = [...registry.get('bridle-mention')!];
  beside.restart();
  document.body.append(Object.assign(document.createElement('p'), { textContent: 'NSO again' }));
  await settle();
  expect(marksIn('mention')).toEqual(['NSO', 'Pegasus', 'NSO']);
  expect([...registry.get('bridle-mention')!].slice(0, 2)).toEqual(before);
  expect(scanned.slice(-3)).toEqual(['The NSO spoke.', 'Pegasus', 'NSO again']);
});

test('a card that comes too late is not shown', async () => {
  const answers: (() => void)[] = [];
  const { drawn, annotator: running } = start('<p>NSO sells Pegasus.</p>', {
    content: (target) => new Promise((resolve) => answers.push(() => void contentOf(target).then(resolve))),
  });
  await settle();
  running.step(1);
  running.step(1);
  answers[1]!();
  await settle();
  answers[0]!();
  await settle();
  expect(drawn.map(({ alias }) => alias)).toEqual(['Pegasus']);
});

test('where nobody answers no card opens, and the page is as before', async () => {
  const { drawn, annotator: running } = start('<p>NSO</p>', { content: async () => null });
  await settle();
  running.step(1);
  await settle();
  expect(drawn).toEqual([]);
  expect(host()).toBeNull();
});

test('jumps to a place of the dossier', async () => {
  const { drawn, annotator: running } = start('<p>The NSO spoke. Nobody denies Pegasus.</p>');
  await settle();
  running.jump(dossier().matches[0]!.place);
  await settle();
  expect(drawn).toEqual([{ claims: [['c1', 'restates']] }]);
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

test('hidden, nothing is painted, what comes later neither; a jump still leads to its place, and all comes back', async () => {
  const { drawn, annotator: running } = start('<p>The NSO spoke.</p>');
  await settle();
  choices = { isHidden: true };
  running.hide(true);
  expect(registry.size, 'at once').toBe(0);
  document.body.append(Object.assign(document.createElement('p'), { textContent: 'Pegasus' }));
  await settle();
  expect(registry.size).toBe(0);
  running.jump(dossier().mentions[0]!.place);
  await vi.advanceTimersByTimeAsync(1);
  expect(marksIn('flash')).toEqual(['NSO']);
  expect(marksIn('mention')).toEqual([]);
  expect(drawn).toMatchObject([{ alias: 'NSO' }]);
  choices = {};
  running.hide(false);
  expect(marksIn('mention')).toEqual(['NSO', 'Pegasus']);
  await settle();
  expect(marksIn('mention')).toEqual(['NSO', 'Pegasus']);
});

test('shown again while an answer that still says hidden is under way, all comes back', async () => {
  let answered = Promise.resolve();
  const { annotator: running } = start('<p>The NSO spoke.</p>', { untilAnswered: () => answered });
  await settle();
  choices = { isHidden: true };
  running.hide(true);
  await settle();
  let answer = () => {};
  answered = new Promise((done) => (answer = done));
  document.body.append(Object.assign(document.createElement('p'), { textContent: 'Pegasus' }));
  await settle();
  choices = {};
  running.hide(false);
  answered = Promise.resolve();
  answer();
  await settle();
  expect(marksIn('mention')).toEqual(['NSO', 'Pegasus']);
});

test('a frame that comes while marks are hidden paints none', async () => {
  choices = { isHidden: true };
  start('<p>The NSO spoke.</p>');
  await settle();
  expect(dossier().mentions).toHaveLength(1);
  expect(registry.size).toBe(0);
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

const order = () => dossier().mentions.map(({ before, text }) => before.trim() + text);

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
  await vi.advanceTimersByTimeAsync(1);
  expect(marksIn('flash')).toEqual(['Pegasus']);
  await vi.advanceTimersByTimeAsync(2000);
  expect(marksIn('flash')).toEqual([]);
});
