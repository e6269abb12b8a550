/** What `vite-plugin.ts` makes of the fact base when building. */
declare module 'virtual:bridle/facts' {
  export const facts: import('./facts.ts').Facts;
}

declare module 'virtual:bridle/documents' {
  export const documents: import('./documents.ts').Documents;
}

declare module 'virtual:bridle/lexicon' {
  export const lexicon: import('./facts.ts').Lexicon;
}

declare module 'virtual:bridle/synonyms' {
  export const synonyms: import('./facts.ts').Synonyms;
}

declare module 'virtual:bridle/gate' {
  export const gate: import('./gate-words.ts').Gate;
}
