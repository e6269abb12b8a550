import { atOnce } from '../at-once.ts';
import type { ClaimMatch, Stance } from '../model.ts';
import { isEnded, sentencesOf, type Span } from '../sentences.ts';
import { EvidenceFinder, type Evidence } from './evidence.ts';
import { FEATURES, type Setting } from './pair-features.ts';
import { logistic, modelOf, scoreOf, type Model } from './forest.ts';
import { Recent } from '../recent.ts';
import type { ClaimKnowledge } from './knowledge.ts';
import { languageOf } from './language.ts';
import { Memory } from './memory.ts';
import { calibrated, type Calibration, type Thresholds } from './model.ts';
import { leastFirst, SECOND_FEATURES, writePasses, type FirstPass } from './passes.ts';
import type { Passage } from './passages.ts';
import { ConceptFinder, SentenceReader, type ClaimProfile, type SentenceProfile } from './profile.ts';
import { StatementIndex } from './statement-index.ts';
import { Thesaurus } from './thesaurus.ts';
import { mayDispute, mayRestate, saidStance } from './stance.ts';

const mostMatches = 3;
const mostContext = 3;
/** Menus, labels, a name alone. */
const fewestWords = 3;
/** Sentences whose evidence is kept: each is context for those behind it. */
const mostKept = 512;

/** A sentence in its place. */
interface Placed {
  text: string;
  /** Of the page, as text. */
  block: string;
  language: string | null;
  named: Set<string>;
  near: Set<string>;
}

/** The first look at a sentence. */
interface Pass {
  profile: SentenceProfile;
  /** The claims that are worth a thought, with their features, and room for those of the second pass. */
  rows: (readonly [claim: number, features: Float64Array])[];
  first: FirstPass;
}

/** How sure a claim must be, and how many of the likeliest are asked for. */
interface Wanted {
  least: number;
  most: number;
}

interface Likely {
  claim: number;
  /** The features of the second pass. */
  row: Float64Array;
  confidence: number;
  restates: number;
  disputes: number;
}

/** What is thought of a sentence and a claim. */
export interface Judgement {
  claim: ClaimProfile;
  /** That the sentence speaks of the claim, 0 to 1. */
  confidence: number;
  stance: Stance;
  stanceConfidence: number;
}

export interface JudgedSentence extends Span {
  judged: Judgement[];
  profile: SentenceProfile;
}

/** What an engine asks of a matcher. */
export type MatchesClaims = Pick<ClaimMatcher, 'matchInSteps'>;

/** A matcher that is made for the first passage: what it takes is not needed for texts that do not speak of the affair. */
export function madeWhenAsked(make: () => ClaimMatcher): MatchesClaims {
  let made: ClaimMatcher | null = null;
  return { matchInSteps: (passage) => (made ??= make()).matchInSteps(passage) };
}

/** Ties sentences to claims. Its answers depend on the passage alone. */
export class ClaimMatcher {
  readonly #reader: SentenceReader;
  readonly #makeEvidence: () => EvidenceFinder;
  #madeEvidence: EvidenceFinder | undefined;
  readonly #models: Record<'first' | 'match' | 'restates' | 'disputes' | 'stance', Model>;
  readonly #calibration: { claim: Calibration; stance: Calibration };
  readonly #thresholds: Thresholds;
  readonly #isCompanion = (claim: number, other: number): boolean => this.#evidence.isCompanion(claim, other);
  readonly #read = new Recent<{ profile: SentenceProfile; evidence: Evidence }>(mostKept);
  readonly #languages = new Recent<{ language: string | null }>(mostKept);

  constructor(knowledge: ClaimKnowledge) {
    const { claims, concepts, thesaurus, memory, labels, vectors, encoder, model } = knowledge;
    this.#reader = new SentenceReader(new ConceptFinder(concepts), new Thesaurus(thesaurus));
    this.#makeEvidence = () =>
      new EvidenceFinder({
        claims,
        memory: new Memory(memory),
        labels,
        fitted: { vectors, encoder },
        statements: new StatementIndex(
          claims,
          concepts.map(({ kind }) => kind),
        ),
      });
    this.#models = {
      first: modelOf(model.first, FEATURES),
      match: modelOf(model.match, SECOND_FEATURES),
      restates: modelOf(model.restates, SECOND_FEATURES),
      disputes: modelOf(model.disputes, SECOND_FEATURES),
      stance: modelOf(model.stance, SECOND_FEATURES),
    };
    this.#calibration = model.calibration;
    this.#thresholds = model.thresholds;
  }

  /** Made for the first sentence: most pages name nobody of the affair. */
  get #evidence(): EvidenceFinder {
    return (this.#madeEvidence ??= this.#makeEvidence());
  }

  /** The matches of a passage's sentences, in reading order. */
  match(passage: Passage): ClaimMatch[] {
    return atOnce(this.matchInSteps(passage));
  }

  /** As `match`, with a pause after each sentence: a block of a hostile page may hold hundreds. */
  *matchInSteps(passage: Passage): Generator<undefined, ClaimMatch[]> {
    return (yield* this.#judgeInSteps(passage, { least: this.#thresholds.related, most: mostMatches })).flatMap(
      ({ start, end, judged, profile }) =>
        this.#decide(judged, profile).map((match) => ({ start, end, text: passage.text.slice(start, end), ...match })),
    );
  }

  /** What is thought of each sentence of a passage: the claims that are worth a thought, the likeliest first. */
  judge(passage: Passage): JudgedSentence[] {
    return atOnce(this.#judgeInSteps(passage, { least: 0, most: Infinity }));
  }

  *#judgeInSteps(passage: Passage, wanted: Wanted): Generator<undefined, JudgedSentence[]> {
    const context = passage.before.flatMap((block) =>
      this.#placedIn(block, sentencesOf(block.text).slice(-mostContext), []),
    );
    const spans = sentencesOf(passage.text);
    const near = passage.before.at(-1)?.mentions ?? [];
    const own = this.#placedIn(
      passage,
      spans,
      near.map(({ entity }) => entity),
    );
    const sentences = [...context.slice(-mostContext), ...own];
    const from = sentences.length - spans.length;
    const passes: (Pass | undefined)[] = [];
    // Of the sentences before, only where one of the passage's own asks for it.
    const passOf = (at: number): Pass | undefined =>
      at >= 0 && isAsked(sentences[at]!.text) ? (passes[at] ??= this.#firstPass(sentences, at)) : undefined;
    const all: JudgedSentence[] = [];
    for (let at = from; at < sentences.length; at++) {
      const pass = passOf(at);
      if (!pass) continue;
      yield;
      const { rows, first, profile } = pass;
      const left = rows.filter(([claim]) => first.get(claim)! > leastFirst);
      const earlier = left.length > 0 ? [1, 2, 3].map((lag) => passOf(at - lag)?.first) : [];
      const likely = left
        .flatMap(([claim, row]) => {
          writePasses(claim, first, earlier, this.#isCompanion, row);
          return this.#likely(claim, row, wanted.least) ?? [];
        })
        .toSorted((a, b) => b.confidence - a.confidence)
        .slice(0, wanted.most);
      all.push({ ...spans[at - from]!, judged: likely.map((one) => this.#withStance(one)), profile });
    }
    return all;
  }

  #firstPass(sentences: readonly Placed[], at: number): Pass {
    const sentence = sentences[at]!;
    const { profile, evidence } = this.#readSentence(sentence);
    const before = sentences.slice(Math.max(0, at - mostContext), at).toReversed();
    const setting: Setting = {
      named: sentence.named,
      near: sentence.near,
      before: before.map((earlier) => this.#readSentence(earlier).evidence),
      inBlock: before.filter(({ block }) => block === sentence.block).length,
      isEnded: isEnded(sentence.text),
    };
    const rows = this.#evidence.candidates(evidence, setting).map((claim) => {
      const row = new Float64Array(SECOND_FEATURES.length);
      return [claim, this.#evidence.features(claim, profile, evidence, setting, row)] as const;
    });
    return { profile, rows, first: new Map(rows.map(([claim, row]) => [claim, scoreOf(this.#models.first, row)])) };
  }

  /** A pure function of text and language. */
  #readSentence({ text, language }: Placed): { profile: SentenceProfile; evidence: Evidence } {
    return this.#read.get(`${language ?? ''} ${text}`, () => {
      const profile = this.#reader.read(text, language);
      return { profile, evidence: this.#evidence.gather(profile) };
    });
  }

  #placedIn(
    { text, mentions }: Pick<Passage, 'text' | 'mentions'>,
    spans: readonly Span[],
    before: readonly string[],
  ): Placed[] {
    let around: string | null | undefined;
    return spans.map(({ start, end }) => {
      const said = text.slice(start, end);
      const named = new Set<string>();
      const near = new Set(before);
      for (const mention of mentions) if (mention.start < end) (mention.end > start ? named : near).add(mention.entity);
      return {
        text: said,
        block: text,
        language: this.#languageOf(said) ?? (around ??= languageOf(text)),
        named,
        near,
      };
    });
  }

  #languageOf(text: string): string | null {
    return this.#languages.get(text, () => ({ language: languageOf(text) })).language;
  }

  /** Null where the confidence is less than the least. */
  #likely(claim: number, row: Float64Array, least: number): Likely | null {
    const { claim: calibration } = this.#calibration;
    const match = logistic(scoreOf(this.#models.match, row));
    // Whatever the others say
    if (calibrated(calibration, (match + 1) / 2) < least) return null;
    const restates = logistic(scoreOf(this.#models.restates, row));
    const disputes = logistic(scoreOf(this.#models.disputes, row));
    const confidence = calibrated(calibration, (match + Math.min(1, restates + disputes)) / 2);
    return confidence < least ? null : { claim, row, confidence, restates, disputes };
  }

  #withStance({ claim, row, confidence, restates, disputes }: Likely): Judgement {
    const stance = logistic(scoreOf(this.#models.stance, row));
    const disputing = (stance + disputes / (restates + disputes)) / 2;
    return {
      claim: this.#evidence.claims[claim]!,
      confidence,
      stance: disputing >= 0.5 ? 'disputes' : 'restates',
      stanceConfidence: calibrated(this.#calibration.stance, Math.max(disputing, 1 - disputing)),
    };
  }

  #decide(
    judged: readonly Judgement[],
    profile: SentenceProfile,
  ): Pick<ClaimMatch, 'claim' | 'stance' | 'confidence' | 'stanceConfidence'>[] {
    const least = this.#thresholds;
    return judged.map(({ claim, stance: likelier, confidence, stanceConfidence }, rank) => {
      const said = saidStance(profile, claim);
      const stance = said ?? likelier;
      const isRight = said ? confidence : confidence * stanceConfidence;
      const isSure =
        !profile.cues.question &&
        isRight >= (rank === 0 ? least[stance].first : least[stance].further) &&
        (stance === 'disputes' ? mayDispute(profile, claim) : mayRestate(profile, claim));
      return {
        claim: claim.id,
        stance: isSure ? stance : 'related',
        confidence: round(confidence),
        stanceConfidence: round(stanceConfidence),
      };
    });
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;

function isAsked(text: string): boolean {
  return text.split(/\s+/, fewestWords).length >= fewestWords;
}
