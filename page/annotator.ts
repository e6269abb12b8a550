/** Reads a page, marks what the engine finds on it, and shows what is known: the page layer, wired together. */
import type { Engine } from '../matching/model.ts';
import { holderOf, readBlocks, stillReads, type TextBlock } from './blocks.ts';
import { createCard } from './card.ts';
import { changesOf } from './changes.ts';
import { createThinning } from './density.ts';
import { dossierOf, samePlace, sameSpan, spansOf, type Span } from './mark.ts';
import { createMarks, type Mark } from './marks.ts';
import type { Density, Dossier, DrawCard, MarkStyle } from './model.ts';
import { isConnected, parentOf, rootElementOf, type Holder } from './nodes.ts';
import { listenToPointer } from './pointer.ts';
import { createReading, type PageBlock } from './reading.ts';
import { createSchedule } from './schedule.ts';
import { nextStop } from './steps.ts';
import { createUpgrades } from './upgrades.ts';
import { viewOf } from './view.ts';
import { createShown, watchVisibility, type Shown } from './visible.ts';
import { watchChanges } from './watch.ts';

export interface AnnotatorOptions {
  engine: Engine;
  draw: DrawCard;
  /** Ends everything, as `stop` does. */
  signal: AbortSignal;
  /** From the mark to the card. Read anew at each use. */
  dwellMs: number;
  /** Read anew at each `refresh`, as `markStyle` is. Default: every mention. */
  density?: Density;
  /** Default: dotted. */
  markStyle?: MarkStyle;
  /** The text of the card's style sheet. */
  cardCss: string;
  /** The text of marks.css, for shadow trees that do not inherit it. */
  marksCss: string;
  /** The page's dossier, each time it has changed; at most a few times a second. */
  onChange(dossier: Dossier): void;
  /** Whether the reader does not want this alias to be marked here. */
  muted(alias: string): boolean;
  onMute(alias: string, where: 'here' | 'everywhere'): void;
  /** For tests: they cannot look into a closed shadow tree. */
  openShadow?: boolean;
}

export interface Annotator {
  dossier(): Dossier;
  /** Opens the card of the next or previous mention, with the focus in it. */
  step(direction: 1 | -1): void;
  /** Scrolls to a place of the dossier and opens its card. */
  jump(place: number): void;
  /** Settings have changed: marks anew, without reading anew. */
  refresh(): void;
  /** Takes everything off the page. */
  stop(): void;
}

/** A page of fewer characters is done before a first view of it would be. */
const longPageCharacters = 200_000;
const onChangeIntervalMs = 300;
const blocksPerRest = 256;

export function startAnnotator(options: AnnotatorOptions): Annotator {
  const { engine, draw, onChange, onMute, muted, openShadow = false } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  options.signal.addEventListener('abort', () => stopping.abort(), { signal });

  const reading = createReading();
  const upgrades = createUpgrades();
  const schedule = createSchedule({ signal });
  const marks = createMarks(document, options.marksCss, options.markStyle);
  const marked = new Map<PageBlock, Mark[]>();
  const waiting = new Set<PageBlock>();
  const roots = new Set<Node>([document]);
  const card = createCard({
    document,
    marks,
    draw,
    css: options.cardCss,
    openShadow,
    dwellMs: () => options.dwellMs,
    onMute,
    onClose: listen,
    signal,
  });
  const visibility = watchVisibility(signal, () => watch.nudge());
  const watch = watchChanges({ signal, onRecords: workOff, onText: marks.loosen });
  let stopListening: AbortController | null = null;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let told: ReturnType<typeof setTimeout> | undefined;
  let lastStop: Mark | null = null;
  let isRead = false;
  /** The marks are to be looked at again though no text has changed. */
  let isStale = false;

  signal.addEventListener('abort', () => {
    clearTimeout(told);
    marks.clear();
    marked.clear();
    waiting.clear();
  });

  if (options.signal.aborted) stopping.abort();
  else if ((document as Document & { prerendering?: boolean }).prerendering === true) {
    document.addEventListener('prerenderingchange', start, { once: true, signal });
  } else start();

  return {
    dossier: () => dossierOf(allMarks()),

    step(direction) {
      const stops = [...allMarks()].filter((mark) => mark.mention || !hasMention(mark));
      const current = lastStop ? stops.indexOf(lastStop) : -1;
      const next = nextStop({
        count: stops.length,
        current: current < 0 ? null : current,
        direction,
        isBefore: (stop) => (marks.rects(stops[stop]!)[0]?.top ?? 0) < 0,
      });
      if (next !== null) show(stops[next]!);
    },

    jump(place) {
      for (const mark of allMarks()) if (mark.place === place) return show(mark);
    },

    refresh() {
      marks.restyle(options.markStyle ?? 'dotted');
      isStale = true;
      watch.prompt();
    },
    stop: () => stopping.abort(),
  };

  function start() {
    // Neither a drawing nor a feed has text that could be marked.
    if (rootElementOf(document)?.namespaceURI !== 'http://www.w3.org/1999/xhtml') return;
    watch.observe(document);
    watch.nudge();
  }

  /** One batch: what changed is read and scanned, then everything is linked and painted. */
  async function workOff(records: MutationRecord[] | null): Promise<number> {
    return schedule.run(batch(records));
  }

  function* batch(records: MutationRecord[] | null): Generator<unknown, void> {
    const isFirst = !isRead;
    isRead = true;
    if (isFirst || !records) {
      yield* read([rootElementOf(document)], []);
      leaveRoots();
    } else {
      const { holders, subtrees, stale, removed } = yield* changesOf(records);
      for (const host of upgrades.takeNewHosts()) subtrees.add(host);
      yield* read(subtrees, holders, stale);
      if (removed) leaveRoots();
    }
    if (!reading.takeChanged() && !isStale && waiting.size === 0) return;
    isStale = false;
    const blocks = reading.blocks();
    if (isFirst && blocks.reduce((sum, { text }) => sum + text.length, 0) > longPageCharacters) {
      const { from, to } = viewOf(blocks);
      yield* scan(blocks.slice(from, to));
      yield* publish(blocks.slice(from, to));
    }
    yield* scan(blocks);
    yield* publish(blocks);
  }

  function* read(
    subtrees: Iterable<Element>,
    holders: Iterable<Holder>,
    stale: Iterable<Holder> = [],
  ): Generator<unknown, void> {
    const found = new Map<Holder, TextBlock[]>(Array.from(stale, (holder) => [holder, []]));
    const inOrder: TextBlock[] = [];
    const keep = (block: TextBlock) => {
      inOrder.push(block);
      const same = found.get(block.holder);
      if (same) same.push(block);
      else found.set(block.holder, [block]);
    };
    for (const subtree of subtrees) {
      const outer = holderOf(subtree);
      for (const block of readBlocks(subtree, { onShadowRoot: watchRoot, onUnknown: upgrades.await })) {
        // The text beside an inline element belongs to a block that is read as a whole.
        if (block && (block.holder !== outer || outer === subtree)) keep(block);
        yield;
      }
    }
    for (const holder of holders) {
      if (!found.has(holder)) found.set(holder, []);
      for (const block of readBlocks(holder, { deep: false })) {
        if (block) keep(block);
        yield;
      }
    }
    yield* reading.replace(found, inOrder);
  }

  /** Whatever is remembered of a page that makes and drops elements all day would be kept alive with all its nodes. */
  function leaveRoots() {
    for (const root of roots) {
      if (isConnected(root)) continue;
      roots.delete(root);
      marks.leave(root);
    }
  }

  function watchRoot(root: ShadowRoot) {
    if (roots.has(root)) return;
    roots.add(root);
    watch.observe(root);
  }

  function* scan(blocks: readonly PageBlock[]): Generator<unknown, void> {
    for (const block of blocks) {
      if (block.scan) continue;
      block.scan = engine.scan(block.text);
      yield;
    }
  }

  /** Looks first, in slices, then paints at once: each painting costs the page a frame's work. */
  function* publish(blocks: readonly PageBlock[]): Generator<unknown, void> {
    const annotations = yield* engine.link(blocks.map(({ scan }) => scan!));
    yield;
    const wanted: [PageBlock, Mark[]][] = [];
    const shown = createShown();
    const thinning = createThinning(options.markStyle === 'none' ? 'none' : (options.density ?? 'every'));
    waiting.clear();
    for (const [at, block] of blocks.entries()) {
      if (at % blocksPerRest === 0) yield;
      thinning.enter(block.holder);
      const { mentions, matches } = annotations[at]!;
      const before = marked.get(block) ?? [];
      if (mentions.length === 0 && matches.length === 0) {
        if (before.length > 0) wanted.push([block, []]);
        continue;
      }
      const spans = spansOf(annotations[at]!, muted);
      const isKnown = before.length === spans.length && before.every((mark, index) => sameSpan(mark, spans[index]!));
      const readable = isKnown ? spans : spans.filter((span) => isReadable(block, span, shown));
      if (readable.length < spans.length) {
        // At once: what shows itself before the end of this look would be missed.
        visibility.set(roots);
        waiting.add(block);
      }
      const now = thinning
        .thin(readable)
        .map(
          (span) =>
            before.find((mark) => sameSpan(mark, span) && !mark.quiet === !span.quiet) ?? marks.make(block, span),
        );
      if (isKnown && now.every((mark, index) => mark === before[index])) continue;
      wanted.push([block, now]);
      yield;
    }
    paint(wanted);
    visibility.set(waiting.size > 0 ? roots : null);
  }

  function isReadable(block: PageBlock, { start, end }: Span, shown: Shown): boolean {
    const piece = block.pieces.find((candidate) => candidate.end > start)!;
    return isConnected(piece.node) && stillReads(block, start, end) && shown(piece.node);
  }

  function paint(wanted: [PageBlock, Mark[]][]) {
    let changed = false;
    const open = card.shown();
    let openIsGone = false;
    const drop = (mark: Mark) => {
      changed = true;
      openIsGone ||= mark === open;
      marks.remove(mark);
    };
    for (const block of reading.takeGone()) {
      for (const mark of marked.get(block) ?? []) drop(mark);
      marked.delete(block);
    }
    for (const [block, now] of wanted) {
      const before = marked.get(block) ?? [];
      for (const mark of before) if (!now.includes(mark)) drop(mark);
      for (const mark of now) {
        if (before.includes(mark)) continue;
        changed = true;
        marks.add(mark);
      }
      if (now.length > 0) marked.set(block, now);
      else marked.delete(block);
    }
    marks.restore();
    const successor = open && openIsGone ? successorOf(open) : null;
    // Without one the card stays until the reader leaves it: it may offer to undo what took the mark away.
    if (successor) card.replace(successor);
    if (changed) {
      listen();
      tell();
    }
  }

  /** The same words at the same place of a text that the page has drawn anew. */
  function successorOf(gone: Mark): Mark | null {
    for (const mark of allMarks()) if (mark.block.text === gone.block.text && samePlace(mark, gone)) return mark;
    return null;
  }

  /** A page without marks gets neither host nor listeners. */
  function listen() {
    if (signal.aborted) return;
    const isNeeded = marked.size > 0 || card.shown() !== null;
    card.attach(isNeeded);
    if (isNeeded && !stopListening) {
      stopListening = new AbortController();
      listenToPointer({ marks, card, signal: AbortSignal.any([signal, stopListening.signal]) });
    } else if (!isNeeded) {
      stopListening?.abort();
      stopListening = null;
    }
  }

  function tell() {
    const elapsedMs = performance.now() - toldAtMs;
    told ??= setTimeout(
      () => {
        told = undefined;
        toldAtMs = performance.now();
        onChange(dossierOf(allMarks()));
      },
      Math.max(0, onChangeIntervalMs - elapsedMs),
    );
  }

  function* allMarks(): Generator<Mark, void> {
    for (const block of reading.blocks()) yield* marked.get(block) ?? [];
  }

  function hasMention({ block, start, end }: Mark): boolean {
    return marked.get(block)!.some((mark) => mark.mention && mark.start >= start && mark.end <= end);
  }

  function show(mark: Mark) {
    lastStop = mark;
    marks.restore();
    Element.prototype.scrollIntoView.call(parentOf(mark.nodes[0]!), { block: 'center', behavior: 'instant' });
    marks.flash(mark);
    card.send({ type: 'open', target: mark }, { focus: true });
  }
}
