/** What speaks for and against each claim of a sentence: the features by which the fitted models decide. */
import { encode, type Encoder } from './encoder.ts';
import type { Memory } from './memory.ts';
import type { ClaimProfile, SentenceProfile } from './profile.ts';
import type { StatementIndex } from './statement-index.ts';
import { KINDS } from './text-features.ts';

/** In the order of the weights that `npm run fit` writes. All are asked for the claim and for the stance. */
export const FEATURES = [
  'best',
  'second',
  'bestSurface',
  'bestConcepts',
  'bestStatement',
  'marginOther',
  'marginNone',
  'vote',
  'rank',
  'vectors',
  'vectorsMargin',
  'vectorsRank',
  'vectorsAny',
  'encoder',
  'encoderMargin',
  'encoderRank',
  'known',
  'knownStems',
  'prior',
  'coverage',
  'acts',
  'things',
  'keys',
  'precision',
  'figuresAgree',
  'figuresMissing',
  'figuresDiffer',
  'speakerNamed',
  'speakerNear',
  'about',
  'strangers',
  'nameless',
  'central',
  'centralNear',
  'unknown',
  'words',
  'question',
  'condition',
  'negation',
  'denial',
  'correction',
  'refusal',
  'retort',
  'extent',
  'affirmation',
  'replies',
  'contextVectors',
  'contextFirst',
  'contextBest',
  'inBlock',
  'unended',
  'coreLanguage',
  'disputing',
  'bestDisputing',
  'bestRestating',
  'voteDisputing',
  'stanceVectors',
  'negative',
  'claimDenies',
  'negationOfPositive',
  'negationOfNegative',
  'denialOfPositive',
  'denialOfNegative',
  'correctionOfPositive',
  'correctionOfNegative',
  'strangersDeny',
] as const;

export type Feature = (typeof FEATURES)[number];

/** The claims of the remembered texts. */
export interface Labels {
  /** The claims of text `i` are `claims[starts[i]..starts[i + 1]]`. */
  starts: Uint32Array;
  claims: Uint16Array;
  disputes: Uint8Array;
  isStatement: Uint8Array;
}

/** Support vectors of the classes: one for each claim, then `any claim`, then the stance towards affirming and denying claims. */
export interface Vectors {
  starts: Uint32Array;
  texts: Uint16Array;
  values: Float32Array;
  biases: Float32Array;
}

/** What was fitted to the remembered texts. */
export interface Fitted {
  vectors: Vectors;
  encoder: Encoder;
}

/** Where a sentence stands: who is named in it and before it, and what was found in the three sentences before it. */
export interface Setting {
  named: ReadonlySet<string>;
  near: ReadonlySet<string>;
  /** Evidence of the sentences before it, the nearest first. */
  before: readonly Evidence[];
  /** How many of these stand in the same block: a caption or a headline answers nothing. */
  inBlock: number;
  /** Whether a sign ends it, as no headline, caption or by-line. */
  isEnded: boolean;
}

/** Of one sentence, by claim. */
export interface Evidence {
  best: Float32Array;
  second: Float32Array;
  bestSurface: Float32Array;
  bestConcepts: Float32Array;
  bestStatement: Float32Array;
  bestDisputing: Float32Array;
  bestRestating: Float32Array;
  votes: Float32Array;
  votesDisputing: Float32Array;
  allVotes: number;
  /** Nearest texts first. */
  nearest: { text: number; value: number }[];
  bestOfNone: number;
  /** By class. */
  vectors: Float32Array;
  /** The highest of the claims among them. */
  mostVectors: number;
  /** By claim, log odds against no claim. */
  encoder: Float32Array;
  /** How much of the sentence's stems and concepts the claim's texts know, weighed by rarity. */
  known: Float32Array;
  /** The same of its stems alone. */
  knownStems: Float32Array;
  /** How many of its stems no remembered text has. */
  unknown: number;
  /** The claims that are worth a judgement. */
  candidates: number[];
}

interface Holding {
  isKnown: boolean;
  claims: Uint16Array;
}

/** The entities that the affair is about. */
const central = ['nso-group', 'pegasus'];
const surfaceShare = 0.6;
const mostNearest = 16;
const stemKind = KINDS.indexOf('stem');
const conceptKind = KINDS.indexOf('concept');

export class EvidenceFinder {
  readonly claims: readonly ClaimProfile[];
  readonly #memory: Memory;
  readonly #labels: Labels;
  readonly #fitted: Fitted;
  readonly #statements: StatementIndex;
  /** By feature, as far as a sentence has asked. */
  readonly #holding = new Map<number, Holding>();
  /** By claim: the logarithm of how many texts speak of it. */
  readonly #priors: Float32Array;
  /** By claim: the others whose texts mostly speak of it, too. They are no rivals. */
  readonly #companions: ReadonlySet<number>[];

  constructor(parts: {
    claims: readonly ClaimProfile[];
    memory: Memory;
    labels: Labels;
    fitted: Fitted;
    statements: StatementIndex;
  }) {
    this.claims = parts.claims;
    this.#memory = parts.memory;
    this.#labels = parts.labels;
    this.#fitted = parts.fitted;
    this.#statements = parts.statements;
    const { counts, companions } = companionsOf(parts.labels, parts.claims.length);
    this.#priors = Float32Array.from(counts, (count) => Math.log(1 + count) / 4);
    this.#companions = companions;
  }

  /** The highest score of another claim that is no companion. */
  #bestOther(scores: Float32Array, claim: number): number {
    let best = -Infinity;
    for (let other = 0; other < this.claims.length; other++)
      if (other !== claim && scores[other]! > best && !this.#companions[claim]!.has(other)) best = scores[other]!;
    return best;
  }

  /** Of two claims: whether they are told together so often that one does not speak against the other. */
  isCompanion(claim: number, other: number): boolean {
    return this.#companions[claim]!.has(other);
  }

  /** @param hidden texts that do not count: when fitting, those of the sentence's own file */
  gather(profile: SentenceProfile, fitted = this.#fitted, hidden?: Uint8Array): Evidence {
    const size = this.claims.length;
    const { surface, concepts } = this.#memory.compare(profile.features);
    const { starts, claims, disputes, isStatement } = this.#labels;
    const make = (): Float32Array => new Float32Array(size);
    const scores = scoresOf(fitted.vectors, surface, concepts);
    const found: Evidence = {
      best: make(),
      second: make(),
      bestSurface: make(),
      bestConcepts: make(),
      bestStatement: make(),
      bestDisputing: make(),
      bestRestating: make(),
      votes: make(),
      votesDisputing: make(),
      allVotes: 0,
      nearest: [],
      bestOfNone: 0,
      vectors: scores,
      mostVectors: Math.max(...scores.subarray(0, size)),
      encoder: encode(fitted.encoder, profile.features, this.#memory),
      ...this.#knowledgeOf(profile, hidden),
      candidates: [],
    };
    for (let text = 0; text < surface.length; text++) {
      if (hidden?.[text]) continue;
      const value = surfaceShare * surface[text]! + (1 - surfaceShare) * concepts[text]!;
      if (value < 0.03) continue;
      const square = value * value;
      const vote = square * square;
      found.allVotes += vote;
      if (found.nearest.length < mostNearest || value > found.nearest.at(-1)!.value) insert(found.nearest, text, value);
      const from = starts[text]!;
      const to = starts[text + 1]!;
      if (from === to) found.bestOfNone = Math.max(found.bestOfNone, value);
      for (let at = from; at < to; at++) {
        const claim = claims[at]!;
        if (value > found.best[claim]!) {
          found.second[claim] = found.best[claim]!;
          found.best[claim] = value;
        } else if (value > found.second[claim]!) found.second[claim] = value;
        if (surface[text]! > found.bestSurface[claim]!) found.bestSurface[claim] = surface[text]!;
        if (concepts[text]! > found.bestConcepts[claim]!) found.bestConcepts[claim] = concepts[text]!;
        if (isStatement[text] && value > found.bestStatement[claim]!) found.bestStatement[claim] = value;
        found.votes[claim]! += vote;
        if (disputes[at]) {
          found.votesDisputing[claim]! += vote;
          if (value > found.bestDisputing[claim]!) found.bestDisputing[claim] = value;
        } else if (value > found.bestRestating[claim]!) found.bestRestating[claim] = value;
      }
    }
    found.candidates = [
      ...new Set([
        ...highest(found.vectors, size, 5),
        ...highest(found.best, size, 4),
        ...highest(found.encoder, size, 3),
      ]),
    ];
    return found;
  }

  /** The claims that are worth a judgement: those that the sentence or one before it is near to. */
  candidates(found: Evidence, { before }: Setting): number[] {
    return [...new Set([...found.candidates, ...before.flatMap(({ candidates }) => candidates.slice(0, 2))])];
  }

  /** The features of the pair of a sentence and a claim, in the order of `FEATURES`. */
  features(claim: number, profile: SentenceProfile, found: Evidence, setting: Setting): number[] {
    const { figures, cues, concepts, language, words } = profile;
    const known = this.claims[claim]!;
    const size = this.claims.length;
    const holds = (text: number): boolean => {
      for (let at = this.#labels.starts[text]!; at < this.#labels.starts[text + 1]!; at++)
        if (this.#companions[claim]!.has(this.#labels.claims[at]!)) return true;
      return false;
    };
    const other = found.nearest.find(
      ({ text }) => this.#labels.starts[text + 1]! > this.#labels.starts[text]! && !holds(text),
    );
    const overlap = this.#statements.compare(concepts, claim);
    const agree = known.figures.filter((value) => figures.has(value)).length;
    const counts = known.figures.length > 0;
    const ours = new Set([...known.speakers, ...known.about]);
    let strangers = 0;
    for (const name of setting.named) if (!ours.has(name)) strangers++;
    const speakerNamed = known.speakers.some((name) => setting.named.has(name));
    const isNear = (name: string): boolean => setting.named.has(name) || setting.near.has(name);
    const best = found.best[claim]!;
    const stance = found.vectors[size + (known.negative ? 2 : 1)]!;
    const negation = Math.min(cues.negation, 2) / 2;
    const denial = Math.min(cues.denial, 2) / 2;
    const correction = Math.min(cues.correction, 2) / 2;
    const leads = setting.before.map(({ vectors, mostVectors }) => vectors[claim]! >= mostVectors);
    const values: Record<Feature, number> = {
      best,
      second: found.second[claim]!,
      bestSurface: found.bestSurface[claim]!,
      bestConcepts: found.bestConcepts[claim]!,
      bestStatement: found.bestStatement[claim]!,
      marginOther: best - (other?.value ?? 0),
      marginNone: best - found.bestOfNone,
      vote: found.votes[claim]! / (found.allVotes || 1),
      rank: 1 / (1 + rankOf(found.best, claim, size)),
      vectors: found.vectors[claim]!,
      vectorsMargin: found.vectors[claim]! - this.#bestOther(found.vectors, claim),
      vectorsRank: 1 / (1 + rankOf(found.vectors, claim, size)),
      vectorsAny: found.vectors[size]!,
      encoder: found.encoder[claim]!,
      encoderMargin: found.encoder[claim]! - this.#bestOther(found.encoder, claim),
      encoderRank: 1 / (1 + rankOf(found.encoder, claim, size)),
      known: found.known[claim]!,
      knownStems: found.knownStems[claim]!,
      prior: this.#priors[claim]!,
      coverage: overlap.coverage,
      acts: overlap.acts,
      things: overlap.things,
      keys: overlap.keys,
      precision: overlap.precision,
      figuresAgree: counts ? agree / known.figures.length : 0,
      figuresMissing: counts && agree === 0 && figures.size === 0 ? 1 : 0,
      figuresDiffer: counts && agree === 0 && figures.size > 0 ? 1 : 0,
      speakerNamed: speakerNamed ? 1 : 0,
      speakerNear: !speakerNamed && known.speakers.some((name) => setting.near.has(name)) ? 1 : 0,
      about: known.about.filter(isNear).length / (known.about.length || 1),
      strangers: Math.min(strangers, 3) / 3,
      nameless: setting.named.size === 0 ? 1 : 0,
      central: central.some((name) => setting.named.has(name)) ? 1 : 0,
      centralNear: central.some((name) => setting.near.has(name)) ? 1 : 0,
      unknown: found.unknown,
      words: Math.log(1 + words.length) / 4,
      question: cues.question ? 1 : 0,
      condition: Math.min(cues.condition, 2) / 2,
      negation,
      denial,
      correction,
      refusal: Math.min(cues.refusal, 2) / 2,
      retort: Math.min(cues.retort, 2) / 2,
      extent: Math.min(cues.extent, 2) / 2,
      affirmation: Math.min(cues.affirmation, 2) / 2,
      replies: cues.replies ? 1 : 0,
      contextVectors: Math.max(-1.5, ...setting.before.map(({ vectors }, at) => vectors[claim]! - at * 0.1)),
      contextFirst: leads[0] ? 1 : leads.includes(true) ? 0.5 : 0,
      contextBest: Math.max(0, ...setting.before.map((before) => before.best[claim]!)),
      inBlock: setting.inBlock / 3,
      unended: setting.isEnded ? 0 : 1,
      coreLanguage: language === 'en' || language === 'fr' || language === 'de' ? 1 : 0,
      disputing: found.bestDisputing[claim]! - found.bestRestating[claim]!,
      bestDisputing: found.bestDisputing[claim]!,
      bestRestating: found.bestRestating[claim]!,
      voteDisputing: (found.votesDisputing[claim]! + 1e-4) / (found.votes[claim]! + 3e-4),
      stanceVectors: stance,
      negative: known.negative ? 1 : 0,
      claimDenies: known.denies ? 1 : 0,
      negationOfPositive: known.negative ? 0 : negation,
      negationOfNegative: known.negative ? negation : 0,
      denialOfPositive: known.negative ? 0 : denial,
      denialOfNegative: known.negative ? denial : 0,
      correctionOfPositive: known.negative ? 0 : correction,
      correctionOfNegative: known.negative ? correction : 0,
      strangersDeny: Math.min(strangers, 1) * Math.max(denial, correction),
    };
    return FEATURES.map((name) => values[name]);
  }

  #knowledgeOf(
    { features: { hashes, kinds } }: SentenceProfile,
    hidden?: Uint8Array,
  ): Pick<Evidence, 'known' | 'knownStems' | 'unknown'> {
    const known = new Float32Array(this.claims.length);
    const knownStems = new Float32Array(this.claims.length);
    let all = 0;
    let allStems = 0;
    let stems = 0;
    let unknownStems = 0;
    for (let i = 0; i < hashes.length; i++) {
      const isStem = kinds[i] === stemKind;
      if (!isStem && kinds[i] !== conceptKind) continue;
      const rarity = this.#memory.rarityOf(hashes[i]!);
      all += rarity;
      if (isStem) allStems += rarity;
      const { isKnown, claims } = this.#holdingOf(hashes[i]!, hidden);
      for (const claim of claims) {
        known[claim]! += rarity;
        if (isStem) knownStems[claim]! += rarity;
      }
      if (isStem) {
        stems++;
        if (!isKnown) unknownStems++;
      }
    }
    for (let claim = 0; claim < known.length; claim++) {
      known[claim]! /= all || 1;
      knownStems[claim]! /= allStems || 1;
    }
    return { known, knownStems, unknown: unknownStems / (stems || 1) };
  }

  /** Whether a text has the feature, and of which claims these texts are. */
  #holdingOf(hash: number, hidden?: Uint8Array): Holding {
    const kept = hidden ? undefined : this.#holding.get(hash);
    if (kept) return kept;
    const { starts, claims } = this.#labels;
    const seen = new Set<number>();
    let isKnown = false;
    for (const text of this.#memory.holdersOf(hash)) {
      if (hidden?.[text]) continue;
      isKnown = true;
      for (let at = starts[text]!; at < starts[text + 1]!; at++) seen.add(claims[at]!);
    }
    const found = { isKnown, claims: Uint16Array.from(seen) };
    if (isKnown && !hidden) this.#holding.set(hash, found);
    return found;
  }
}

function scoresOf(
  { starts, texts, values, biases }: Vectors,
  surface: Float32Array,
  concepts: Float32Array,
): Float32Array {
  const scores = Float32Array.from(biases);
  const nearness = new Float32Array(surface.length);
  for (let text = 0; text < nearness.length; text++) nearness[text] = surface[text]! + concepts[text]!;
  for (let kind = 0; kind < scores.length; kind++) {
    let sum = 0;
    for (let at = starts[kind]!; at < starts[kind + 1]!; at++) {
      sum += values[at]! * nearness[texts[at]!]!;
    }
    scores[kind]! += sum;
  }
  return scores;
}

function insert(nearest: { text: number; value: number }[], text: number, value: number): void {
  let at = nearest.length;
  while (at > 0 && nearest[at - 1]!.value < value) at--;
  nearest.splice(at, 0, { text, value });
  if (nearest.length > mostNearest) nearest.pop();
}

function highest(scores: Float32Array, size: number, count: number): number[] {
  const top: { text: number; value: number }[] = [];
  for (let i = 0; i < size; i++) {
    if (top.length === count && scores[i]! <= top.at(-1)!.value) continue;
    let at = top.length;
    while (at > 0 && top[at - 1]!.value < scores[i]!) at--;
    top.splice(at, 0, { text: i, value: scores[i]! });
    if (top.length > count) top.pop();
  }
  return top.map(({ text }) => text);
}

function rankOf(scores: Float32Array, claim: number, size: number): number {
  let rank = 0;
  for (let i = 0; i < size; i++) if (scores[i]! > scores[claim]!) rank++;
  return rank;
}

const companionShare = 0.4;

function companionsOf({ starts, claims }: Labels, size: number): { counts: number[]; companions: Set<number>[] } {
  const together = Array.from({ length: size }, () => new Map<number, number>());
  for (let text = 0; text < starts.length - 1; text++) {
    const own = claims.subarray(starts[text], starts[text + 1]);
    for (const claim of own)
      for (const other of own) together[claim]!.set(other, (together[claim]!.get(other) ?? 0) + 1);
  }
  const counts = together.map((others, claim) => others.get(claim) ?? 0);
  const companions = together.map(
    (others) =>
      new Set([...others].flatMap(([other, count]) => (count >= companionShare * counts[other]! ? [other] : []))),
  );
  return { counts, companions };
}
