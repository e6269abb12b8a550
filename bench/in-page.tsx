/** What the bench does inside a page, as `globalThis.pageBench`: the extension's own modules without the extension around them. */
import { render } from 'preact';
import { facts as fullFacts } from 'virtual:bridle/facts';
import { facts as packedFacts } from 'virtual:bridle/facts/en';
import { gate } from 'virtual:bridle/gate';
import { lexicon as packedLexicon } from 'virtual:bridle/lexicon';
import { words as messages } from 'virtual:bridle/words/card/en';
import { Card } from '../components/card/Card.tsx';
import cardCss from '../components/card/card.css?inline';
import { cardModel } from '../presentation/card.ts';
import { createSearch } from '../presentation/search/search.ts';
import tokensCss from '../components/tokens.css?inline';
import { createWords } from '../presentation/words.ts';
import { WordsProvider } from '../components/words.ts';
import { unpackLexicon } from '../data/unpack.ts';
import { shortId, unpackCard } from '../data/unpack-card.ts';
import { createEngine } from '../matching/engine.ts';
import { judgeElsewhere, type ClaimJudge, type Passage } from '../matching/claims/passages.ts';
import type { ClaimMatch } from '../matching/model.ts';
import { gateFor } from '../page/gate/expressions.ts';
import { startAnnotator, type Annotator } from '../page/annotator.ts';
import { watchForAffair } from '../page/gate/gate.ts';
import marksCss from '../page/marks.css?inline';
import { meter, now, reset, startMeter, timed, type Meter } from './meter.ts';
import { withAliases, withClaims } from './synthetic.ts';

declare global {
  var pageBench: typeof inPage;
}

const started = now();
const lexicon = unpackLexicon(packedLexicon);
/** Claims are judged elsewhere, for the page at once: every fifth passage claims something. */
let judge: ClaimJudge = () => [];
const engine = createEngine(lexicon, (passages) => judge(passages));
const engineMs = now() - started;
const facts = unpackCard(
  packedFacts,
  'en',
  lexicon.entities.map(({ id }) => id),
);
const words = createWords(messages, 'en');
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

  /** Milliseconds to unpack the lexicon and make the engine, measured once, when this code arrived. */
  engineMs: () => engineMs,

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
                : inPage.peer(way, names);
        inPage.stop();
        if (round >= 0) times[way].push(ms);
      }
    }
    return times;
  },

  /** Marks the page; with `sliced` false all at once, with `ownEngine` after making another engine. The times are those of Bridle's own callbacks. */
  async annotate({ sliced = true, dwellMs = 0, ownEngine = false } = {}): Promise<{
    ms: number;
    longestMs: number;
    longestGapMs: number;
    marks: number;
    claims: number;
  }> {
    const life = new AbortController();
    running = life;
    judge = judgeElsewhere(answer, () => annotator.refresh());
    const gaps = watchFrames();
    await pause(100);
    gaps.take();
    reset();
    if (!sliced) performance.now = () => 0;
    const annotator: Annotator = timed(() =>
      startAnnotator({
        engine: ownEngine ? createEngine(unpackLexicon(packedLexicon), (passages) => judge(passages)) : engine,
        draw(container, target, { close }) {
          render(
            <WordsProvider value={words}>
              <Card model={cardModel(facts, { kind: 'place', target })} onClose={close} />
            </WordsProvider>,
            container,
          );
          requestAnimationFrame(() => channelTask(() => painted(now())));
        },
        signal: life.signal,
        dwellMs,
        cardCss: tokensCss + cardCss,
        marksCss,
        onChange: () => undefined,
        muted: () => false,
        onMute: () => undefined,
        openShadow: true,
      }),
    );
    await rest();
    const { mentions, matches } = annotator.dossier();
    const marks = mentions.length + matches.length;
    performance.now = now;
    const { totalMs: ms, longestMs } = meter;
    return { ms, longestMs, longestGapMs: gaps.stop(), marks, claims: matches.length };
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
        combinePatterns: true,
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

  /** Nanoseconds for each character of the page's text, with so many aliases added to the bundled ones. */
  scan(aliases: number): number {
    const engine = createEngine(aliases === 0 ? lexicon : withAliases(lexicon, aliases));
    const texts = Array.from(document.querySelectorAll('p'), (paragraph) => paragraph.textContent);
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    for (const text of texts.slice(0, 200)) engine.scan(text);
    const from = now();
    for (const text of texts) engine.scan(text);
    return ((now() - from) * 1e6) / characters;
  },

  /** Milliseconds for each key of the queries, typed letter by letter, over so many claims more than there are. */
  search(claimCount: number, queries: readonly string[]): number[] {
    const search = createSearch(
      claimCount === 0 ? fullFacts : withClaims(fullFacts, claimCount),
      lexicon.entities,
      'en',
    );
    return queries.flatMap((query) =>
      [...query].map((_, at) => {
        const typed = query.slice(0, at + 1);
        const from = now();
        search(typed);
        return now() - from;
      }),
    );
  },
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

/** What the background would answer. */
async function answer(passages: Passage[]): Promise<ClaimMatch[][]> {
  const claim = shortId(fullFacts.claims[0]!.id);
  return passages.map(({ text }, index) => {
    const end = text.indexOf('. ') + 1;
    return index % 5 > 0 || end === 0
      ? []
      : [
          {
            start: 0,
            end,
            text: text.slice(0, end),
            claim,
            stance: 'restates',
            confidence: 0.8,
            stanceConfidence: 0.9,
          },
        ];
  });
}

/** Waits until nothing that is counted has run for a while. */
async function rest(): Promise<void> {
  for (let quiet = 0, { tasks } = meter; quiet < 8; quiet++) {
    await pause(50);
    if (meter.tasks !== tasks) quiet = 0;
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
