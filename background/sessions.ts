/** The frames that the background knows, each with its session. Nothing of them is stored: with the background they are gone. */
import type { Engine } from '../matching/model.ts';
import type { BlocksUpdate, MarksUpdate, NoMarks } from '../platform/exchange.ts';
import type { FrameDossier } from '../platform/messages.ts';
import type { Frame } from '../platform/answering.ts';
import { createFewAtOnce } from './few-at-once.ts';
import { createFrameSession, type FrameSession, type ReaderChoices } from './frame-session.ts';
import type { Subjects } from './subjects.ts';
import type { Turns } from './turns.ts';

export interface Sessions {
  /** Takes what a page's blocks are now, and answers what is to be marked in them. */
  marks(frame: Frame, update: BlocksUpdate): Promise<MarksUpdate | NoMarks>;
  hide(frame: Frame, places: readonly number[]): void;
  forgetFrame(frame: Frame): void;
  forgetTab(tabId: number): void;
  /** Whether any frame of the tab is known: of a tab that was open before the background started, it is not. */
  knows(tabId: number): boolean;
  /** What the frames of a tab's page hold, the top frame first. Frames that hold nothing are left out. */
  dossiers(tabId: number): FrameDossier[];
}

export interface SessionsOptions {
  /** Made when first needed. */
  engine(): Promise<Engine>;
  subjects: Subjects;
  /** What the reader chose, for the page in a frame. */
  choicesFor(frame: Frame): Promise<ReaderChoices>;
  turns: Turns;
  /** What the page of a tab holds has changed; at most a few times a second. */
  onChange(tabId: number): void;
}

interface Known {
  frame: Frame;
  session: FrameSession;
}

/** Of all frames together. The ones that were not heard of for longest make room: their pages tell everything again when they next change. */
const mostSessions = 1_000;
const mostCharacters = 64_000_000;
/** Of one frame. A request asks the browser for what the reader chose, and what the browser answers waits behind a slice of work each time. */
const mostUnderWay = 4;
/** A page that hides some of its text says so a moment after it has its marks. */
const onChangeDelayMs = 150;

export function createSessions({ engine, subjects, choicesFor, turns, onChange }: SessionsOptions): Sessions {
  /** By frame, the one that was not heard of for longest first. */
  const known = new Map<string, Known>();
  const due = new Map<number, ReturnType<typeof setTimeout>>();
  const fewAtOnce = createFewAtOnce(mostUnderWay);

  return {
    async marks(frame, update) {
      // The page that is to tell all again need not wait for the engine.
      if (update.revision > 0 && !of(frame)) return 'unknown';
      return fewAtOnce(keyOf(frame), async () => {
        const [reader, reading] = await Promise.all([choicesFor(frame), engine()]);
        return turns.run(keyOf(frame), marksWork(frame, update, reader, reading));
      });
    },

    hide(frame, places) {
      of(frame)?.session.hide(places);
      tellLater(frame.tabId);
    },

    forgetFrame(frame) {
      if (of(frame)) forget(keyOf(frame), frame.tabId);
    },

    forgetTab(tabId) {
      for (const [key, { frame }] of known) if (frame.tabId === tabId) forget(key, tabId);
    },

    knows: (tabId) => framesOf(tabId).length > 0,

    dossiers: (tabId) =>
      framesOf(tabId)
        .map(dossierOf)
        .filter(({ dossier: { mentions, matches } }) => mentions.length + matches.length > 0)
        .sort((a, b) => a.frameId - b.frameId),
  };

  function framesOf(tabId: number): Known[] {
    return [...known.values()].filter(({ frame }) => frame.tabId === tabId);
  }

  function* marksWork(
    frame: Frame,
    update: BlocksUpdate,
    reader: ReaderChoices,
    reading: Engine,
  ): Generator<unknown, MarksUpdate | 'unknown'> {
    const key = keyOf(frame);
    const before = update.revision === 0 ? undefined : of(frame);
    if (!before && update.revision > 0) return 'unknown';
    const now = before ?? { frame, session: createFrameSession(reading, subjects) };
    // The latest last
    known.delete(key);
    known.set(key, now);
    const answer = yield* now.session.update(update, reader);
    // The page may have been left while it was read.
    if (known.get(key) !== now) return 'unknown';
    makeRoom();
    if (!update.more) tellLater(frame.tabId);
    return answer;
  }

  /** The frame's session, if it is still of the same document. */
  function of(frame: Frame): Known | undefined {
    const found = known.get(keyOf(frame));
    return found?.frame.documentId === frame.documentId ? found : undefined;
  }

  function forget(key: string, tabId: number) {
    known.delete(key);
    tellLater(tabId);
  }

  function makeRoom() {
    let characters = 0;
    for (const { session } of known.values()) characters += session.characters();
    for (const [key, { frame, session }] of known) {
      if (known.size === 1 || (known.size <= mostSessions && characters <= mostCharacters)) return;
      characters -= session.characters();
      forget(key, frame.tabId);
    }
  }

  function tellLater(tabId: number) {
    if (due.has(tabId)) return;
    due.set(
      tabId,
      setTimeout(() => {
        due.delete(tabId);
        onChange(tabId);
      }, onChangeDelayMs),
    );
  }
}

const dossierOf = ({ frame, session }: Known): FrameDossier => ({
  frameId: frame.frameId,
  ...(frame.isForeign && { origin: frame.site }),
  dossier: session.dossier(),
});

const keyOf = ({ tabId, frameId }: Frame): string => `${tabId}:${frameId}`;
