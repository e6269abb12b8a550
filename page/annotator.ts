/** Marks a page as the background says, and shows its cards: the page layer, wired together. */
import { createCardContents } from './card-contents.ts';
import { removeLeftHosts } from './card-host.ts';
import { createCard, type CardController } from './card.ts';
import { isSentence, type CardContent, type PageChoices } from '../platform/exchange.ts';
import { canBeSeen, holdClippingBoxes } from './in-sight.ts';
import { placeOf, samePlace } from './mark.ts';
import { createInView } from './in-view.ts';
import { createMarks, type Mark, type Marks } from './marks.ts';
import { DEFAULT_LOOKS } from '../platform/default-looks.ts';
import type { CardKey } from '../platform/settings-values.ts';
import type { DrawCard } from './model.ts';
import { parentOf, rootElementOf } from './nodes.ts';
import { createPageReader, type PageReader } from './page-reader.ts';
import { createPainter, type Painted, type Painter } from './painter.ts';
import { listenToPointer } from './pointer.ts';
import type { PageBlock } from './reading.ts';
import { createSchedule } from './schedule.ts';
import { createPageSession, type AskForMarks } from './session.ts';
import { nextStop } from './steps.ts';
import { createTicks } from './ticks.ts';
import { viewOf } from './view.ts';
import { watchVisibility } from './visible.ts';
import { watchChanges } from './watch.ts';

export interface AnnotatorOptions {
  ask: {
    marks: AskForMarks;
    /** What the card of a mark shows; null where nobody answers. */
    card(target: string): Promise<CardContent | null>;
  };
  draw: DrawCard;
  /** Ends everything, as `stop` does. */
  signal: AbortSignal;
  /** The text of the card's style sheet. */
  cardCss: string;
  /** The text of marks.css, for shadow trees that do not inherit it. */
  marksCss: string;
  /** Which places are not marked because the page hides them, each time that has changed. */
  onHidden(places: number[]): void;
  /** A click on a mark, where there is no room for a card. */
  onNoRoom(content: CardContent): void;
  onMute(target: string, where: 'here' | 'everywhere', isMuted: boolean): Promise<boolean>;
  /** For tests: they cannot look into a closed shadow tree. */
  openShadow?: boolean;
}

export interface Annotator {
  /** Opens the card of the next or previous mention, with the focus in it. */
  step(direction: 1 | -1): void;
  /** Scrolls to a place of the dossier and opens its card. */
  jump(place: number): void;
  /** Hides all marks, and with them their cards, or shows them again. */
  hide(isHidden: boolean): void;
  /** Tells which places are in view, now and as that changes, until the signal. */
  watchView(tell: (places: number[]) => void, signal: AbortSignal): void;
  /** Asks the background again: what the reader chose has changed, or the background has forgotten the page. Settles when that is done. */
  renew(): Promise<void>;
  /** Takes everything off the page. */
  stop(): void;
}

/** A page of fewer characters is done before a first view of it would be. */
const longPageCharacters = 200_000;

export function startAnnotator(options: AnnotatorOptions): Annotator {
  const stopping = new AbortController();
  const { signal } = stopping;
  options.signal.addEventListener('abort', () => stopping.abort(), { signal });
  let choices: PageChoices = { ...DEFAULT_LOOKS, isHidden: false };

  const marks = createMarks(document, options.marksCss);
  const reader = createPageReader({ onRoot: (root) => watch.observe(root), onRootGone: marks.leave });
  const session = createPageSession(options.ask.marks);
  const contents = createCardContents(options.ask.card);
  const visibility = watchVisibility(signal, () => watch.nudge());
  const painter = createPainter(marks, (holder) => {
    visibility.set(reader.roots);
    visibility.await(holder);
  });
  const schedule = createSchedule({ signal });
  const watch = watchChanges({ signal, onRecords: workOff, onText: marks.loosen });
  const { draw, cardCss: css, onMute, onNoRoom, openShadow = false } = options;
  const card = createCard({
    document,
    marks,
    contents,
    draw,
    css,
    openShadow,
    onMute,
    onNoRoom,
    signal,
    // Who holds the key has made up their mind.
    dwellMs: () => (choices.cardKey === 'none' ? choices.dwellMs : 0),
    onClose: () => pointer.listen(),
  });
  const pointer = createPointer({ marks, card, signal, isNeeded, cardKey: () => choices.cardKey });
  const stops = createStops({ reader, painter, marks, card });
  const inView = createInView({ reader, painter, marks });
  const ticks = createTicks({ document, marks, onGo: stops.show, openShadow, signal });
  let isFirst = true;
  /** The background is to be asked though no text has changed. */
  let isStale = false;
  /** The places whose text the page does not show: they are looked at again with each batch. */
  let hidden = '';

  signal.addEventListener('abort', painter.clear);

  if (options.signal.aborted) stopping.abort();
  else if ((document as Document & { prerendering?: boolean }).prerendering === true) {
    document.addEventListener('prerenderingchange', start, { once: true, signal });
  } else start();

  return {
    step: stops.step,
    jump: stops.jump,
    watchView: inView.watch,
    hide(isHidden) {
      choose({ ...choices, isHidden });
      if (isHidden) card.send({ type: 'close' });
      // An answer that is under way may not know of it.
      isStale = true;
      void watch.prompt();
    },
    renew() {
      isStale = true;
      contents.forget();
      return watch.prompt();
    },
    stop: () => stopping.abort(),
  };

  function start() {
    // Neither a drawing nor a feed has text that could be marked.
    if (rootElementOf(document)?.namespaceURI !== 'http://www.w3.org/1999/xhtml') return;
    removeLeftHosts(document);
    watch.observe(document);
    watch.nudge();
  }

  /** One batch: what changed is read, told to the background, and painted as it answers. Milliseconds of this thread's work. */
  async function workOff(records: MutationRecord[] | null): Promise<number> {
    const spentMs = await schedule.run(reader.read(records));
    const blocks = reader.blocks();
    if (reader.takeChanged() || isStale) return spentMs + (await markAll(blocks));
    return hidden === '' ? spentMs : spentMs + (await paint(blocks));
  }

  /** Of a long page first what is in view. */
  async function markAll(blocks: readonly PageBlock[]): Promise<number> {
    let spentMs = 0;
    if (isFirst && blocks.reduce((sum, { text }) => sum + text.length, 0) > longPageCharacters) {
      const { from, to } = viewOf(blocks);
      spentMs = await mark(blocks.slice(from, to));
    }
    isFirst = false;
    return spentMs + (await mark(blocks));
  }

  async function mark(blocks: readonly PageBlock[]): Promise<number> {
    const answer = await session.bring(blocks);
    // Without an answer it is asked again with the next batch.
    isStale = answer === null;
    if (!answer) return 0;
    choose(answer);
    return paint(blocks);
  }

  function choose(now: PageChoices) {
    choices = now;
    marks.restyle(now.markStyle, now.isHidden);
    pointer.listen();
    drawTicks();
  }

  /** The frames of a page have no edge of their own. */
  function drawTicks() {
    const isWanted = choices.ticks && !choices.isHidden && globalThis.top === globalThis.self;
    ticks.draw(isWanted ? stops.contested() : []);
  }

  function isNeeded(): boolean {
    return (!choices.isHidden && !painter.isEmpty()) || card.shown() !== null;
  }

  async function paint(blocks: readonly PageBlock[]): Promise<number> {
    const density = choices.markStyle === 'none' ? 'none' : choices.density;
    return schedule.run(
      (function* work() {
        tell(yield* painter.paint(blocks, { density, sentences: choices.sentences }, reader.takeGone));
      })(),
    );
  }

  function tell({ changed, removed, hidden: places }: Painted) {
    visibility.set(places.length > 0 ? reader.roots : null);
    const open = card.shown();
    // Without a successor the card stays until the reader leaves it: it may offer to undo what took the mark away.
    const successor = open && removed.includes(open) ? stops.find((mark) => isSuccessor(mark, open)) : null;
    if (successor) card.replace(successor);
    if (changed) {
      pointer.listen();
      inView.nudge();
      drawTicks();
    }
    if (places.join() === hidden) return;
    hidden = places.join();
    options.onHidden(places);
  }
}

const elementOf = (mark: Mark): Element => parentOf(mark.nodes[0]!) as Element;

/** The same words at the same place of a text that the page has drawn anew. */
function isSuccessor(mark: Mark, gone: Mark): boolean {
  return mark.block.text === gone.block.text && samePlace(mark, gone);
}

interface PointerParts {
  marks: Marks;
  card: CardController;
  signal: AbortSignal;
  isNeeded(): boolean;
  cardKey(): CardKey;
}

/** A page without marks gets no listeners. */
function createPointer({ isNeeded, signal, ...parts }: PointerParts): { listen(): void } {
  let listening: AbortController | null = null;
  return {
    listen() {
      if (signal.aborted || isNeeded() === (listening !== null)) return;
      listening?.abort();
      listening = isNeeded() ? new AbortController() : null;
      if (listening) listenToPointer({ ...parts, signal: AbortSignal.any([signal, listening.signal]) });
    },
  };
}

interface StopParts {
  reader: PageReader;
  painter: Painter;
  marks: Marks;
  card: CardController;
}

/** Going from mark to mark, in the order in which they are read. */
function createStops({ reader, painter, marks, card }: StopParts) {
  let last: Mark | null = null;

  function* allMarks(): Generator<Mark, void> {
    for (const block of reader.blocks()) yield* painter.marksOf(block);
  }

  function isSeen(mark: Mark): boolean {
    return canBeSeen(marks.rects(mark)[0], elementOf(mark));
  }

  /** Only for what cannot be seen otherwise, a carousel is moved. */
  function show(mark: Mark) {
    last = mark;
    marks.restore();
    const element = elementOf(mark);
    const release = isSeen(mark) ? holdClippingBoxes(element) : null;
    Element.prototype.scrollIntoView.call(element, { block: 'center', behavior: 'instant' });
    release?.();
    marks.flash(mark);
    card.send({ type: 'open', target: mark }, { focus: true });
  }

  function find(isWanted: (mark: Mark) => boolean): Mark | null {
    for (const mark of allMarks()) if (isWanted(mark)) return mark;
    return null;
  }

  return {
    find,
    show,

    /** The sentences that are painted as contested. */
    contested: () => [...allMarks()].filter(({ kind, quiet }) => kind === 'contested' && !quiet),

    step(direction: 1 | -1) {
      const all = [...allMarks()].filter((mark) => !isSentence(mark.kind) || !(mark.quiet || hasMention(mark)));
      const current = last ? all.indexOf(last) : -1;
      const next = nextStop({
        count: all.length,
        current: current < 0 ? null : current,
        direction,
        isBefore: (stop) => (marks.rects(all[stop]!)[0]?.top ?? 0) < 0,
        isSeen: (stop) => isSeen(all[stop]!),
      });
      if (next !== null) show(all[next]!);
    },

    jump(place: number) {
      const mark = find((candidate) => placeOf(candidate) === place);
      if (mark) show(mark);
    },
  };

  /** The reader comes to such a sentence with the mention in it. */
  function hasMention({ block, start, end }: Mark): boolean {
    return painter.marksOf(block).some((mark) => !isSentence(mark.kind) && mark.start >= start && mark.end <= end);
  }
}
