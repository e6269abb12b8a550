/** What the page layer hands to those who show something. */
import type { Target } from '../presentation/card.ts';

export type { Target } from '../presentation/card.ts';
export type { Density, MarkStyle } from '../platform/settings-values.ts';
export type { Dossier } from '../presentation/dossier.ts';
export { contextLength } from '../presentation/excerpt.ts';

export interface CardActions {
  close(): void;
  /** "Wrong match": the alias is no longer marked, on this site or anywhere. */
  mute(alias: string, where: 'here' | 'everywhere'): void;
}

/** Draws a card into a container inside Bridle's own shadow root, before it returns; the page layer places it. */
export type DrawCard = (container: HTMLElement, target: Target, actions: CardActions) => void;
