/**
 * Fits the weights and thresholds of claim matching to the labelled sentences, and writes `data/weights.json`.
 * Reports what to expect on sentences that it has not seen: five folds, repeated, with their spread. Usage: `npm run fit [-- --dry]`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLexicon, readFactBase } from '../../data/compile.ts';
import { ClaimMatcher } from '../../matching/claims/matcher.ts';
import type { Comparison } from '../../matching/claims/matcher.ts';
import { ConceptFinder, profileClaims } from '../../matching/claims/profile.ts';
import { FEATURES, STANCE_FEATURES, stanceFeatures } from '../../matching/claims/score.ts';
import { createEngine } from '../../matching/engine.ts';
import { compareLabelled, readLabelledSentences } from './labelled-sentences.ts';
import type { LabelledSentence } from './labelled-sentences.ts';
import { fitLogistic, probability } from './logistic.ts';
import type { Example } from './logistic.ts';

interface Judged {
  sentence: LabelledSentence;
  comparisons: Comparison[];
}

interface Scored {
  sentence: LabelledSentence;
  ranked: { claim: string; confidence: number; comparison: Comparison }[];
}

const folds = 5;
const repeats = 4;
const penalty = 0.5;
const stancePenalty = 1;
/** Precision asked of the thresholds on the sentences they are chosen on: above the floor of 0.90, since unseen pages are harder. */
const aimedPrecision = 0.91;

const base = readFactBase();
const lexicon = compileLexicon(base);
const engine = createEngine(lexicon);
const { concepts } = base;
const claims = profileClaims(base.claims, base.entities, new ConceptFinder(concepts));
const matcher = new ClaimMatcher({
  profiles: claims,
  concepts,
  weights: { match: [], stance: [], threshold: 1, furtherThreshold: 1, disputeThreshold: 1 },
});

const judged: Judged[] = readLabelledSentences().map((sentence) => ({
  sentence,
  comparisons: compareLabelled(sentence, engine, matcher),
}));
const unread = judged.filter(({ comparisons, sentence }) => comparisons.length === 0 && sentence.claims.length > 0);
console.log(
  `${judged.length} sentences, ${judged.filter(({ sentence }) => sentence.claims.length > 0).length} with claims; ${unread.length} of these name nobody or share nothing`,
);

const vector = ({ features }: Comparison): number[] => FEATURES.map((name) => features[name]);
const stanceVector = ({ features }: Comparison): number[] => {
  const values = stanceFeatures(features);
  return STANCE_FEATURES.map((name) => values[name]);
};

function fit(part: readonly Judged[]): { match: number[]; stance: number[] } {
  const pairs: Example[] = [];
  const stances: Example[] = [];
  for (const { sentence, comparisons } of part) {
    for (const comparison of comparisons) {
      const label = sentence.claims.find(({ claim }) => claim === comparison.claim);
      pairs.push({ features: vector(comparison), positive: label !== undefined, weight: 1 });
      if (label) stances.push({ features: stanceVector(comparison), positive: label.stance === 'disputes', weight: 1 });
    }
  }
  return { match: fitLogistic(pairs, penalty), stance: fitLogistic(stances, stancePenalty) };
}

function score(part: readonly Judged[], match: readonly number[]): Scored[] {
  return part.map(({ sentence, comparisons }) => ({
    sentence,
    ranked: comparisons
      .map((comparison) => ({
        claim: comparison.claim,
        comparison,
        confidence: probability(match, vector(comparison)),
      }))
      .toSorted((a, b) => b.confidence - a.confidence)
      .slice(0, 3),
  }));
}

interface Figures {
  precision: number;
  recall: number;
}

/** As the evaluation counts: each match is right or wrong; a labelled sentence is found by any right match. */
function evaluate(scored: readonly Scored[], threshold: number, further: number): Figures {
  let right = 0;
  let wrong = 0;
  let found = 0;
  let labelled = 0;
  for (const { sentence, ranked } of scored) {
    const matches = ranked.filter(({ confidence }, rank) => confidence >= (rank === 0 ? threshold : further));
    const hits = matches.filter(({ claim }) => sentence.claims.some((label) => label.claim === claim)).length;
    right += hits;
    wrong += matches.length - hits;
    if (sentence.claims.length > 0) labelled++;
    if (hits > 0) found++;
  }
  return { precision: right / Math.max(1, right + wrong), recall: found / labelled };
}

/** The lowest thresholds that reach the aimed precision. */
function chooseThresholds(scored: readonly Scored[]): { threshold: number; further: number } {
  let best = { threshold: 0.99, further: 0.99, recall: 0 };
  for (let threshold = 0.1; threshold < 0.99; threshold += 0.01) {
    for (const further of [0.5, 0.6, 0.7, 0.8, 0.9, 0.99]) {
      const { precision, recall } = evaluate(scored, threshold, Math.max(threshold, further));
      if (precision >= aimedPrecision && recall > best.recall + 1e-9)
        best = { threshold, further: Math.max(threshold, further), recall };
    }
  }
  return best;
}

function chooseDispute(part: readonly Judged[], stance: readonly number[]): { threshold: number; accuracy: number } {
  const cases = part.flatMap(({ sentence, comparisons }) =>
    comparisons.flatMap((comparison) => {
      const label = sentence.claims.find(({ claim }) => claim === comparison.claim);
      return label ? [{ disputes: label.stance === 'disputes', p: probability(stance, stanceVector(comparison)) }] : [];
    }),
  );
  let best = { threshold: 0.5, accuracy: 0 };
  for (let threshold = 0.2; threshold <= 0.8; threshold += 0.02) {
    const accuracy = cases.filter(({ disputes, p }) => disputes === p >= threshold).length / cases.length;
    if (accuracy > best.accuracy) best = { threshold, accuracy };
  }
  return best;
}

/** Sentences about one claim, and near misses of one sort, stay together: else the folds would know each other. */
const kin = ({
  sentence: {
    claims: [first],
    note,
    id,
  },
}: Judged): string => first?.claim ?? note ?? id;

/** The fold of a sentence; another assignment for each seed, the same every time. */
function foldOf(item: Judged, seed: number): number {
  let state = seed;
  for (const character of kin(item)) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  return (state >>> 8) % folds;
}

const results: (Figures & { stance: number })[] = [];
const outOfFold: Scored[] = [];
for (let repeat = 1; repeat <= repeats; repeat++) {
  for (let fold = 0; fold < folds; fold++) {
    const test = judged.filter((item) => foldOf(item, repeat * 7919) === fold);
    const train = judged.filter((item) => foldOf(item, repeat * 7919) !== fold);
    const weights = fit(train);
    const { threshold, further } = chooseThresholds(score(train, weights.match));
    const scored = score(test, weights.match);
    outOfFold.push(...scored);
    const { accuracy } = chooseDispute(test, weights.stance);
    results.push({ ...evaluate(scored, threshold, further), stance: accuracy });
  }
}
for (const name of ['precision', 'recall', 'stance'] as const) {
  const values = results.map((result) => result[name]);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  console.log(
    `${name.padEnd(10)} ${mean.toFixed(3)} ± ${deviation.toFixed(3)}  (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`,
  );
}

const { match, stance } = fit(judged);
const { threshold, further } = chooseThresholds(outOfFold);
const { threshold: disputeThreshold } = chooseDispute(judged, stance);
const round = (value: number): number => Math.round(value * 1000) / 1000;
const weights = {
  match: match.map(round),
  stance: stance.map(round),
  threshold: round(threshold),
  furtherThreshold: round(further),
  disputeThreshold: round(disputeThreshold),
};
if (!process.argv.includes('--dry'))
  writeFileSync(join(import.meta.dirname, '../../data/weights.json'), `${JSON.stringify(weights, null, 2)}\n`);
