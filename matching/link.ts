/**
 * From candidates to mentions. Three questions, in this order: in which sense are the affair's ambiguous names used here (NSO, Pegasus),
 * which parts of the page speak of the affair, and who is meant there by the other names.
 */
import type { Candidate } from './detect.ts';
import { isByline, isCredit, isIdentifier, isShareButton } from './leave-alone.ts';
import type { Mention } from './model.ts';
import { isSomebodyElse, titleBefore } from './names.ts';
import { relevantBlocks } from './relevance.ts';
import type { ReadBlock } from './scan.ts';
import type { Vocabularies } from './evidence.ts';
import { sentenceAt } from './sentences.ts';
import { weigh } from './weigh.ts';
import type { Weight } from './weigh.ts';

/** What linking knows of the lexicon, by entity index. */
export interface Linkage {
  ids: readonly string[];
  /** Entities whose presence makes a page one of the affair. */
  central: ReadonlySet<number>;
  persons: ReadonlySet<number>;
  /** News agencies, whose names sign texts. */
  agencies: ReadonlySet<number>;
  vocabularies: Vocabularies;
}

interface Item {
  block: number;
  candidate: Candidate;
  /** Where its sentence begins. */
  sentence: number;
  weight: Weight;
  verdict: Verdict | null;
}

interface Verdict {
  confidence: number;
  doubtful: boolean;
  entity: number;
}

/** From this total on an ambiguous name is linked; below `sure` it is shown as doubtful. */
const threshold = 1;
const sure = 1.5;

/** The mentions of each block. `blocks` are all blocks of the page in reading order. */
export function link(blocks: readonly ReadBlock[], linkage: Linkage): Mention[][] {
  const items = collect(blocks, linkage);
  const anchors = items.length === 0 ? [] : linkCentral(items, linkage, speaksOfSpyware(blocks, items, linkage));
  const mentions: Mention[][] = blocks.map(() => []);
  if (anchors.length === 0) return mentions;
  const relevant = relevantBlocks(blocks, anchors);
  linkRest(items, blocks, relevant, linkage);
  for (const { block, candidate, weight, verdict } of items) {
    if (verdict) mentions[block]!.push(mentionOf(candidate, weight, verdict, blocks[block]!.text, linkage));
  }
  return mentions;
}

/** All candidates that stand in a place where names are mentions. */
function collect(blocks: readonly ReadBlock[], { agencies, central }: Linkage): Item[] {
  const items: Item[] = [];
  blocks.forEach(({ text, candidates, detail }, block) => {
    if (!detail) return;
    const plain = candidates.filter(({ form }) => form.need === 'nothing' && form.entity >= 0);
    for (const candidate of candidates) {
      const { form, start, end } = candidate;
      if (form.entity < 0 || isIdentifier(text, start, end) || isCredit(text, start)) continue;
      if (agencies.has(form.entity) && isByline(text, start, end)) continue;
      if (!central.has(form.entity) && isShareButton(candidate, detail.words)) continue;
      const useAffair = form.need === 'cue' || form.need === 'nothing';
      const sentence = sentenceAt(detail.sentences, start).start;
      items.push({ block, candidate, sentence, weight: weigh(candidate, detail, useAffair ? plain : [], useAffair), verdict: null });
    }
  });
  return items;
}

/** Decides the sense of the names that make a page one of the affair; returns the blocks that hold a linked one, one entry for each. */
function linkCentral(items: readonly Item[], { central }: Linkage, spyware: boolean): number[] {
  const ambiguous: Item[] = [];
  const anchors: number[] = [];
  for (const item of items) {
    const { form } = item.candidate;
    if (!central.has(form.entity)) continue;
    if (form.need !== 'nothing') ambiguous.push(item);
    else if (spyware && item.weight.score > -2.5) {
      item.verdict = { entity: form.entity, confidence: item.weight.score > 0 ? 0.99 : 0.93, doubtful: false };
      anchors.push(item.block);
    }
  }
  const plainly = anchors.length > 0;
  const senses = sensesOf(ambiguous);
  const elsewhere = (name: string): number => {
    let best = 0;
    for (const [other, { mean, most }] of senses) if (other !== name && mean > 0 && most > 0.9) best = Math.max(best, mean);
    return Math.min(best, 1.1);
  };
  const last = new Map<string, { block: number; linked: boolean }>();
  for (const item of ambiguous) {
    const { candidate, weight, block } = item;
    const name = nameOf(item);
    const sense = senses.get(name)!;
    // A literal rendering by a machine is believed where words around it bear it out, not because the page is about the affair;
    // nor is a name that the page uses for something else as well
    const page = candidate.form.mistranslated || sense.contested ? 0 : (plainly ? 0.8 : 0) + elsewhere(name);
    const before = last.get(name);
    const run = before && block - before.block <= 3 ? (before.linked ? 0.6 : -0.6) : 0;
    const total = weight.score + (sense.contested ? Math.min(sense.mean, 0.3) : sense.mean) + page + run;
    const linked = total >= threshold && !weight.trapped && (weight.against === 0 || weight.score > -0.5);
    last.set(name, { block, linked });
    if (!linked) continue;
    item.verdict = {
      entity: candidate.form.entity,
      confidence: logistic(total),
      doubtful: candidate.form.mistranslated || candidate.distance > 0 || total < sure,
    };
    if (!candidate.form.mistranslated || sense.most >= 1) anchors.push(block);
  }
  borneOutByOthers(ambiguous, items, anchors);
  // Context alone, without a single place where words around the name bear it out, is no evidence
  const borneOut = plainly || [...senses.values()].some(({ most }) => most >= threshold);
  if (borneOut) return anchors.sort((a, b) => a - b);
  for (const item of ambiguous) item.verdict = null;
  return [];
}

/** Texts shorter than this need no second witness beside a name that needs no context. */
const shortText = 60;

/**
 * Whether anything but the names themselves says that the page is about spyware: a decisive word, or another entity of the affair.
 * "NSO-Gruppe" is also the name of a night shift.
 */
function speaksOfSpyware(blocks: readonly ReadBlock[], items: readonly Item[], { central }: Linkage): boolean {
  if (items.some(({ candidate: { form } }) => !central.has(form.entity) && form.need === 'affair')) return true;
  if (blocks.some(({ detail }) => detail?.affair.some(({ value }) => value > 1))) return true;
  return blocks.reduce((words, { length }) => words + length, 0) < shortText;
}

/** A name whose sense is open is meant where another name of the affair was linked in the same sentence: "NSO says that Pegasus …". */
function borneOutByOthers(ambiguous: readonly Item[], items: readonly Item[], anchors: number[]): void {
  const place = ({ block, sentence }: Item): string => `${block} ${sentence}`;
  const linked = Map.groupBy(items.filter(({ verdict }) => verdict && !verdict.doubtful), place);
  for (const item of ambiguous) {
    const { candidate: { form }, weight, block } = item;
    if (item.verdict || form.mistranslated || weight.trapped || weight.score < 0) continue;
    if (!linked.get(place(item))?.some((other) => other.candidate.form.entity !== form.entity)) continue;
    item.verdict = { entity: form.entity, confidence: 0.8, doubtful: false };
    anchors.push(block);
  }
}

interface Sense {
  /** Mean of what speaks for the sense over all places of the page, within ±1.5. */
  mean: number;
  /** The best single place. */
  most: number;
  /** The page also uses the name for something else. */
  contested: boolean;
}

function sensesOf(items: readonly Item[]): Map<string, Sense> {
  const scores = new Map<string, number[]>();
  for (const item of items) {
    const list = scores.get(nameOf(item));
    if (list) list.push(item.weight.score);
    else scores.set(nameOf(item), [item.weight.score]);
  }
  const senses = new Map<string, Sense>();
  for (const [name, list] of scores) {
    const clamped = list.map((score) => Math.max(-2, Math.min(2, score)));
    const mean = clamped.reduce((sum, score) => sum + score, 0) / list.length;
    senses.set(name, {
      mean: Math.max(-1.5, Math.min(1.5, mean)),
      most: Math.max(...list),
      contested: list.some((score) => score < -0.5),
    });
  }
  return senses;
}

const nameOf = ({ candidate: { form } }: Item): string => `${form.entity} ${form.words.join(' ')}`;

/** Links the other names where the page speaks of the affair. */
function linkRest(items: readonly Item[], blocks: readonly ReadBlock[], relevant: readonly number[], linkage: Linkage): void {
  const rest = items.filter(({ candidate: { form } }) => !linkage.central.has(form.entity));
  const inFull = new Set<number>();
  for (const item of rest) {
    const { candidate, weight, block } = item;
    const { form, distance } = candidate;
    if (form.need === 'full-name' || relevant[block]! === 0) continue;
    if (weight.trapped || (form.need === 'cue' && weight.score < 0.3)) continue;
    if (form.mistranslated && weight.score < 0.7) continue;
    if (weight.score < -0.9) continue;
    if (linkage.persons.has(form.entity)) {
      if (isSomebodyElse(candidate, blocks[block]!.detail!, linkage)) continue;
      if (form.full) inFull.add(form.entity);
    }
    item.verdict = {
      entity: form.entity,
      confidence: (form.mistranslated ? 0.65 : distance > 0 ? 0.85 : 0.96) - (weight.against > 0 ? 0.1 : 0),
      doubtful: form.mistranslated || (distance > 0 && form.words.length === 1) || weight.against > 1,
    };
  }
  for (const item of rest) {
    const { candidate, weight, block } = item;
    const { form, distance } = candidate;
    if (form.need !== 'full-name' || relevant[block]! === 0) continue;
    const detail = blocks[block]!.detail!;
    const known = inFull.has(form.entity);
    const titled = titleBefore(candidate, detail, linkage.vocabularies);
    if (weight.trapped || weight.score < -0.9 || isSomebodyElse(candidate, detail, linkage)) continue;
    if (!known && !titled && weight.score < 0.9) continue;
    if (distance > 0 && !known && !titled) continue;
    item.verdict = {
      entity: form.entity,
      confidence: (known ? 0.95 : titled ? 0.85 : 0.75) - 0.15 * distance,
      doubtful: distance > 0 || !(known || titled),
    };
  }
}

function mentionOf(candidate: Candidate, weight: Weight, verdict: Verdict, text: string, { ids }: Linkage): Mention {
  const { start, end, distance, form } = candidate;
  return {
    start,
    end,
    text: text.slice(start, end),
    entity: ids[verdict.entity]!,
    alias: form.alias,
    distance,
    cues: weight.cues,
    confidence: Math.round(verdict.confidence * 100) / 100,
    doubtful: verdict.doubtful,
  };
}

function logistic(total: number): number {
  return 1 / (1 + Math.exp(-1.6 * total));
}
