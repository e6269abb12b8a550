declare module 'virtual:bridle/words/*' {
  export const words: Record<'en' | 'fr' | 'de', Record<string, string>>;
}

declare module 'virtual:bridle/words/card/*' {
  export const words: Record<string, string>;
}
