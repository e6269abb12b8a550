declare module 'virtual:bridle/words/*' {
  export const words: Record<import('../data/languages.ts').Language, Record<string, string>>;
}

declare module 'virtual:bridle/words/card/*' {
  export const words: Record<string, string>;
}
