/** What `vite-plugin.ts` makes of the fact base when building. */
declare module 'virtual:bridle/facts' {
  export const facts: import('./facts.ts').Facts;
}

/** What a card on a page needs, in one language, for `unpackCard`. */
declare module 'virtual:bridle/facts/*' {
  export const facts: string;
}

declare module 'virtual:bridle/documents' {
  export const documents: import('./documents.ts').Documents;
}

/** For `unpackLexicon`. */
declare module 'virtual:bridle/lexicon' {
  export const lexicon: string;
}

declare module 'virtual:bridle/gate' {
  export const gate: import('./gate-words.ts').Gate;
}

/** What `factBasePlugin` was told to make of the claims: see `matching/claims/knowledge.ts`. */
declare module 'virtual:bridle/claims' {
  export const claims: import('../matching/claims/knowledge.ts').ClaimKnowledge;
}
