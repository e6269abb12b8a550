/** From candidates to mentions, by fitted models: does the page speak of the affair, and is each name a mention there (in two passes). */
import { probability, score } from './logistic.ts';
import type { Weights } from './logistic.ts';
import { PlaceIndex, firstFeatures, secondFeatures } from './mention-features.ts';
import type { Mention } from '../model.ts';
import { pageFeatures, sortOf } from './page-features.ts';
import type { PageSort } from './page-features.ts';
import { placesOf } from './place.ts';
import type { Kind, Linkage, Place } from './place.ts';
import type { ReadBlock } from './scan.ts';

/** `data/name-weights.json`, which `npm run fit` writes. */
export interface NameWeights {
  page: Record<PageSort, Weights>;
  first: Record<Kind, Weights>;
  second: Record<Kind, Weights>;
  /** A page that speaks of the affair with less probability than this has no mention. */
  pageThreshold: number;
  /** From this probability on a candidate is a mention; below `sure` it is shown as doubtful. */
  threshold: number;
  sure: number;
  /** Where nothing reaches the threshold on a page that speaks of the affair with `page`, a lower one holds: none of these stays silent. */
  quiet: { page: number; threshold: number };
}

/** From which probability on a candidate is a mention, on a page that speaks of the affair with `page` and has candidates so probable. */
export function thresholdFor(
  page: number,
  candidates: readonly number[],
  { threshold, quiet }: Pick<NameWeights, 'threshold' | 'quiet'>,
): number {
  const isQuiet = page >= quiet.page && candidates.every((probable) => probable < threshold);
  return isQuiet ? Math.min(threshold, quiet.threshold) : threshold;
}

/** Returns the mentions of each block. `blocks` are all blocks of the page in reading order. Yields now and then, so that a caller can pause. */
export function* link(
  blocks: readonly ReadBlock[],
  linkage: Linkage,
  weights: NameWeights,
): Generator<undefined, Mention[][]> {
  const mentions: Mention[][] = blocks.map(() => []);
  const places = yield* placesOf(blocks, linkage);
  const sort = sortOf(places, blocks);
  if (!sort) return mentions;
  const page = score(weights.page[sort], pageFeatures(places, blocks, linkage));
  if (probability(page) < weights.pageThreshold) return mentions;
  yield;
  const index = new PlaceIndex(places);
  const features = yield* firstFeatures(page, index, blocks);
  const first = places.map(({ kind }, at) => score(weights.first[kind], features[at]!));
  yield;
  const second = yield* secondFeatures(first, features, index);
  const probable = places.map(({ kind }, at) => probability(score(weights.second[kind], second[at]!)));
  const threshold = thresholdFor(probability(page), probable, weights);
  for (const [at, place] of places.entries()) {
    const confidence = probable[at]!;
    if (confidence >= threshold) mentions[place.block]!.push(mentionOf(place, confidence, blocks, linkage, weights));
  }
  yield;
  return mentions;
}

function mentionOf(
  { candidate, around, block, entity }: Place,
  confidence: number,
  blocks: readonly ReadBlock[],
  { ids }: Linkage,
  { sure }: NameWeights,
): Mention {
  const { start, end, distance, form } = candidate;
  return {
    start,
    end,
    text: blocks[block]!.text.slice(start, end),
    entity: ids[entity]!,
    alias: form.alias,
    distance,
    cues: around.words,
    confidence: Math.round(confidence * 100) / 100,
    doubtful: confidence < sure || form.mistranslated || (distance > 0 && form.words.length === 1),
  };
}
