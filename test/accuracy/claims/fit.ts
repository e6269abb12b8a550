/**
 * Fits claim matching to `data/examples/` and writes `data/claim-model.json`. Usage: `npm run fit [-- --dry] [-- --without BATCH,…]`. Reports what
 * to expect of other hands: each group of batches is judged by models that were fitted without it. The same examples give the same file.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileLexicon, readFactBase } from '../../../data/compile.ts';
import { FEATURES } from '../../../matching/claims/pair-features.ts';
import { packEncoder } from '../../../matching/claims/encoder.ts';
import { logistic, modelOf, scoreOf as modelScore, type Model } from '../../../matching/claims/forest.ts';
import { fingerprintOf } from '../../../matching/claims/knowledge.ts';
import { calibrated, type ClaimModel, type FittedModel } from '../../../matching/claims/model.ts';
import { leastFirst, SECOND_FEATURES, writePasses, type FirstPass } from '../../../matching/claims/passes.ts';
import { packVectors } from '../../../matching/claims/vectors.ts';
import { createEngine } from '../../../matching/engine.ts';
import { binsOf, calibrate } from './calibrate.ts';
import { buildCorpus, type Judged, type Pair } from './corpus.ts';
import { fitModel } from './fit-model.ts';
import { scoreOf, shown } from './score.ts';
import { answersOf, chooseThresholds, type Calibrated } from './thresholds.ts';

const groups = 5;
const { values } = parseArgs({
  options: {
    dry: { type: 'boolean', default: false },
    without: { type: 'string', default: '' },
    dump: { type: 'string' },
  },
});
const started = performance.now();
const log = (what: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`);

const base = readFactBase();
const without = values.without.split(',');
const used = { ...base, examples: base.examples.filter(({ name }) => !without.includes(name)) };
const { judged, fitted, isCompanion } = buildCorpus(used, createEngine(compileLexicon(base)), groups, log);
const sentenceCount = used.examples.reduce(
  (sum, { passages }) => sum + passages.reduce((count, { sentences }) => count + sentences.length, 0),
  0,
);
const claimIds = base.claims.map(({ id }) => id);

type Models = Record<'match' | 'restates' | 'disputes' | 'stance', FittedModel>;

interface Second {
  item: Judged;
  pairs: Pair[];
}

interface Scored {
  item: Judged;
  /** The three likeliest, best first. */
  ranked: { claim: number; match: number; disputes: number }[];
}

function fitFirst(part: readonly Judged[]): FittedModel {
  const rows = part.flatMap(({ pairs }) => pairs.map(({ features, isClaim }) => ({ features, positive: isClaim })));
  return fitModel(rows, FEATURES, 'first');
}

function firstPasses(part: readonly Judged[], fitted: FittedModel): [Judged, FirstPass][] {
  const model = modelOf(fitted, FEATURES);
  return part.map((item) => [
    item,
    new Map(item.pairs.map(({ claim, features }) => [claim, modelScore(model, features)])),
  ]);
}

function secondRows(first: ReadonlyMap<Judged, FirstPass>): Second[] {
  const placeOf = ({ example: { passage, at } }: Judged, lag = 0): string => `${passage} ${at - lag}`;
  const places = new Map([...first].map(([item, pass]) => [placeOf(item), pass]));
  return [...first].map(([item, own]) => {
    const before = [1, 2, 3].map((lag) => places.get(placeOf(item, lag)));
    return {
      item,
      pairs: item.pairs
        .filter(({ claim }) => own.get(claim)! > leastFirst)
        .map((pair) => {
          const row = new Float64Array(SECOND_FEATURES.length);
          row.set(pair.features);
          writePasses(pair.claim, own, before, isCompanion, row);
          return { ...pair, features: [...row] };
        }),
    };
  });
}

function fitSecond(part: readonly Second[]): Models {
  const pairs = part.flatMap((second) => second.pairs);
  const fit = (rows: readonly Pair[], positive: (pair: Pair) => boolean): FittedModel =>
    fitModel(
      rows.map((pair) => ({ features: pair.features, positive: positive(pair) })),
      SECOND_FEATURES,
      'second',
    );
  return {
    match: fit(pairs, ({ isClaim }) => isClaim),
    restates: fit(pairs, ({ isClaim, disputes }) => isClaim && !disputes),
    disputes: fit(pairs, ({ disputes }) => disputes),
    stance: fit(
      pairs.filter(({ isClaim }) => isClaim),
      ({ disputes }) => disputes,
    ),
  };
}

function judgeAll(part: readonly Second[], models: Models): Scored[] {
  const ready = Object.fromEntries(
    Object.entries(models).map(([name, model]) => [name, modelOf(model, SECOND_FEATURES)]),
  ) as Record<keyof Models, Model>;
  return part.map(({ item, pairs }) => ({
    item,
    ranked: pairs
      .map(({ claim, features }) => {
        const [match, restates, disputes, stance] = (['match', 'restates', 'disputes', 'stance'] as const).map((name) =>
          logistic(modelScore(ready[name], features)),
        ) as [number, number, number, number];
        return {
          claim,
          match: (match + Math.min(1, restates + disputes)) / 2,
          disputes: (stance + disputes / (restates + disputes)) / 2,
        };
      })
      .toSorted((a, b) => b.match - a.match)
      .slice(0, 3),
  }));
}

const firsts = new Map(
  Array.from({ length: groups }, (_, group) =>
    firstPasses(
      judged.filter((item) => item.group === group),
      fitFirst(judged.filter((item) => item.group !== group)),
    ),
  ).flat(),
);
log('first pass');
const seconds = secondRows(firsts);
const scored = Array.from({ length: groups }, (_, group) =>
  judgeAll(
    seconds.filter(({ item }) => item.group === group),
    fitSecond(seconds.filter(({ item }) => item.group !== group)),
  ),
).flat();
log('second pass');

const isQuestion = ({ example: { text } }: Judged): boolean => /[?؟]\s*["'»”’)]*$/.test(text.trim());
/** Written to be mistaken: how often they are says nothing of a page. */
const isAdversarial = ({ item }: Scored): boolean => /^(?:passing|rebuttals)/.test(item.example.batch);
const plain = scored.filter((one) => !isAdversarial(one));
const claimOutcomes = plain.flatMap(({ item, ranked }) =>
  ranked.map(({ claim, match }) => ({ said: match, isRight: item.gold.has(claim) })),
);
const stanceOutcomes = plain.flatMap(({ item, ranked }) =>
  ranked.flatMap(({ claim, disputes }) => {
    const gold = item.gold.get(claim);
    return gold === undefined ? [] : [{ said: Math.max(disputes, 1 - disputes), isRight: disputes >= 0.5 === gold }];
  }),
);
const calibration = { claim: calibrate(claimOutcomes), stance: calibrate(stanceOutcomes) };

function calibratedOf({ item, ranked }: Scored): Calibrated {
  return {
    gold: new Map([...item.gold].map(([claim, disputes]) => [claimIds[claim]!, disputes])),
    ranked: isQuestion(item)
      ? []
      : ranked.map(({ claim, match, disputes }) => ({
          claim: claimIds[claim]!,
          confidence: calibrated(calibration.claim, match),
          disputes: disputes >= 0.5,
          stanceConfidence: calibrated(calibration.stance, Math.max(disputes, 1 - disputes)),
        })),
  };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
/**
 * Batches of near misses alone say how often nothing is said rightly; they would drown the precision of ordinary pages. Exercises are single
 * sentences by one formula ("… , objects the invented Dr X"), of which models fitted without them have seen none.
 */
const ordinary = plain.filter(({ item }) => !/^(?:noise|nothing|exercises)/.test(item.example.batch));
const thresholds = chooseThresholds(ordinary.map(calibratedOf));
log(`thresholds ${JSON.stringify(thresholds)}`);
const core = ['en', 'fr', 'de'];
const show = (what: string, part: readonly Scored[]): void =>
  console.log(`${what.padEnd(24)} ${shown(scoreOf(answersOf(part.map(calibratedOf), thresholds)))}`);
show('all', scored);
show(
  'English, French, German',
  scored.filter(({ item }) => core.includes(item.example.language)),
);
for (const language of new Set(judged.map(({ example }) => example.language)))
  show(
    `  ${language}`,
    scored.filter(({ item }) => item.example.language === language),
  );
for (const name of new Set(judged.map(({ example }) => example.batch)))
  show(
    `  ${name}`,
    scored.filter(({ item }) => item.example.batch === name),
  );
const labelled = scored.filter(({ item }) => item.gold.size > 0);
console.log(
  `S@1 ${(labelled.filter(({ item, ranked }) => item.gold.has(ranked[0]?.claim ?? -1)).length / labelled.length).toFixed(3)}, stance right given the claim ${(stanceOutcomes.filter(({ isRight }) => isRight).length / stanceOutcomes.length).toFixed(3)}`,
);
for (const [what, outcomes] of [
  ['claim', claimOutcomes],
  ['stance', stanceOutcomes],
] as const)
  console.log(
    `expected error of the calibrated ${what}: ${binsOf(outcomes.map(({ said, isRight }) => ({ said: calibrated(calibration[what], said), isRight }))).error.toFixed(3)}`,
  );
if (values.dump)
  writeFileSync(
    values.dump,
    JSON.stringify(
      scored.map(({ item: { example, gold }, ranked }) => ({
        id: `${example.passage} ${example.at}`,
        language: example.language,
        text: example.text,
        gold: [...gold].map(([c, d]) => [claimIds[c], d]),
        scored: ranked.map((s) => [
          claimIds[s.claim],
          round(calibrated(calibration.claim, s.match)),
          round(s.disputes),
        ]),
      })),
    ),
  );

const model: ClaimModel = {
  examples: fingerprintOf(used),
  sentences: sentenceCount,
  claims: claimIds,
  vectors: packVectors(fitted.vectors),
  encoder: packEncoder(fitted.encoder),
  first: fitFirst(judged),
  ...fitSecond(seconds),
  calibration,
  thresholds,
};
log('fitted');
if (!values.dry)
  writeFileSync(join(import.meta.dirname, '../../../data/claim-model.json'), `${JSON.stringify(model)}\n`);
