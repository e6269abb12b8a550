/**
 * From candidates to mentions. Three questions, in this order: in which sense are the affair's ambiguous names used here (NSO, Pegasus),
 * which parts of the page speak of the affair, and who is meant there by the other names.
 */
import type { Candidate } from './detect.ts';
import type { Vocabularies } from './hints.ts';
import { isByline, isCredit, isIdentifier } from './leave-alone.ts';
import type { Mention } from '../model.ts';
import { isSomebodyElse, officeBefore } from './surnames.ts';
import { relevantBlocks, topicOf } from './relevance.ts';
import type { ReadBlock } from './scan.ts';
import { decideSenses } from './senses.ts';
import { sentenceAt } from '../sentences.ts';
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

/** A candidate in a place where names are mentions, and what became of it. */
export interface Item {
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

/** Returns the mentions of each block. `blocks` are all blocks of the page in reading order. Yields now and then, so that a caller can pause. */
export function* link(blocks: readonly ReadBlock[], linkage: Linkage): Generator<undefined, Mention[][]> {
  const mentions: Mention[][] = blocks.map(() => []);
  const items = yield* collect(blocks, linkage);
  const { central } = linkage;
  const isCentral = ({ candidate: { form } }: Item): boolean => central.has(form.entity);
  const centralItems = items.filter(isCentral);
  if (centralItems.length === 0) return mentions;
  const topic = topicOf(blocks, items, linkage);
  yield;
  const anchors = decideSenses(centralItems, blocks, topic);
  yield;
  if (anchors.length === 0) return mentions;
  const relevant = relevantBlocks(blocks, anchors, topic);
  linkRest(
    items.filter((item) => !isCentral(item) && relevant[item.block]! > 0),
    blocks,
    { relevant, throughout: topic.throughout },
    linkage,
  );
  yield;
  for (const { block, candidate, weight, verdict } of items) {
    if (verdict) mentions[block]!.push(mentionOf(candidate, weight, verdict, blocks[block]!.text, linkage));
  }
  return mentions;
}

/** All candidates that stand in a place where names are mentions. */
function* collect(blocks: readonly ReadBlock[], { agencies, central, persons }: Linkage): Generator<undefined, Item[]> {
  const items: Item[] = [];
  for (const [block, { text, candidates, detail }] of blocks.entries()) {
    if (!detail || candidates.length === 0) continue;
    yield;
    for (const candidate of candidates) {
      const { form, start, end } = candidate;
      if (form.entity < 0 || isIdentifier(text, start, end) || isCredit(text, start)) continue;
      if (agencies.has(form.entity) && isByline(text, start, end)) continue;
      const useAffair =
        central.has(form.entity) || (form.need === 'cue' && !persons.has(form.entity) && !agencies.has(form.entity));
      const sentence = sentenceAt(detail.sentences, start);
      items.push({
        block,
        candidate,
        sentence: sentence.start,
        weight: weigh(candidate, detail, sentence, useAffair),
        verdict: null,
      });
    }
  }
  return items;
}

/** Below this, the words around speak for something else. */
const leastScore = -0.9;
/** What an ambiguous name and a bare surname of somebody not yet named need. */
const cueScore = 0.3;
const introducingScore = 0.9;

/** Links the other names where the page speaks of the affair, in reading order. */
function linkRest(
  items: readonly Item[],
  blocks: readonly ReadBlock[],
  { relevant, throughout }: { relevant: readonly number[]; throughout: boolean },
  linkage: Linkage,
): void {
  const { agencies } = linkage;
  const inFull = new Set<number>();
  const elses = new Set<Item>();
  for (const item of items) {
    const { candidate } = item;
    if (!linkage.persons.has(candidate.form.entity)) continue;
    if (isSomebodyElse(candidate, blocks[item.block]!.detail!, linkage.vocabularies)) elses.add(item);
    else if (isFullName(candidate)) inFull.add(candidate.form.entity);
  }
  /** Whom a surname meant last. */
  const bearer = new Map<number, 'ours' | 'else'>();
  for (const item of items) {
    const { candidate, weight, block } = item;
    const { form, distance } = candidate;
    const { entity } = form;
    if (elses.has(item)) {
      bearer.set(entity, 'else');
      continue;
    }
    if (weight.trapped || weight.score < leastScore) continue;
    const least = form.mistranslated ? introducingScore : cueScore;
    if (!linkage.persons.has(entity)) {
      // On a page that is about the affair throughout, an ordinary word with a capital is the firm, if nothing speaks for another sense
      if (
        form.need === 'cue' &&
        weight.score < least &&
        (form.mistranslated || agencies.has(entity) || !throughout || weight.against > 0)
      )
        continue;
      // A lone word such as a firm's name belongs to the affair where its own paragraph does
      if (form.words.length === 1 && relevant[block]! < 2) continue;
      verdict(
        item,
        form.mistranslated ? 0.65 : distance > 0 ? 0.85 : 0.96,
        form.mistranslated || (distance > 0 && form.words.length === 1),
      );
      continue;
    }
    if (isFullName(candidate)) {
      bearer.set(entity, 'ours');
      verdict(item, distance > 0 ? 0.88 : 0.97, false);
      continue;
    }
    const office = officeBefore(candidate, blocks[block]!.detail!, linkage.vocabularies);
    if (bearer.get(entity) === 'else' && !office) continue;
    const known = inFull.has(entity) || bearer.get(entity) === 'ours';
    if (form.need === 'cue' && !known && weight.score < introducingScore) continue;
    const wellKnown = form.need === 'affair' && relevant[block] === 2;
    if (!known && !office && !wellKnown && weight.score < introducingScore) continue;
    if (distance > 0 && !known && !office && !wellKnown) continue;
    bearer.set(entity, 'ours');
    verdict(
      item,
      (known ? 0.95 : office ? 0.9 : 0.8) - 0.15 * distance,
      distance > 0 || !(known || office || wellKnown),
    );
  }
}

function isFullName({ form }: Candidate): boolean {
  return form.words.length > 1;
}

function verdict(item: Item, confidence: number, doubtful: boolean): void {
  const contested = item.weight.against > 1;
  item.verdict = {
    entity: item.candidate.form.entity,
    confidence: confidence - (contested ? 0.1 : 0),
    doubtful: doubtful || contested,
  };
}

function mentionOf(
  candidate: Candidate,
  weight: Weight,
  { entity, confidence, doubtful }: Verdict,
  text: string,
  { ids }: Linkage,
): Mention {
  const { start, end, distance, form } = candidate;
  return {
    start,
    end,
    text: text.slice(start, end),
    entity: ids[entity]!,
    alias: form.alias,
    distance,
    cues: weight.cues,
    confidence: Math.round(confidence * 100) / 100,
    doubtful,
  };
}
