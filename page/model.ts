/** What the page layer hands to those who show something. */
import type { Target } from '../presentation/card.ts';

export type { Target } from '../presentation/card.ts';
export type { Dossier } from '../presentation/dossier.ts';

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
