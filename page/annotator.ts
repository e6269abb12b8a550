/** Marks a page as the background says, and shows its cards: the page layer, wired together. */
import { createCardContents } from './card-contents.ts';
import { removeLeftHosts } from './card-host.ts';
import { createCard, type CardController } from './card.ts';
import { DEFAULT_LOOKS } from '../platform/default-looks.ts';
import type { CardContent, PageChoices } from '../platform/exchange.ts';
import { createInView } from './in-view.ts';
import { samePlace } from './mark.ts';
import { createMarking } from './marking.ts';
import { createMarks, type Mark } from './marks.ts';
import type { CardDrawing } from './model.ts';
import { rootElementOf } from './nodes.ts';
import { createPageReader } from './page-reader.ts';
import { createPainter, type Painted } from './painter.ts';
import { createPointer } from './pointer.ts';
import { createSchedule } from './schedule.ts';
import { createPageSession, type AskForMarks } from './session.ts';
import { createStops, type Stops } from './stops.ts';
import { createTicks } from './ticks.ts';
import { watchVisibility } from './visible.ts';
import { watchChanges } from './watch.ts';

export interface AnnotatorOptions {
  ask: {
    marks: AskForMarks;
    /** What the card of a mark shows, once `drawing` is there; null where nobody answers. */
    card(target: string): Promise<CardContent | null>;
  };
  /** Asked when a card's content is there. */
  drawing(): CardDrawing;
  /** Ends everything, as `stop` does. */
  signal: AbortSignal;
  /** The text of marks.css, for shadow trees that do not inherit it. */
  marksCss: string;
  /** Which places are not marked because the page hides them, each time that has changed. */
  onHidden(places: number[]): void;
  /** What a card is of is to be opened in the explorer. */
  onExplore(content: CardContent): void;
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

export function startAnnotator(options: AnnotatorOptions): Annotator {
  const stopping = new AbortController();
  const { signal } = stopping;
  options.signal.addEventListener('abort', () => stopping.abort(), { signal });
  let choices: PageChoices = { ...DEFAULT_LOOKS, isHidden: false };

  const marks = createMarks(options.marksCss);
  const reader = createPageReader({ onRoot: (root) => watch.observe(root), onRootGone: marks.leave });
  const contents = createCardContents(options.ask.card);
  const visibility = watchVisibility(signal, () => watch.nudge());
  const painter = createPainter(marks, (holder) => {
    visibility.set(reader.roots);
    visibility.await(holder);
  });
  const marking = createMarking({
    reader,
    painter,
    schedule: createSchedule({ signal }),
    session: createPageSession(options.ask.marks),
    choices: () => choices,
    onChoices: choose,
    onPainted: follow,
    onHidden: options.onHidden,
  });
  const watch = watchChanges({ signal, onRecords: marking.workOff, onText: marks.loosen });
  const { drawing, onMute, onExplore, openShadow = false } = options;
  const onClose = () => pointer.listen();
  const card = createCard({ marks, contents, drawing, openShadow, onMute, onExplore, signal, dwellMs, onClose });
  const isNeeded = () => (!choices.isHidden && !painter.isEmpty()) || card.shown() !== null;
  const pointer = createPointer({ marks, card, signal, isNeeded, cardKey: () => choices.cardKey });
  const stops = createStops({ reader, painter, marks, card });
  const inView = createInView({ reader, painter, marks });
  const ticks = createTicks({ document, marks, onGo: stops.show, openShadow, signal });

  signal.addEventListener('abort', painter.clear);

  if (options.signal.aborted) stopping.abort();
  else whenReadable(start, signal);

  return {
    step: stops.step,
    jump: stops.jump,
    watchView: inView.watch,
    hide(isHidden) {
      choose({ ...choices, isHidden });
      if (isHidden) card.send({ type: 'close' });
      // An answer that is under way may not know of it.
      marking.expire();
      void watch.prompt();
    },
    renew() {
      marking.expire();
      contents.forget();
      return watch.prompt();
    },
    stop: () => stopping.abort(),
  };

  function start() {
    removeLeftHosts(document);
    watch.observe(document);
    watch.nudge();
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

  /** Who holds the key has made up their mind. */
  function dwellMs(): number {
    return choices.cardKey === 'none' ? choices.dwellMs : 0;
  }

  function follow({ changed, removed, hidden }: Painted) {
    visibility.set(hidden.length > 0 ? reader.roots : null);
    moveCard(card, stops, removed);
    if (!changed) return;
    pointer.listen();
    inView.nudge();
    drawTicks();
  }
}

/** A page that the browser only prepares is left alone until it is shown; neither a drawing nor a feed has text that could be marked. */
function whenReadable(act: () => void, signal: AbortSignal) {
  const isPrepared = (document as Document & { prerendering?: boolean }).prerendering === true;
  if (isPrepared)
    document.addEventListener('prerenderingchange', () => whenReadable(act, signal), { once: true, signal });
  else if (rootElementOf(document)?.namespaceURI === 'http://www.w3.org/1999/xhtml') act();
}

/** Without a successor the card stays until the reader leaves it: it may offer to undo what took the mark away. */
function moveCard(card: CardController, stops: Stops, removed: readonly Mark[]) {
  const open = card.shown();
  const successor = open && removed.includes(open) ? stops.find((mark) => isSuccessor(mark, open)) : null;
  if (successor) card.replace(successor);
}

/** The same words at the same place of a text that the page has drawn anew. */
function isSuccessor(mark: Mark, gone: Mark): boolean {
  return mark.block.text === gone.block.text && samePlace(mark, gone);
}
