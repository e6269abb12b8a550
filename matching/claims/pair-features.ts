/** The features of a sentence and a claim by which the fitted models decide, and those of them that need no remembered text. */
import type { Evidence } from './evidence.ts';
import type { ClaimProfile, SentenceProfile } from './profile.ts';

/** In the order of the weights that `npm run fit` writes. All are asked for the claim and for the stance. */
export const FEATURES = [
  'best',
  'second',
  'bestSurface',
  'bestConcepts',
  'bestStatement',
  'marginOther',
  'marginNone',
  'vote',
  'rank',
  'vectors',
  'vectorsMargin',
  'vectorsRank',
  'vectorsAny',
  'encoder',
  'encoderMargin',
  'encoderRank',
  'known',
  'knownStems',
  'prior',
  'coverage',
  'acts',
  'things',
  'keys',
  'precision',
  'figuresAgree',
  'figuresMissing',
  'figuresDiffer',
  'speakerNamed',
  'speakerNear',
  'about',
  'strangers',
  'nameless',
  'central',
  'centralNear',
  'unknown',
  'words',
  'question',
  'condition',
  'negation',
  'denial',
  'correction',
  'refusal',
  'retort',
  'extent',
  'affirmation',
  'replies',
  'contextVectors',
  'contextFirst',
  'contextBest',
  'inBlock',
  'unended',
  'coreLanguage',
  'disputing',
  'bestDisputing',
  'bestRestating',
  'voteDisputing',
  'stanceVectors',
  'negative',
  'claimDenies',
  'negationOfPositive',
  'negationOfNegative',
  'denialOfPositive',
  'denialOfNegative',
  'correctionOfPositive',
  'correctionOfNegative',
  'strangersDeny',
] as const;

export type Feature = (typeof FEATURES)[number];

/** The place of each feature in a row. */
export const AT = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Readonly<Record<Feature, number>>;

/** Where a sentence stands: who is named in it and before it, and what was found in the three sentences before it. */
export interface Setting {
  named: ReadonlySet<string>;
  near: ReadonlySet<string>;
  /** Evidence of the sentences before it, the nearest first. */
  before: readonly Evidence[];
  /** How many of these stand in the same block: a caption or a headline answers nothing. */
  inBlock: number;
  /** Whether a sign ends it, as no headline, caption or by-line. */
  isEnded: boolean;
}

/** The entities that the affair is about. */
const central = ['nso-group', 'pegasus'];

/** Who is named in the sentence and around it. */
export function writeNames({ speakers, about }: ClaimProfile, { named, near }: Setting, row: Float64Array): void {
  const speakerNamed = speakers.some((name) => named.has(name));
  const isNear = (name: string): boolean => named.has(name) || near.has(name);
  let strangers = 0;
  for (const name of named) if (!speakers.includes(name) && !about.includes(name)) strangers++;
  row[AT.speakerNamed] = speakerNamed ? 1 : 0;
  row[AT.speakerNear] = !speakerNamed && speakers.some((name) => near.has(name)) ? 1 : 0;
  row[AT.about] = about.filter(isNear).length / (about.length || 1);
  row[AT.strangers] = Math.min(strangers, 3) / 3;
  row[AT.nameless] = named.size === 0 ? 1 : 0;
  row[AT.central] = central.some((name) => named.has(name)) ? 1 : 0;
  row[AT.centralNear] = central.some((name) => near.has(name)) ? 1 : 0;
}

/** By which words the sentence denies, corrects or only supposes, and whether the claim does so itself. After `writeNames`. */
export function writeCues(
  { negative, denies }: ClaimProfile,
  { cues, words, language }: SentenceProfile,
  row: Float64Array,
): void {
  const negation = Math.min(cues.negation, 2) / 2;
  const denial = Math.min(cues.denial, 2) / 2;
  const correction = Math.min(cues.correction, 2) / 2;
  row[AT.words] = Math.log(1 + words.length) / 4;
  row[AT.question] = cues.question ? 1 : 0;
  row[AT.condition] = Math.min(cues.condition, 2) / 2;
  row[AT.negation] = negation;
  row[AT.denial] = denial;
  row[AT.correction] = correction;
  row[AT.refusal] = Math.min(cues.refusal, 2) / 2;
  row[AT.retort] = Math.min(cues.retort, 2) / 2;
  row[AT.extent] = Math.min(cues.extent, 2) / 2;
  row[AT.affirmation] = Math.min(cues.affirmation, 2) / 2;
  row[AT.replies] = cues.replies ? 1 : 0;
  row[AT.coreLanguage] = language === 'en' || language === 'fr' || language === 'de' ? 1 : 0;
  row[AT.negative] = negative ? 1 : 0;
  row[AT.claimDenies] = denies ? 1 : 0;
  row[AT.negationOfPositive] = negative ? 0 : negation;
  row[AT.negationOfNegative] = negative ? negation : 0;
  row[AT.denialOfPositive] = negative ? 0 : denial;
  row[AT.denialOfNegative] = negative ? denial : 0;
  row[AT.correctionOfPositive] = negative ? 0 : correction;
  row[AT.correctionOfNegative] = negative ? correction : 0;
  row[AT.strangersDeny] = row[AT.strangers]! > 0 ? Math.max(denial, correction) : 0;
}

/** What was found in the sentences before, and whether it may answer them. */
export function writeContext(claim: number, { before, inBlock, isEnded }: Setting, row: Float64Array): void {
  let vectors = -1.5;
  let best = 0;
  let first = 0;
  for (const [at, earlier] of before.entries()) {
    vectors = Math.max(vectors, earlier.vectors[claim]! - at * 0.1);
    best = Math.max(best, earlier.best[claim]!);
    if (earlier.vectors[claim]! >= earlier.mostVectors) first = Math.max(first, at === 0 ? 1 : 0.5);
  }
  row[AT.contextVectors] = vectors;
  row[AT.contextFirst] = first;
  row[AT.contextBest] = best;
  row[AT.inBlock] = inBlock / 3;
  row[AT.unended] = isEnded ? 0 : 1;
}
