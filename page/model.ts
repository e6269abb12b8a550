/** What the page layer hands to those who show something. */
import type { Mention, StatedMatch } from '../matching/model.ts';

/** What the pointer, a tap, the keyboard or a panel points at. At least one of the two is there. */
export interface Target {
  mention: Mention | null;
  /** The claim matches of the sentence, the surest first. */
  matches: StatedMatch[];
}

export interface CardActions {
  close(): void;
  /** "Wrong match": the alias is no longer marked, on this site or anywhere. */
  mute(alias: string, where: 'here' | 'everywhere'): void;
}

/** Draws a card into a container inside Bridle's own shadow root, before it returns; the page layer places it. */
export type DrawCard = (container: HTMLElement, target: Target, actions: CardActions) => void;

/** Which mentions of the same entity are marked: every one, the first after each heading, or the first on the page. */
export type Density = 'every' | 'section' | 'page';

/** How a mention is marked. Matched sentences keep their own mark. */
export type MarkStyle = 'dotted' | 'solid' | 'shaded' | 'none';

/** In UTF-16 code units. */
export const contextLength = 45;

/** What a page holds, in reading order, as the popup and the panel list it. */
export interface Dossier {
  mentions: {
    entity: string;
    text: string;
    /** What its block holds on either side, `contextLength` characters at most, so that a list can tell one mention from the next. */
    before: string;
    after: string;
    confidence: number;
    doubtful: boolean;
    /** For `jump`. */
    place: number;
  }[];
  matches: { claim: string; stance: 'restates' | 'disputes'; sentence: string; confidence: number; place: number }[];
}
