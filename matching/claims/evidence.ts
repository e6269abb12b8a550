/** What speaks for and against each claim of a sentence. */
import { encode, type Encoder } from './encoder.ts';
import type { Memory, Nearness } from './memory.ts';
import { AT, writeContext, writeCues, writeNames, type Setting } from './pair-features.ts';
import type { ClaimProfile, SentenceProfile } from './profile.ts';
import { scoresOf } from './support-vectors.ts';
import type { StatementIndex } from './statement-index.ts';
import { KINDS } from './text-features.ts';

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

/** The entries of text `i` are those from `starts[i]` up to `starts[i + 1]`, each with its class and its value in thousandths. */
export interface VectorsByText {
  starts: Uint32Array;
  kinds: Uint16Array;
  values: Int16Array;
  biases: Float32Array;
}

/** What was fitted to the remembered texts. */
export interface Fitted {
  vectors: VectorsByText;
  encoder: Encoder;
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
  /** By the feature's number, as far as a sentence has asked. */
  readonly #holding = new Map<number, Holding>();
  /** By claim: the logarithm of how many texts speak of it. */
  readonly #priors: Float32Array;
  /** By claim and other claim: whether the other's texts mostly speak of the claim, too. They are no rivals. */
  readonly #isCompanion: Uint8Array;

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
    const { counts, isCompanion } = companionsOf(parts.labels, parts.claims.length);
    this.#priors = Float32Array.from(counts, (count) => Math.log(1 + count) / 4);
    this.#isCompanion = isCompanion;
  }

  /** The highest score of another claim that is no companion. */
  #bestOther(scores: Float32Array, claim: number): number {
    let best = -Infinity;
    const from = claim * this.claims.length;
    for (let other = 0; other < this.claims.length; other++)
      if (other !== claim && scores[other]! > best && this.#isCompanion[from + other] === 0) best = scores[other]!;
    return best;
  }

  /** Of two claims: whether they are told together so often that one does not speak against the other. */
  isCompanion(claim: number, other: number): boolean {
    return this.#isCompanion[claim * this.claims.length + other] === 1;
  }

  /** @param hidden texts that do not count: when fitting, those of the sentence's own file */
  gather(profile: SentenceProfile, fitted = this.#fitted, hidden?: Uint8Array): Evidence {
    const size = this.claims.length;
    const numbers = this.#memory.numbersOf(profile.features);
    const nearness = this.#memory.compare(profile.features, numbers);
    const make = arraysOf(size);
    const scores = scoresOf(fitted.vectors, nearness);
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
      encoder: encode(fitted.encoder, profile.features, numbers, this.#memory),
      ...this.#knowledgeOf(profile, numbers, hidden),
      candidates: [],
    };
    this.#compareTexts(found, nearness, hidden);
    found.candidates = [
      ...new Set([
        ...highest(found.vectors, size, 5),
        ...highest(found.best, size, 4),
        ...highest(found.encoder, size, 3),
      ]),
    ];
    return found;
  }

  /** What each remembered text says of its claims, by how near it is. */
  #compareTexts(found: Evidence, { surface, concepts }: Nearness, hidden?: Uint8Array): void {
    const { starts, claims, disputes, isStatement } = this.#labels;
    const { best, second, bestSurface, bestConcepts, bestStatement, bestDisputing, bestRestating } = found;
    const { votes, votesDisputing, nearest } = found;
    let allVotes = 0;
    let bestOfNone = 0;
    for (let text = 0; text < surface.length; text++) {
      if (hidden?.[text]) continue;
      const value = surfaceShare * surface[text]! + (1 - surfaceShare) * concepts[text]!;
      if (value < 0.03) continue;
      const square = value * value;
      const vote = square * square;
      allVotes += vote;
      if (nearest.length < mostNearest || value > nearest.at(-1)!.value) insert(nearest, text, value);
      const from = starts[text]!;
      const to = starts[text + 1]!;
      if (from === to) bestOfNone = Math.max(bestOfNone, value);
      for (let at = from; at < to; at++) {
        const claim = claims[at]!;
        if (value > best[claim]!) {
          second[claim] = best[claim]!;
          best[claim] = value;
        } else if (value > second[claim]!) second[claim] = value;
        if (surface[text]! > bestSurface[claim]!) bestSurface[claim] = surface[text]!;
        if (concepts[text]! > bestConcepts[claim]!) bestConcepts[claim] = concepts[text]!;
        if (isStatement[text] && value > bestStatement[claim]!) bestStatement[claim] = value;
        votes[claim]! += vote;
        if (disputes[at]) {
          votesDisputing[claim]! += vote;
          if (value > bestDisputing[claim]!) bestDisputing[claim] = value;
        } else if (value > bestRestating[claim]!) bestRestating[claim] = value;
      }
    }
    found.allVotes = allVotes;
    found.bestOfNone = bestOfNone;
  }

  /** The claims that are worth a judgement: those that the sentence or one before it is near to. */
  candidates(found: Evidence, { before }: Setting): number[] {
    return [...new Set([...found.candidates, ...before.flatMap(({ candidates }) => candidates.slice(0, 2))])];
  }

  /** Writes the features of the pair of a sentence and a claim, in the order of `FEATURES`. */
  features(
    claim: number,
    profile: SentenceProfile,
    found: Evidence,
    setting: Setting,
    row: Float64Array,
  ): Float64Array {
    const known = this.claims[claim]!;
    this.#writeNearness(claim, found, row);
    this.#writeOverlap(claim, profile, row);
    this.#writeStances(claim, found, row);
    writeNames(known, setting, row);
    writeCues(known, profile, row);
    writeContext(claim, setting, row);
    return row;
  }

  /** By the remembered texts, the support vectors and the encoder. */
  #writeNearness(claim: number, found: Evidence, row: Float64Array): void {
    const size = this.claims.length;
    const { starts, claims } = this.#labels;
    const holds = (text: number): boolean => {
      for (let at = starts[text]!; at < starts[text + 1]!; at++) if (this.isCompanion(claim, claims[at]!)) return true;
      return false;
    };
    const other = found.nearest.find(({ text }) => starts[text + 1]! > starts[text]! && !holds(text));
    const best = found.best[claim]!;
    row[AT.best] = best;
    row[AT.second] = found.second[claim]!;
    row[AT.bestSurface] = found.bestSurface[claim]!;
    row[AT.bestConcepts] = found.bestConcepts[claim]!;
    row[AT.bestStatement] = found.bestStatement[claim]!;
    row[AT.marginOther] = best - (other?.value ?? 0);
    row[AT.marginNone] = best - found.bestOfNone;
    row[AT.vote] = found.votes[claim]! / (found.allVotes || 1);
    row[AT.rank] = 1 / (1 + rankOf(found.best, claim, size));
    row[AT.vectors] = found.vectors[claim]!;
    row[AT.vectorsMargin] = found.vectors[claim]! - this.#bestOther(found.vectors, claim);
    row[AT.vectorsRank] = 1 / (1 + rankOf(found.vectors, claim, size));
    row[AT.vectorsAny] = found.vectors[size]!;
    row[AT.encoder] = found.encoder[claim]!;
    row[AT.encoderMargin] = found.encoder[claim]! - this.#bestOther(found.encoder, claim);
    row[AT.encoderRank] = 1 / (1 + rankOf(found.encoder, claim, size));
    row[AT.known] = found.known[claim]!;
    row[AT.knownStems] = found.knownStems[claim]!;
    row[AT.unknown] = found.unknown;
    row[AT.prior] = this.#priors[claim]!;
  }

  /** By concepts and figures. */
  #writeOverlap(claim: number, { concepts, figures }: SentenceProfile, row: Float64Array): void {
    const { coverage, acts, things, keys, precision } = this.#statements.compare(concepts, claim);
    row[AT.coverage] = coverage;
    row[AT.acts] = acts;
    row[AT.things] = things;
    row[AT.keys] = keys;
    row[AT.precision] = precision;
    const { figures: known } = this.claims[claim]!;
    const agree = known.filter((value) => figures.has(value)).length;
    const counts = known.length > 0;
    row[AT.figuresAgree] = counts ? agree / known.length : 0;
    row[AT.figuresMissing] = counts && agree === 0 && figures.size === 0 ? 1 : 0;
    row[AT.figuresDiffer] = counts && agree === 0 && figures.size > 0 ? 1 : 0;
  }

  /** Whether the texts that are near dispute the claim. */
  #writeStances(claim: number, found: Evidence, row: Float64Array): void {
    row[AT.disputing] = found.bestDisputing[claim]! - found.bestRestating[claim]!;
    row[AT.bestDisputing] = found.bestDisputing[claim]!;
    row[AT.bestRestating] = found.bestRestating[claim]!;
    row[AT.voteDisputing] = (found.votesDisputing[claim]! + 1e-4) / (found.votes[claim]! + 3e-4);
    row[AT.stanceVectors] = found.vectors[this.claims.length + (this.claims[claim]!.negative ? 2 : 1)]!;
  }

  #knowledgeOf(
    { features: { kinds } }: SentenceProfile,
    numbers: Int32Array,
    hidden?: Uint8Array,
  ): Pick<Evidence, 'known' | 'knownStems' | 'unknown'> {
    const known = new Float32Array(this.claims.length);
    const knownStems = new Float32Array(this.claims.length);
    let all = 0;
    let allStems = 0;
    let stems = 0;
    let unknownStems = 0;
    for (let i = 0; i < numbers.length; i++) {
      const isStem = kinds[i] === stemKind;
      if (!isStem && kinds[i] !== conceptKind) continue;
      const rarity = this.#memory.rarityOf(numbers[i]!);
      all += rarity;
      if (isStem) allStems += rarity;
      const { isKnown, claims } = this.#holdingOf(numbers[i]!, hidden);
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
  #holdingOf(feature: number, hidden?: Uint8Array): Holding {
    const kept = hidden ? undefined : this.#holding.get(feature);
    if (kept) return kept;
    const { starts, claims } = this.#labels;
    const seen = new Set<number>();
    let isKnown = false;
    for (const text of this.#memory.holdersOf(feature)) {
      if (hidden?.[text]) continue;
      isKnown = true;
      for (let at = starts[text]!; at < starts[text + 1]!; at++) seen.add(claims[at]!);
    }
    const found = { isKnown, claims: Uint16Array.from(seen) };
    if (isKnown && !hidden) this.#holding.set(feature, found);
    return found;
  }
}

/** One piece of memory for all: many small ones take longer to get than to fill. */
function arraysOf(size: number): () => Float32Array {
  const most = 9;
  const all = new Float32Array(most * size);
  let taken = 0;
  return () => all.subarray(taken * size, ++taken * size);
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

/** How many texts speak of each claim, and for each two claims, `claim * size + other`, whether `other` is a companion. */
function companionsOf({ starts, claims }: Labels, size: number): { counts: Uint32Array; isCompanion: Uint8Array } {
  const together = new Uint32Array(size * size);
  for (let text = 0; text < starts.length - 1; text++)
    for (let at = starts[text]!; at < starts[text + 1]!; at++)
      for (let other = starts[text]!; other < starts[text + 1]!; other++)
        together[claims[at]! * size + claims[other]!]!++;
  const counts = new Uint32Array(size).map((_, claim) => together[claim * size + claim]!);
  const isCompanion = new Uint8Array(size * size);
  for (let pair = 0; pair < isCompanion.length; pair++)
    isCompanion[pair] = together[pair]! > 0 && together[pair]! >= companionShare * counts[pair % size]! ? 1 : 0;
  return { counts, isCompanion };
}
