/** Fits the models of names to labelled texts, and judges texts with fitted models: for `npm run fit` and for cross-validation. */
import type { Lexicon } from '../../data/facts.ts';
import { atOnce } from '../../matching/at-once.ts';
import { createEngine, linkageOf } from '../../matching/engine.ts';
import { vocabulariesOf } from '../../matching/names/hints.ts';
import { thresholdFor } from '../../matching/names/link.ts';
import type { NameWeights } from '../../matching/names/link.ts';
import { probability, score } from '../../matching/names/logistic.ts';
import type { Features, Weights } from '../../matching/names/logistic.ts';
import type { PageSort } from '../../matching/names/page-features.ts';
import { PlaceIndex, firstFeatures, secondFeatures } from '../../matching/names/mention-features.ts';
import { pageFeatures, sortOf } from '../../matching/names/page-features.ts';
import { KINDS, placesOf } from '../../matching/names/place.ts';
import type { Kind, Place } from '../../matching/names/place.ts';
import type { ReadBlock } from '../../matching/names/scan.ts';
import type { LabelledText } from './labelled-texts.ts';
import { fitLogistic } from './logistic.ts';
import { blocksOf } from './measure.ts';

/** A labelled text as the models see it. */
export interface ReadText {
  text: LabelledText;
  blocks: ReadBlock[];
  places: Place[];
  index: PlaceIndex;
  page: Features;
  sort: PageSort;
  /** For each place: 1 for a mention, 0 for none, null where the label does not say. */
  labels: (0 | 1 | null)[];
  words: number;
}

/** How strongly weights are pulled to 0, chosen by cross-validation. */
const penalties = { page: 3, first: 0.5, second: 0.5 };
const innerFolds = 5;
/** Chosen by cross-validation: it takes a third of the false marks from pages of other matters, and hardly a mention from those of the affair. */
export const pageThreshold = 0.62;

/** Finds the places of texts where names may be mentions, and what the models see of them. */
export function readTexts(texts: readonly LabelledText[], lexicon: Lexicon): ReadText[] {
  const engine = createEngine(lexicon);
  const linkage = linkageOf(lexicon, vocabulariesOf(lexicon));
  const known = new Set(texts.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)));
  return texts.map((text) => {
    const lines = blocksOf(text.text);
    const blocks = lines.map((line) => engine.scan(line.text) as ReadBlock);
    const found = atOnce(placesOf(blocks, linkage));
    const sort = sortOf(found, blocks);
    const places = sort ? found : [];
    const labels = places.map(({ block, candidate, entity }) => {
      const [start, end] = [candidate.start + lines[block]!.at, candidate.end + lines[block]!.at];
      const id = linkage.ids[entity]!;
      const label = text.mentions.find(
        (mention) => mention.entity === id && mention.start < end && start < mention.end,
      );
      if (label) return label.optional ? null : 1;
      return text.kind === 'lookalike' || known.has(id) ? 0 : null;
    });
    return {
      text,
      blocks,
      places,
      index: new PlaceIndex(places),
      page: pageFeatures(places, blocks, linkage),
      sort: sort ?? 'other',
      labels,
      words: text.text.split(/\s+/).length,
    };
  });
}

/** The fold of a text by its name, the same every time. */
function foldOf({ text: { file } }: ReadText, folds: number, seed: number): number {
  let state = seed | 0;
  for (const character of file) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  return ((state ^ (state >>> 13)) >>> 4) % folds;
}

type Models = Pick<NameWeights, 'page' | 'first' | 'second'>;

/**
 * Fits all models. A later one learns from what the earlier ones say of texts that they were not fitted to, because that is what it
 * will see.
 */
export function fitModels(all: readonly ReadText[]): Models {
  const texts = all.filter(({ places }) => places.length > 0);
  const page = fitPages(texts);
  const pageOdds = outOfFold(texts, fitPages, (weights, text) => score(weights[text.sort], text.page));
  const firstOf = texts.map((text, at) => atOnce(firstFeatures(pageOdds[at]!, text.index, text.blocks)));
  const features = new Map(texts.map((text, at) => [text, firstOf[at]!]));
  const first = fitMentions(texts, features, penalties.first);
  const firstOdds = outOfFold(
    texts,
    (train) => fitMentions(train, features, penalties.first),
    (weights, text) => features.get(text)!.map((seen, at) => score(weights[text.places[at]!.kind], seen)),
  );
  const secondOf = new Map(
    texts.map((text, at) => [text, atOnce(secondFeatures(firstOdds[at]!, firstOf[at]!, text.index))]),
  );
  return { page, first, second: fitMentions(texts, secondOf, penalties.second) };
}

/** The probability of each place of a text. */
function judge({ page, first, second }: Models, { page: seen, sort, index, blocks, places }: ReadText): number[] {
  const pageOdds = score(page[sort], seen);
  if (probability(pageOdds) < pageThreshold) return places.map(() => 0);
  const features = atOnce(firstFeatures(pageOdds, index, blocks));
  const odds = places.map(({ kind }, at) => score(first[kind], features[at]!));
  const later = atOnce(secondFeatures(odds, features, index));
  return places.map(({ kind }, at) => probability(score(second[kind], later[at]!)));
}

function outOfFold<W, R>(
  texts: readonly ReadText[],
  fit: (train: ReadText[]) => W,
  use: (weights: W, text: ReadText) => R,
): R[] {
  const seed = 31;
  const fitted = Array.from({ length: innerFolds }, (_, fold) =>
    fit(texts.filter((text) => foldOf(text, innerFolds, seed) !== fold)),
  );
  return texts.map((text) => use(fitted[foldOf(text, innerFolds, seed)]!, text));
}

function fitPages(texts: readonly ReadText[]): Record<PageSort, Weights> {
  const fitSort = (sort: PageSort): Weights =>
    fit(
      texts
        .filter((text) => text.sort === sort)
        .map(({ page, text }) => ({ features: page, positive: text.kind !== 'lookalike' })),
      penalties.page,
    );
  return { central: fitSort('central'), other: fitSort('other') };
}

function fitMentions(
  texts: readonly ReadText[],
  features: ReadonlyMap<ReadText, Features[]>,
  penalty: number,
): Record<Kind, Weights> {
  const examples = texts.flatMap((text) =>
    text.places.flatMap(({ kind }, at) => {
      const label = text.labels[at]!;
      return label === null ? [] : [{ kind, features: features.get(text)![at]!, positive: label === 1 }];
    }),
  );
  return Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      fit(
        examples.filter((example) => example.kind === kind),
        penalty,
      ),
    ]),
  ) as Record<Kind, Weights>;
}

function fit(examples: readonly { features: Features; positive: boolean }[], penalty: number): Weights {
  // A feature that never varies says nothing; the bias comes first, and is not penalised
  const names = [...new Set(examples.flatMap(({ features }) => Object.keys(features)))].filter(
    (name) =>
      name === 'bias' || examples.some(({ features }) => (features[name] ?? 0) !== (examples[0]!.features[name] ?? 0)),
  );
  const weights = fitLogistic(
    examples.map(({ features, positive }) => ({
      features: names.map((name) => features[name] ?? 0),
      positive,
      weight: 1,
    })),
    penalty,
  );
  return Object.fromEntries(names.map((name, at) => [name, Math.round(weights[at]! * 1000) / 1000]));
}

/** A text, and the probability of each of its places. */
export interface Judged {
  read: ReadText;
  /** That its page speaks of the affair. */
  page: number;
  probabilities: number[];
}

const folds = 5;

/** Judges each text by models that were fitted without it. */
export function crossValidate(texts: readonly ReadText[]): Judged[] {
  const seed = 7;
  return Array.from({ length: folds }, (_, fold) => {
    const models = fitModels(texts.filter((text) => foldOf(text, folds, seed) !== fold));
    return texts
      .filter((text) => foldOf(text, folds, seed) === fold)
      .map((read) => ({
        read,
        page: probability(score(models.page[read.sort], read.page)),
        probabilities: judge(models, read),
      }));
  }).flat();
}

/** Chosen by cross-validation: half of the silent texts speak, and no look-alike does. */
export const quiet = { page: 0.7, threshold: 0.6 };

/** Counts places from a threshold on: right, wrong, and how many mentions are labelled. */
export function sum(results: readonly Judged[], threshold: number): { right: number; wrong: number; labelled: number } {
  let [right, wrong, labelled] = [0, 0, 0];
  for (const { read, page, probabilities } of results) {
    labelled += read.text.mentions.filter(({ optional }) => !optional).length;
    const lowest = thresholdFor(page, probabilities, { threshold, quiet });
    for (const [at, p] of probabilities.entries()) {
      if (p < lowest) continue;
      if (read.labels[at] === 1) right++;
      else if (read.labels[at] === 0) wrong++;
    }
  }
  return { right, wrong, labelled };
}

const bins = 10;

/** Expected calibration error: how far the probability of a place is from the part of such places that are mentions. */
export function calibrationError(results: readonly Judged[]): number {
  const counts = Array.from({ length: bins }, () => ({ places: 0, probability: 0, mentions: 0 }));
  for (const { read, probabilities } of results)
    for (const [at, p] of probabilities.entries()) {
      const label = read.labels[at]!;
      if (label === null) continue;
      const bin = counts[Math.min(bins - 1, Math.floor(p * bins))]!;
      bin.places++;
      bin.probability += p;
      bin.mentions += label;
    }
  const places = counts.reduce((total, bin) => total + bin.places, 0);
  return counts.reduce((error, bin) => error + Math.abs(bin.probability - bin.mentions), 0) / places;
}
