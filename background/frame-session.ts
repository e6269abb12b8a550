/** What the background knows of one frame: its blocks as the page sent them, and what was found in them. In memory alone. */
import type { Annotation, Engine, ScannedBlock } from '../matching/model.ts';
import {
  MARK_KINDS,
  placeNumber,
  type BlocksUpdate,
  type MarksUpdate,
  type PageChoices,
  type TargetEntry,
} from '../platform/exchange.ts';
import type { Mutable } from '../platform/settings-values.ts';
import type { Dossier } from '../presentation/dossier.ts';
import { contextLength, excerptAfter, excerptBefore } from '../presentation/excerpt.ts';
import { visibleText } from '../presentation/visible-text.ts';
import { marksOf, type FoundMark } from './found-marks.ts';
import type { Subjects } from './subjects.ts';

export interface FrameSession {
  /** In steps. `unknown` where the update does not go on from what is here. */
  update(update: BlocksUpdate, reader: ReaderChoices): Generator<unknown, MarksUpdate | 'unknown'>;
  /** The page does not show these places. */
  hide(places: readonly number[]): void;
  dossier(): Dossier;
  /** Of text, that is kept. */
  characters(): number;
}

export interface ReaderChoices {
  choices: PageChoices;
  isMuted(what: Mutable): boolean;
}

interface Block {
  id: number;
  scan: ScannedBlock;
  annotation: Annotation;
  marks: FoundMark[];
  /** What the page was told of its marks, as one text. */
  told: string;
}

/** Of one frame. What comes on top is not read. */
const mostCharacters = 24_000_000;
const mostBlocks = 400_000;
/** Of one dossier: it goes to the popup and the panel as one message. */
const mostEntries = 20_000;
const mostDossierCharacters = 2_000_000;
const longestSentence = 4_000;
const NOTHING: Annotation = { mentions: [], matches: [] };

export function createFrameSession(engine: Engine, subjects: Subjects): FrameSession {
  let blocks: Block[] = [];
  let byId = new Map<number, Block>();
  let revision = 0;
  let lastId = 0;
  let characters = 0;
  let isLinked = false;
  let hidden: ReadonlySet<number> = new Set();
  let tell = createTelling(subjects);

  return {
    *update(update, reader) {
      if (update.revision === 0) startOver();
      if (update.revision !== revision) return 'unknown';
      const inserted = yield* blocksFrom(update.insert);
      const { at, remove, more } = update;
      if (!inserted || at + remove > blocks.length) return 'unknown';
      revision++;
      if (remove + inserted.length > 0) {
        blocks = [...blocks.slice(0, at), ...inserted, ...blocks.slice(at + remove)];
        isLinked = false;
      }
      if (more) return { choices: reader.choices, targets: [], blocks: [] };
      if (!isLinked) yield* link();
      return tell(blocks, reader);
    },

    hide(places) {
      hidden = new Set(places);
    },

    dossier: () => dossierOf(blocks, hidden),
    characters: () => characters,
  };

  function startOver() {
    blocks = [];
    byId = new Map();
    revision = lastId = characters = 0;
    isLinked = false;
    hidden = new Set();
    tell = createTelling(subjects);
  }

  /** New texts are numbered and scanned; null where a number means nothing here. */
  function* blocksFrom(insert: BlocksUpdate['insert']): Generator<unknown, Block[] | null> {
    const inserted: Block[] = [];
    for (const entry of insert) {
      if (typeof entry === 'number') {
        const known = byId.get(entry);
        if (!known) return null;
        inserted.push(known);
        continue;
      }
      const hasRoom = characters + entry.length <= mostCharacters && byId.size < mostBlocks;
      const text = hasRoom ? entry : '';
      characters += text.length;
      const block = { id: ++lastId, scan: engine.scan(text), annotation: NOTHING, marks: [], told: '' };
      byId.set(block.id, block);
      inserted.push(block);
      yield;
    }
    return inserted;
  }

  /** The page has told all: what is not in its list any more is forgotten, and the rest is weighed together. */
  function* link(): Generator<unknown, void> {
    byId = new Map(blocks.map((block) => [block.id, block]));
    characters = blocks.reduce((sum, { scan }) => sum + scan.text.length, 0);
    const annotations = yield* engine.link(blocks.map(({ scan }) => scan));
    for (const [at, block] of blocks.entries()) block.annotation = annotations[at]!;
    isLinked = true;
  }
}

/** Tells the page what has changed for it. Targets are numbered as they are told. */
function createTelling(subjects: Subjects) {
  const targets = new Map<string, number>();

  return function tell(blocks: readonly Block[], { choices, isMuted }: ReaderChoices): MarksUpdate {
    const news: TargetEntry[] = [];
    const changed: number[][] = [];
    for (const block of blocks) {
      const { mentions, matches } = block.annotation;
      if (mentions.length + matches.length === 0 && block.told === '') continue;
      block.marks = marksOf(block.annotation, subjects, isMuted);
      const numbers = block.marks.flatMap((mark) => [
        mark.start,
        mark.end,
        MARK_KINDS.indexOf(mark.kind),
        numberOf(mark, news),
      ]);
      const told = numbers.join();
      if (told === block.told) continue;
      block.told = told;
      changed.push([block.id, ...numbers]);
    }
    return { choices, targets: news, blocks: changed };
  };

  function numberOf({ subject, target }: FoundMark, news: TargetEntry[]): number {
    const known = targets.get(target);
    if (known !== undefined) return known;
    news.push([subject, target]);
    targets.set(target, targets.size);
    return targets.size - 1;
  }
}

/** What the page shows, in reading order; of an endless page the beginning. */
function dossierOf(blocks: readonly Block[], hidden: ReadonlySet<number>): Dossier {
  const dossier: Dossier = { mentions: [], matches: [] };
  let characters = 0;
  const hasRoom = (...texts: string[]) => {
    for (const text of texts) characters += text.length;
    return characters <= mostDossierCharacters && dossier.mentions.length + dossier.matches.length < mostEntries;
  };
  for (const { id, scan, marks } of blocks) {
    for (const { start, end, kind, mention, matches } of marks) {
      const place = placeNumber(id, start, kind);
      if (hidden.has(place)) continue;
      if (mention) {
        const { entity, confidence, doubtful } = mention;
        const text = visibleText(mention.text);
        const before = visibleText(excerptBefore(scan.text.slice(Math.max(0, start - contextLength), start)));
        const after = visibleText(excerptAfter(scan.text.slice(end, end + contextLength)));
        if (!hasRoom(text, before, after)) return dossier;
        dossier.mentions.push({ entity, text, before, after, confidence, doubtful, place });
      } else {
        for (const { claim, stance, text, confidence } of matches) {
          const sentence = visibleText(text.slice(0, longestSentence));
          if (!hasRoom(sentence)) return dossier;
          dossier.matches.push({ claim, stance, sentence, confidence, place });
        }
      }
    }
  }
  return dossier;
}
