/** Words of a question that say nothing of what is asked for, in each language of the interface. Folded. */
import type { Language } from '../../data/languages.ts';

const STOP_WORDS: Record<Language, string> = {
  en: `a an and any are as at be been by can could did do does for from had has have he her his how i in is it its me my
    not of on or our she so than that the their them there these they this those to us was we were what when where which
    who whom whose why will with would you your about into no said say says tell told`,
  fr: `a ai ait au aux avec avait c ce ces cet cette comment d dans de des dit du elle elles en est et ete etre eu il ils
    j je l la le les leur leurs lui m ma mais me mes n ne nos notre nous on ont ou par pas pour pourquoi qu quand que quel
    quelle quelles quels qui quoi s sa sans se ses si son sont sur t ta te tes tu un une vos votre vous y`,
  de: `als am an auch auf aus bei bin bis da das dass dem den der des die dies diese diesem diesen dieser dieses doch du
    durch ein eine einem einen einer eines er es fur hat hatte hatten haben ich ihr ihre im in ist ja kann kein keine
    man mit nach nicht noch nun oder sagt sagte sich sie sind so um und uns unter vom von vor wann war waren warum was
    wegen wem wen wenn wer werden wessen wie wieso wir wird wo wurde wurden zu zum zur`,
};

/** How a number is asked for. */
const NUMBER_QUESTIONS: Record<Language, string[]> = {
  en: ['how many', 'how much', 'number of'],
  fr: ['combien de', 'combien d', 'combien', 'nombre de', 'nombre d'],
  de: ['wie viele', 'wie viel', 'wieviele', 'wieviel', 'anzahl der', 'anzahl', 'zahl der'],
};

const stopWords = new Set(Object.values(STOP_WORDS).flatMap((words) => words.split(/\s+/)));
const numberQuestion = new RegExp(`(?<!\\S)(?:${Object.values(NUMBER_QUESTIONS).flat().join('|')})(?!\\S)`, 'g');

export const isStopWord = (word: string): boolean => stopWords.has(word);

/** @param folded the whole query */
export const asksForNumber = (folded: string): boolean => folded.search(numberQuestion) >= 0;

export const withoutNumberQuestion = (folded: string): string => folded.replaceAll(numberQuestion, ' ');
