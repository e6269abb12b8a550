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

/** What `factBasePlugin` was told to make of the claims: see `matching/claims/knowledge.ts`. */
declare module 'virtual:bridle/claims' {
  /** Reads them when it is first called. */
  export const readClaims: () => import('../matching/claims/knowledge.ts').ClaimKnowledge;
}
