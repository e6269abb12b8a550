/**
 * The words by which readers ask for kinds of relations and of statements: "contradictions", "Widerspruch", "démenti".
 * Folded; a final `*` stands for any ending.
 */
import { ATTITUDE_NAMES, type Attitude } from '../../data/attitudes.ts';
import type { Language } from '../../data/languages.ts';
import { RELATION_KIND_NAMES, type RelationKind } from '../../data/relation-kinds.ts';

type ByLanguage = Record<Language, string[]>;

const RELATION_WORDS: Record<RelationKind, ByLanguage> = {
  contradicts: {
    en: ['contradict*', 'contested', 'conflicting', 'conflict', 'conflicts', 'disagree*'],
    fr: ['contradict*', 'contredi*', 'conteste*', 'desaccord*'],
    de: ['widerspr*', 'umstritten*', 'strittig*', 'widerlegt*'],
  },
  retracts: {
    en: ['retract*', 'takes back', 'took back', 'taken back', 'take back', 'withdrew', 'withdrawn', 'backtrack*'],
    fr: ['retract*', 'retire', 'retires', 'retiree*', 'est revenu sur', 'revient sur'],
    de: ['zuruckgenommen*', 'zurucknehm*', 'rucknahme*', 'nimmt zuruck', 'nahm zuruck', 'zuruckgezogen*', 'widerruf*'],
  },
  qualifies: {
    en: ['qualif*', 'reservation*', 'caveat*'],
    fr: ['nuance*', 'reserve', 'reserves'],
    de: ['einschrank*', 'schrankt ein', 'vorbehalt*'],
  },
  'measures-differently': {
    en: ['different count*', 'different figure*', 'different number*', 'counted differently'],
    fr: ['autre decompte', 'decompte*', 'chiffres differents', 'compte autrement'],
    de: ['andere zahlung', 'anders gezahlt', 'andere zahlen', 'verschiedene zahlen'],
  },
  'quotes-differently': {
    en: ['different wording*', 'quoted differently'],
    fr: ['autre formulation*', 'cite autrement'],
    de: ['anderer wortlaut', 'anders zitiert'],
  },
  updates: { en: ['update*'], fr: ['mise a jour', 'mises a jour', 'actualis*'], de: ['neuer stand', 'aktualisier*'] },
  corroborates: {
    en: ['agreement*', 'agrees', 'corroborat*'],
    fr: ['concord*', 'corrobor*'],
    de: ['ubereinstimm*', 'stimmt uberein'],
  },
};

const ATTITUDE_WORDS: Record<Attitude, ByLanguage> = {
  states: { en: [], fr: [], de: [] },
  denies: {
    en: ['denial*', 'denies', 'denied', 'deny'],
    fr: ['dementi*', 'nie', 'nient'],
    de: ['dementi*', 'bestreit*'],
  },
  alleges: { en: ['allegation*', 'alleged', 'alleges'], fr: ['accusation*', 'accuse*'], de: ['vorwurf*', 'vorwurfe*'] },
  estimates: { en: ['estimat*'], fr: ['estimation*', 'estime'], de: ['schatzung*', 'schatzt'] },
  rules: {
    en: ['ruling*', 'rulings', 'decision*'],
    fr: ['decision*', 'arret', 'arrets'],
    de: ['entscheidung*', 'urteil*'],
  },
  commits: {
    en: ['commitment*', 'promise*', 'pledge*'],
    fr: ['engagement*', 'promesse*'],
    de: ['zusage*', 'versprech*'],
  },
  retracts: RELATION_WORDS.retracts,
  'declines-to-say': {
    en: ['no comment', 'no answer', 'declined to say', 'declines to say'],
    fr: ['refus de preciser', 'sans commentaire', 'refuse de dire'],
    de: ['keine auskunft', 'kein kommentar'],
  },
};

const relations = patternsOf(RELATION_KIND_NAMES, RELATION_WORDS);
const attitudes = patternsOf(ATTITUDE_NAMES, ATTITUDE_WORDS);

/** @param folded the whole query */
export const relationKindsIn = (folded: string): RelationKind[] =>
  relations.filter(({ pattern }) => pattern.test(folded)).map(({ name }) => name);

/** @param folded the whole query */
export const attitudesIn = (folded: string): Attitude[] =>
  attitudes.filter(({ pattern }) => pattern.test(folded)).map(({ name }) => name);

/** The query without the words for kinds of relations: those stand in no text that answers it. */
export const withoutKinds = (folded: string): string =>
  relations.reduce((text, { all }) => text.replaceAll(all, ' '), folded);

function patternsOf<Name extends string>(
  names: readonly Name[],
  words: Record<Name, ByLanguage>,
): { name: Name; pattern: RegExp; all: RegExp }[] {
  return names.flatMap((name) => {
    const forms = Object.values<string[]>(words[name]).flat();
    if (forms.length === 0) return [];
    const source = `(?<!\\S)(?:${forms.map((form) => form.replace('*', '\\S*')).join('|')})(?!\\S)`;
    return [{ name, pattern: new RegExp(source), all: new RegExp(source, 'g') }];
  });
}
