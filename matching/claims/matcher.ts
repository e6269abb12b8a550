import { atOnce } from '../at-once.ts';
import type { ClaimMatch, Stance } from '../model.ts';
import { isEnded, sentencesOf, type Span } from '../sentences.ts';
import { EvidenceFinder, FEATURES, type Evidence, type Setting } from './evidence.ts';
import { logistic, scoreOf, type Model } from './forest.ts';
import { Recent } from '../recent.ts';
import { unpackKnowledge, type ClaimKnowledge } from './knowledge.ts';
import { languageOf } from './language.ts';
import { calibrated, type FittedModel, type Calibration, type Thresholds } from './model.ts';
import { contextFeatures, leastFirst, SECOND_FEATURES, type FirstPass } from './passes.ts';
import type { Passage } from './passages.ts';
import { ConceptFinder, SentenceReader, type ClaimProfile, type SentenceProfile } from './profile.ts';
import { StatementIndex } from './statement-index.ts';
import { disavows, mayDispute, mayRestate, tellsTheContrary } from './stance.ts';

const mostMatches = 3;
const mostContext = 3;
/** Menus, labels, a name alone. */
const fewestWords = 3;
/** Sentences whose evidence is kept: each is context for those behind it. */
const mostKept = 64;

/** A sentence in its place. */
interface Placed {
  text: string;
  /** Of the page, as text. */
  block: string;
  language: string | null;
  named: Set<string>;
  near: Set<string>;
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
    const { claims, concepts, model } = knowledge;
    this.#reader = new SentenceReader(new ConceptFinder(concepts));
    this.#makeEvidence = () =>
      new EvidenceFinder({
        claims,
        ...unpackKnowledge(knowledge),
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

  /** Unpacked for the first sentence: most pages name nobody of the affair. */
  get #evidence(): EvidenceFinder {
    return (this.#madeEvidence ??= this.#makeEvidence());
  }

  /** The matches of a passage's sentences, in reading order. */
  match(passage: Passage): ClaimMatch[] {
    return atOnce(this.matchInSteps(passage));
  }

  /** As `match`, with a pause after each sentence: a block of a hostile page may hold hundreds. */
  *matchInSteps(passage: Passage): Generator<undefined, ClaimMatch[]> {
    return (yield* this.#judgeInSteps(passage)).flatMap(({ start, end, judged, profile }) =>
      this.#decide(judged, profile).map((match) => ({ start, end, text: passage.text.slice(start, end), ...match })),
    );
  }

  /** What is thought of each sentence of a passage: the claims that are worth a thought, the likeliest first. */
  judge(passage: Passage): JudgedSentence[] {
    return atOnce(this.#judgeInSteps(passage));
  }

  *#judgeInSteps(passage: Passage): Generator<undefined, JudgedSentence[]> {
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
    const firsts: (FirstPass | undefined)[] = [];
    const all: JudgedSentence[] = [];
    for (const [at, sentence] of sentences.entries()) {
      if (!isAsked(sentence.text)) {
        firsts[at] = undefined;
        continue;
      }
      yield;
      const { profile, evidence } = this.#readSentence(sentence);
      const before = sentences.slice(Math.max(0, at - mostContext), at).toReversed();
      const setting: Setting = {
        named: sentence.named,
        near: sentence.near,
        before: before.map((earlier) => this.#readSentence(earlier).evidence),
        inBlock: before.filter(({ block }) => block === sentence.block).length,
        isEnded: isEnded(sentence.text),
      };
      const rows = this.#evidence
        .candidates(evidence, setting)
        .map((claim) => [claim, this.#evidence.features(claim, profile, evidence, setting)] as const);
      const first = (firsts[at] = new Map(rows.map(([claim, row]) => [claim, scoreOf(this.#models.first, row)])));
      if (at < from) continue;
      const earlier = [1, 2, 3].map((lag) => firsts[at - lag]);
      const judged = rows
        .filter(([claim]) => first.get(claim)! > leastFirst)
        .map(([claim, row]) =>
          this.#judge(claim, [...row, ...contextFeatures(claim, first, earlier, this.#isCompanion)]),
        )
        .toSorted((a, b) => b.confidence - a.confidence);
      all.push({ ...spans[at - from]!, judged, profile });
    }
    return all;
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

  #judge(claim: number, row: number[]): Judgement {
    const match = logistic(scoreOf(this.#models.match, row));
    const restates = logistic(scoreOf(this.#models.restates, row));
    const disputes = logistic(scoreOf(this.#models.disputes, row));
    const stance = logistic(scoreOf(this.#models.stance, row));
    const disputing = (stance + disputes / (restates + disputes)) / 2;
    return {
      claim: this.#evidence.claims[claim]!,
      confidence: calibrated(this.#calibration.claim, (match + Math.min(1, restates + disputes)) / 2),
      stance: disputing >= 0.5 ? 'disputes' : 'restates',
      stanceConfidence: calibrated(this.#calibration.stance, Math.max(disputing, 1 - disputing)),
    };
  }

  #decide(
    judged: readonly Judgement[],
    profile: SentenceProfile,
  ): Pick<ClaimMatch, 'claim' | 'stance' | 'confidence' | 'stanceConfidence'>[] {
    const least = this.#thresholds;
    return judged
      .slice(0, mostMatches)
      .filter(({ confidence }) => confidence >= least.related)
      .map(({ claim, stance: likelier, confidence, stanceConfidence }, rank) => {
        const isContrary = tellsTheContrary(profile, claim);
        const stance = isContrary ? 'disputes' : likelier;
        const isCertain = isContrary || (stance === 'disputes' && disavows(profile));
        const isRight = isCertain ? confidence : confidence * stanceConfidence;
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

function modelOf({ weights, start, trees }: FittedModel, names: readonly string[]): Model {
  const of = (at: 0 | 1 | 2): number[] => names.map((name) => weights[name]![at]);
  return { weights: of(0), shift: of(1), scale: of(2), start, trees };
}

function isAsked(text: string): boolean {
  return text.split(/\s+/, fewestWords).length >= fewestWords;
}
