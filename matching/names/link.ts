/** From candidates to mentions, by fitted models: does the page speak of the affair, and is each name a mention there (in two passes). */
import { probability, score } from './logistic.ts';
import type { Weights } from './logistic.ts';
import { PlaceIndex, firstFeatures, secondFeatures } from './mention-features.ts';
import type { Mention } from '../model.ts';
import { pageFeatures } from './page-features.ts';
import { placesOf } from './place.ts';
import type { Kind, Linkage, Place } from './place.ts';
import type { ReadBlock } from './scan.ts';

/** `data/name-weights.json`, which `npm run fit` writes. */
export interface NameWeights {
  page: Weights;
  first: Record<Kind, Weights>;
  second: Record<Kind, Weights>;
  /** A page that speaks of the affair with less probability than this has no mention. */
  pageThreshold: number;
  /** From this probability on a candidate is a mention; below `sure` it is shown as doubtful. */
  threshold: number;
  sure: number;
}

/** Returns the mentions of each block. `blocks` are all blocks of the page in reading order. Yields now and then, so that a caller can pause. */
export function* link(
  blocks: readonly ReadBlock[],
  linkage: Linkage,
  weights: NameWeights,
): Generator<undefined, Mention[][]> {
  const mentions: Mention[][] = blocks.map(() => []);
  const places = yield* placesOf(blocks, linkage);
  // What makes a page one of the affair is what the gate asks for
  if (!places.some(({ kind }) => kind === 'central')) return mentions;
  const page = score(weights.page, pageFeatures(places, blocks, linkage));
  if (probability(page) < weights.pageThreshold) return mentions;
  yield;
  const index = new PlaceIndex(places);
  const features = firstFeatures(page, index, blocks);
  const first = places.map(({ kind }, at) => score(weights.first[kind], features[at]!));
  yield;
  const second = secondFeatures(first, features, index);
  for (const [at, place] of places.entries()) {
    const confidence = probability(score(weights.second[place.kind], second[at]!));
    if (confidence >= weights.threshold)
      mentions[place.block]!.push(mentionOf(place, confidence, blocks, linkage, weights));
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
