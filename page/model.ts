/** What the page layer hands to those who show something. */
import type { CardContent } from '../platform/exchange.ts';

export interface CardActions {
  close(): void;
  /** "Wrong match": the alias is no longer marked, on this site or anywhere; or that is taken back. */
  mute(where: 'here' | 'everywhere', isMuted: boolean): void;
}

/** Draws a card into a container inside Bridle's own shadow root, before it returns; the page layer places it. */
export type DrawCard = (container: HTMLElement, content: CardContent, actions: CardActions) => void;
