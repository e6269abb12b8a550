import type { Language } from '../data/facts.ts';
import { leave, take } from './script-world.ts';

/** What `card-LANGUAGE.js` brings to a page for the annotator, which comes after it. */
export interface CardContent {
  language: Language;
  /** For `unpackCard`. */
  facts: string;
  words: Record<string, string>;
}

export const bringCard = (content: CardContent): void => leave('card', content);
export const takeCard = (): CardContent | undefined => take('card') as CardContent | undefined;
