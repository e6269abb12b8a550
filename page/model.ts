/** What the page layer hands to those who show something. */
import type { CardContent } from '../platform/exchange.ts';

export interface CardActions {
  close(): void;
  /** Whether the card stays until it is closed; null where it does so anyway. */
  pin: { isPinned: boolean; onPin(isPinned: boolean): void } | null;
  /** Opens what the card is of in the explorer. */
  explore(): void;
  /** Shows the card of an entity in the place of this one. */
  show(entity: string): void;
  /** Back to the card that this one was opened from. */
  back: (() => void) | null;
  /** The page's address with a text fragment that leads to the sentence; null for a name. */
  link: (() => string) | null;
  /** "Wrong match": what led to the card is no longer marked, on this site or anywhere; or that is taken back. Resolves with whether it was done. */
  mute(where: 'here' | 'everywhere', isMuted: boolean): Promise<boolean>;
}

/** Draws a card into a container inside Bridle's own shadow root, before it returns; the page layer places it. */
export type DrawCard = (container: HTMLElement, content: CardContent, actions: CardActions) => void;

/** What cards are drawn with. It is a script of its own, which comes with the first card of a page: most pages show none. */
export interface CardDrawing {
  draw: DrawCard;
  /** The text of the cards' style sheet. */
  css: string;
}
