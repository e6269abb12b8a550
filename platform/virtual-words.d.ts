declare module 'virtual:bridle/words/*' {
  export const words: Record<'en' | 'fr' | 'de', Record<string, string>>;
}
