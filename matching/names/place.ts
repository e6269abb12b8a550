import { lookAround } from './around.ts';
import type { Around } from './around.ts';
import { lookBeside } from './beside.ts';
import type { Beside } from './beside.ts';
import type { Candidate } from './detect.ts';
import { isSpelledOut } from './expansion.ts';
import { ALL_CAPITALS } from './forms.ts';
import type { Vocabularies } from './hints.ts';
import { isByline, isCredit, isIdentifier } from './leave-alone.ts';
import type { ReadBlock } from './scan.ts';
import { sentenceAt } from '../sentences.ts';

/** Names are judged by three models: what makes a page one of the affair, who acts in it, and all others. */
export const KINDS = ['central', 'person', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** What linking knows of the lexicon, by entity index. */
export interface Linkage {
  ids: readonly string[];
  kinds: readonly Kind[];
  /** Those whose names stand on few pages of other matters. */
  telling: ReadonlySet<number>;
  /** News agencies, whose names sign texts. */
  agencies: ReadonlySet<number>;
  vocabularies: Vocabularies;
}

/** A candidate in a place where names are mentions, and what can be said of it without the rest of the page. */
export interface Place {
  block: number;
  candidate: Candidate;
  entity: number;
  kind: Kind;
  isAgency: boolean;
  /** Entity and words: the same for each place where a name is written in the same way. */
  name: string;
  /** Where its sentence begins. */
  sentence: number;
  around: Around;
  /** The letters are spelled out beside it as something else. */
  spelledOut: boolean;
  beside: Beside;
}

/** All candidates of a page that stand where names are mentions, in reading order. Yields now and then, so that a caller can pause. */
export function* placesOf(blocks: readonly ReadBlock[], linkage: Linkage): Generator<undefined, Place[]> {
  const places: Place[] = [];
  for (const [block, { text, candidates, detail }] of blocks.entries()) {
    if (!detail || candidates.length === 0) continue;
    yield;
    for (const candidate of candidates) {
      const { form, start, end, from } = candidate;
      const { entity } = form;
      if (entity < 0 || isIdentifier(text, start, end) || isCredit(text, start)) continue;
      const isAgency = linkage.agencies.has(entity);
      if (isAgency && isByline(text, start, end)) continue;
      const kind = linkage.kinds[entity]!;
      const sentence = sentenceAt(detail.sentences, start);
      const acronym = kind === 'central' && form.cases[0] === ALL_CAPITALS ? form.words[0]! : null;
      places.push({
        block,
        candidate,
        entity,
        kind,
        isAgency,
        name: `${entity} ${form.words.join(' ')}`,
        sentence: sentence.start,
        around: lookAround(candidate, detail, sentence, kind === 'central'),
        spelledOut: acronym !== null && isSpelledOut(acronym, from, detail),
        beside: lookBeside(candidate, detail, linkage.vocabularies),
      });
    }
  }
  return places;
}

/** The words at the place are those of something else: `Sternbild Pegasus`, `Benny Müller`. */
export function isTrapped(place: Place): boolean {
  const { cues, traps, trapped } = place.around;
  return trapped || place.spelledOut || isSomebodyElse(place) || cues[0]! + cues[1]! < traps[0]! + traps[1]!;
}

export function isSomebodyElse({ kind, beside }: Place): boolean {
  return kind === 'person' && beside.somebodyElse;
}

/** Evidence for others: a name that says whom it means, or one that a word in its sentence bears out. */
export function isPlain(place: Place): boolean {
  if (isTrapped(place)) return false;
  const { candidate, around } = place;
  const { need, mistranslated, words } = candidate.form;
  const saysWhom = need !== 'cue' && need !== 'full-name' && !mistranslated;
  return saysWhom || words.length > 1 || around.cues[0]! + around.cues[1]! > 0;
}
