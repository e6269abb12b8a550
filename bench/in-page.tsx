/** What the bench does inside a page, as `globalThis.pageBench`: the extension's own modules without the extension around them. */
import { render } from 'preact';
import { gate } from 'virtual:bridle/gate';
import { lexicon } from 'virtual:bridle/lexicon';
import { Card } from '../components/card/Card.tsx';
import cardCss from '../components/card/card.css?inline';
import tokensCss from '../components/tokens.css?inline';
import { WordsProvider } from '../components/words.ts';
import type { CardContent, MarksUpdate } from '../platform/exchange.ts';
import { DEFAULT_LOOKS } from '../platform/default-looks.ts';
import { createWords, type Words } from '../presentation/words.ts';
import { gateFor } from '../page/gate/expressions.ts';
import { startAnnotator } from '../page/annotator.ts';
import { watchForAffair } from '../page/gate/gate.ts';
import marksCss from '../page/marks.css?inline';
import type { DrawCard } from '../page/model.ts';
import type { WorkerCost, WorkerRequests } from './in-worker.ts';
import { meter, now, reset, startMeter, timed, type Meter } from './meter.ts';

declare global {
  var pageBench: typeof inPage;
}

let worker: Worker;
const waiting = new Map<number, (answer: unknown) => void>();
let asked = 0;
let words: Words | null = null;
let running: AbortController | null = null;
/** Times at which a card was painted. */
let painted: (atMs: number) => void = () => undefined;
let hovered = Promise.resolve(Number.NaN);

type Peer = 'mark.js' | 'advanced-mark' | 'findAndReplaceDOMText';
type Way = 'pass' | 'gate' | 'Bridle' | Peer;

/** What the libraries look for: the same that Bridle does. */
const names = lexicon.entities.flatMap(({ aliases }) => aliases.map(({ text }) => text));
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA']);

const inPage = {
  /** One pass of a TreeWalker over the text nodes, the measure of everything else. */
  pass(): number {
    const from = now();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node.nodeType === Node.ELEMENT_NODE
        ? SKIPPED.has((node as Element).tagName)
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_SKIP
        : NodeFilter.FILTER_ACCEPT,
    );
    let length = 0;
    while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
    const ms = now() - from;
    return length < 0 ? 0 : ms;
  },

  /** Everything that the gate does on a page that is there, the making of its expression left out; whether it opened. */
  async gate(): Promise<{ ms: number; opened: boolean }> {
    const life = new AbortController();
    const speaks = gateFor(gate);
    let opened = false;
    reset();
    // When the promise's turn comes, the task that kept it has ended.
    await new Promise<void>((asked) => {
      timed(() =>
        watchForAffair({
          speaks(text) {
            asked();
            return speaks(text);
          },
          onAffair: () => void (opened = true),
          signal: life.signal,
        }),
      );
    });
    const { totalMs: ms } = meter;
    life.abort();
    return { ms, opened };
  },

  /** Starts the background from the code that runs in it, and waits until its engine is there: its start is timed in the extension. */
  async startBackground(code: string): Promise<void> {
    worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    worker.onmessage = ({ data }: MessageEvent<string>) =>
      timed(() => {
        const { number, answer } = JSON.parse(data) as { number: number; answer: unknown };
        waiting.get(number)?.(answer);
        waiting.delete(number);
      });
    await ask('cost', null);
  },

  /** What the background has spent on the page that was opened last. */
  backgroundCost: (): Promise<WorkerCost> => ask('cost', null),

  /**
   * Several ways of going through the page, in turn, each round on nodes that no script has touched. Rounds that warm the code up come
   * before and are left out. Milliseconds by name.
   */
  async inTurn(ways: readonly Way[], rounds: number, warmUps: number): Promise<Record<Way, number[]>> {
    const times = Object.fromEntries(ways.map((way) => [way, [] as number[]])) as Record<Way, number[]>;
    const body = document.body.cloneNode(true);
    for (let round = -warmUps; round < rounds; round++) {
      for (const way of ways) {
        document.body.replaceWith(body.cloneNode(true));
        // What the page itself has to lay out is not the business of who reads it.
        void document.body.offsetHeight;
        await pause(20);
        const ms =
          way === 'pass'
            ? inPage.pass()
            : way === 'gate'
              ? (await inPage.gate()).ms
              : way === 'Bridle'
                ? (await inPage.annotate()).ms
                : peerOrNothing(way);
        inPage.stop();
        if (round >= 0) times[way].push(ms);
      }
    }
    return times;
  },

  /** Marks the page; with `sliced` false all at once. The times are those of Bridle's own callbacks in the page. */
  async annotate({ sliced = true, dwellMs = 0 } = {}): Promise<{
    ms: number;
    longestMs: number;
    longestGapMs: number;
    marks: number;
    claims: number;
  }> {
    const life = new AbortController();
    running = life;
    await ask('open', {
      choices: { ...DEFAULT_LOOKS, dwellMs, isHidden: false },
    });
    const gaps = watchFrames();
    await pause(100);
    gaps.take();
    reset();
    if (!sliced) performance.now = () => 0;
    timed(() =>
      startAnnotator({
        ask: { marks: (update) => ask('marks', update), card: askForCard },
        drawing: () => ({ css: tokensCss + cardCss, draw: drawCard }),
        signal: life.signal,
        marksCss,
        onHidden: () => undefined,
        onExplore: () => undefined,
        onMute: async () => true,
        openShadow: true,
      }),
    );
    await rest();
    performance.now = now;
    const { totalMs: ms, longestMs } = meter;
    const longestGapMs = gaps.stop();
    const { mentions, matches } = await ask('cost', null);
    return { ms, longestMs, longestGapMs, marks: mentions + matches, claims: matches };
  },

  stop(): void {
    running?.abort();
  },

  /** A library's way of marking the same names: milliseconds. */
  peer(name: Peer, wanted: readonly string[]): number {
    const { MarkJs, AdvancedMark, findAndReplaceDOMText } = globalThis as unknown as Peers;
    const from = now();
    if (name === 'findAndReplaceDOMText') {
      const find = new RegExp(
        String.raw`(?<![\p{L}\p{N}])(?:${wanted.map((text) => text.replace(/[.]/g, String.raw`\.`)).join('|')})(?![\p{L}\p{N}])`,
        'giu',
      );
      findAndReplaceDOMText(document.body, { find, wrap: 'mark' });
    } else {
      const Mark = name === 'mark.js' ? MarkJs : AdvancedMark;
      new Mark(document.body).mark(wanted, {
        separateWordSearch: false,
        accuracy: 'exactly',
        diacritics: true,
        // All in one expression are more than the browser's stack takes.
        combinePatterns: 200,
      });
    }
    return now() - from;
  },

  /** The page's own edits of many of its texts. */
  edit(count: number): number {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode() && texts.length < count)
      if (/\S/.test((walker.currentNode as Text).data)) texts.push(walker.currentNode as Text);
    const from = now();
    for (const text of texts) text.data += ' x';
    return now() - from;
  },

  /** An observer that does nothing, as the measure of what observing costs at all. */
  observeOnly(): void {
    new MutationObserver(() => undefined).observe(document, { childList: true, characterData: true, subtree: true });
  },

  /** What all that was counted has taken since the last call. */
  spent(): Meter {
    const spent = { ...meter };
    reset();
    return spent;
  },

  /** Adds paragraphs at a rate for a while. */
  async grow(perSecond: number, forMs: number): Promise<void> {
    const samples = Array.from(document.querySelectorAll('main p'), (paragraph) => paragraph.textContent).slice(0, 50);
    const until = now() + forMs;
    const started = now();
    let added = 0;
    while (now() < until) {
      for (const due = ((now() - started) / 1000) * perSecond; added < due; added++) {
        const paragraph = document.createElement('p');
        paragraph.textContent = samples[added % samples.length]!;
        document.querySelector('main')!.append(paragraph);
      }
      await pause(10);
    }
  },

  /** The middle of the n-th mention that is painted, after scrolling to it; null when there is none. */
  place(index: number): { x: number; y: number } | null {
    const highlight = (CSS as unknown as { highlights: Map<string, Set<StaticRange>> }).highlights.get(
      'bridle-mention',
    );
    const wanted = highlight && [...highlight][index];
    if (!wanted) return null;
    const range = document.createRange();
    range.setStart(wanted.startContainer, wanted.startOffset);
    range.setEnd(wanted.endContainer, wanted.endOffset);
    range.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = range.getClientRects()[0]!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  },

  /** From now on the next movement of the pointer is waited for, and the card that comes of it after the dwell. */
  watchHover(dwellMs: number): void {
    const overAtMs = new Promise<number>((resolve) => {
      addEventListener('pointermove', () => resolve(now() + dwellMs), { once: true, capture: true });
    });
    const paintedAtMs = new Promise<number>((resolve) => {
      painted = resolve;
    });
    hovered = Promise.all([overAtMs, paintedAtMs]).then(([from, to]) => to - from);
  },

  /** Milliseconds from the end of the dwell to the painted card; NaN where none comes. */
  hoverMs: () => Promise.race([hovered, pause(1000).then(() => Number.NaN)]),

  /** Milliseconds for names and claims of articles, each given as blocks of text. */
  articles: (sent: WorkerRequests['articles']['sent']): Promise<number[]> => ask('articles', sent),

  /** Nanoseconds for each character of the page's text, with so many aliases added to the bundled ones. */
  scan(aliases: number): Promise<number> {
    const texts = Array.from(document.querySelectorAll('p'), (paragraph) => paragraph.textContent);
    return ask('scan', { texts, aliases });
  },

  /** Milliseconds for each key of the queries, typed letter by letter, over so many claims more than there are. */
  search: (claims: number, queries: readonly string[]): Promise<number[]> => ask('search', { claims, queries }),
};

startMeter();
globalThis.pageBench = inPage;

type Marker = new (context: Element) => { mark(names: readonly string[], options: object): void };

interface Peers {
  MarkJs: Marker;
  AdvancedMark: Marker;
  findAndReplaceDOMText(element: Element, options: object): void;
}

/** Not counted by the meter: intervals are left alone. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      clearInterval(timer);
      resolve();
    }, ms);
  });
}

/** The message as the browser would send it: a text of JSON. */
function ask(name: 'marks', sent: WorkerRequests['marks']['sent']): Promise<MarksUpdate | 'unknown'>;
function ask(name: 'card', sent: WorkerRequests['card']['sent']): Promise<CardContent | null>;
function ask<Name extends keyof WorkerRequests>(
  name: Name,
  sent: WorkerRequests[Name]['sent'],
): Promise<WorkerRequests[Name]['got']>;
function ask(name: keyof WorkerRequests, sent: unknown): Promise<unknown> {
  const number = ++asked;
  worker.postMessage(JSON.stringify({ number, ask: name, sent }));
  return new Promise((resolve) => waiting.set(number, resolve));
}

const drawCard: DrawCard = (container, { model }, { close }) => {
  render(
    <WordsProvider value={words}>
      <Card view={model} onClose={close} />
    </WordsProvider>,
    container,
  );
  requestAnimationFrame(() => channelTask(() => painted(now())));
};

async function askForCard(target: string): Promise<CardContent | null> {
  const content = await ask('card', { target, words: words?.language ?? null });
  if (content?.words) words = createWords(content.words, content.language);
  return content;
}

/** NaN where a library gives up on the names: of long lists some make expressions that overflow the browser's stack. */
function peerOrNothing(way: Peer): number {
  try {
    return inPage.peer(way, names);
  } catch {
    return Number.NaN;
  }
}

/** Waits until nothing that is counted has run for a while, and the background owes no answer. */
async function rest(): Promise<void> {
  for (let quiet = 0, { tasks } = meter; quiet < 8; quiet++) {
    await pause(50);
    if (meter.tasks !== tasks || waiting.size > 0) quiet = 0;
    ({ tasks } = meter);
  }
}

function channelTask(act: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = act;
  port2.postMessage(null);
}

/** The longest time between two frames. */
function watchFrames(): { take(): number; stop(): number } {
  let last = 0;
  let longest = 0;
  let handle = requestAnimationFrame(function frame(atMs) {
    if (last > 0) longest = Math.max(longest, atMs - last);
    last = atMs;
    handle = requestAnimationFrame(frame);
  });
  const take = (): number => {
    const was = longest;
    longest = 0;
    return was;
  };
  return { take, stop: () => (cancelAnimationFrame(handle), take()) };
}
