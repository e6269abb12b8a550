/** What `vite-plugin.ts` makes of the fact base when building. */
declare module 'virtual:bridle/facts' {
  export const facts: import('./facts.ts').Facts;
}

/** What a card on a page needs, in one language; the other languages of each text are left out. */
declare module 'virtual:bridle/facts/*' {
  export const facts: import('./facts.ts').Facts;
}

declare module 'virtual:bridle/lexicon' {
  export const lexicon: import('./facts.ts').Lexicon;
}

declare module 'virtual:bridle/gate' {
  export const gate: import('./gate-words.ts').Gate;
}
