declare module 'virtual:bridle/words/*' {
  export const words: Record<import('../data/languages.ts').Language, Record<string, string>>;
}
