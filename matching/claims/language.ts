/**
 * The language of a sentence, by its most frequent function words. Enough to tell which words to look up: a language that is not
 * told apart only costs recall.
 */

import { foldText } from '../../data/fold.ts';

/** Folded words that are frequent in one of the languages and rare in the others, or shared by few of them. */
const functionWords: Record<string, string> = {
  en: 'the of and to in that is was for with his its it as by from at on be has have had not but they which who this are were been will would their an said says or no he she if what how does did than into about over',
  fr: 'le la les de des du et un une en que qui dans pour par sur est au aux avec ne pas se ce cette son sa ses il elle ils elles ont ete etait sont d l qu plus selon mais ou leur leurs comme sans',
  de: 'der die das und den dem des ein eine einen einem einer eines ist im in von zu mit auf fur nicht sich als auch es an werden wird hat haben aus er sie nach bei sei seien um wie dass war waren worden wurde wurden habe kein keine zur zum uber vor nur noch',
  es: 'el la los las de del y que en un una por con no se su sus para es al lo como mas o pero fue ha han segun este esta sobre entre sin cuando tambien hay ni',
  it: 'il lo la i gli le di del della dei delle dello degli e che in un una per con non si su sua suo al alla ai da dal dalla nel nella sono ha hanno come piu ma secondo anche o questo questa stato stati stata essere perche dell',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er om ook als door maar bij naar uit over wordt werd heeft hebben die deze dit geen nog zou volgens had was werden ze zich tot',
  pt: 'o a os as de do da dos das e que em um uma por com nao se na no nas nos para ao foi mais como mas ou pelo pela segundo sao tem sua seu suas seus tambem ja ha sobre esta este',
  lb: 'de d an den dat ass vun vum et net mat op fir ze zu sech huet hunn war waren eng en am och wat wéi wei mee vir dass gouf ginn kee keng um dei deem bei no si hir seng',
  pl: 'w i na z do nie sie ze to jest o za od po jak przez dla czy byl byly tym ktore ktory oraz',
  hu: 'a az es hogy nem is egy volt meg ez de csak mar lehet vagy mint sem ki kell',
};

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(functionWords))
  for (const word of new Set(words.split(' '))) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

const scripts: [RegExp, string][] = [
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0400-\u04ff]/g, 'ru'],
];

/** So many words more than any other language's, and it is told. */
const leastLead = 1;

/** The language of a text, read as far as its beginning. */
export function languageOf(text: string): string | null {
  return guessLanguage(foldText(text.slice(0, mostRead)).split(' '));
}

const mostRead = 400;

/** @param words folded. @returns a code of two letters, or null where it cannot be told. */
export function guessLanguage(words: readonly string[]): string | null {
  const all = words.join('');
  for (const [script, language] of scripts) if ((all.match(script)?.length ?? 0) * 2 > all.length) return language;
  const scores = new Map<string, number>();
  for (const word of words)
    for (const language of languagesOf.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1);
  const [first, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
  return first && first[1] - (second?.[1] ?? 0) >= leastLead ? first[0] : null;
}
