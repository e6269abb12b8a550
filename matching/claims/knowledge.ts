import model from '../../data/claim-model.json' with { type: 'json' };
import type { Claim, Concept, Entity } from '../../data/facts.ts';
import { foldText } from '../../data/fold.ts';
import { packNumbers, unpackNumbers } from './bytes.ts';
import { unpackEncoder, type PackedEncoder } from './encoder.ts';
import type { Fitted, Labels } from './evidence.ts';
import { languageOf } from './language.ts';
import { Memory, packMemory, type PackedMemory } from './memory.ts';
import type { ClaimModel } from './model.ts';
import { ConceptFinder, profileClaims, SentenceReader, type ClaimProfile } from './profile.ts';
import type { TextFeatures } from './text-features.ts';
import { packVectors, rearrange, unpackVectors, type PackedVectors } from './vectors.ts';

/** What the claim matching needs to know: made when building, so that no reader waits for it. */
export interface ClaimKnowledge {
  claims: readonly ClaimProfile[];
  concepts: readonly Concept[];
  memory: PackedMemory;
  /** For each remembered text the number of its labels. */
  labelCounts: string;
  /** Claim and stance: twice the claim's place, and one more where it is disputed. */
  labels: string;
  /** From this text on they are statements, those before are examples. */
  firstStatement: number;
  vectors: PackedVectors;
  encoder: PackedEncoder;
  /** For each claim its place among those that the encoder was fitted on, -1 for none. */
  encoderPlaces: number[];
  model: Omit<ClaimModel, 'vectors' | 'encoder' | 'claims' | 'examples' | 'sentences'>;
}

/** What the knowledge is made from. */
export interface ClaimSources {
  claims: readonly Claim[];
  entities: readonly Entity[];
  concepts: readonly Concept[];
  examples: readonly {
    passages: readonly {
      text: string;
      sentences: readonly {
        start: number;
        end: number;
        claims: readonly { claim: string; stance: 'restates' | 'disputes' }[];
      }[];
    }[];
  }[];
}

/** A text to be remembered: an example, or a claim's statement in one language. */
export interface Remembered {
  text: string;
  language: string | null;
  features: TextFeatures;
  /** Places of claims. */
  labels: { claim: number; disputes: boolean }[];
}

/** @param fitted what `npm run fit` wrote; with other examples than it was fitted on, support vectors would mean other texts */
export function claimKnowledge(
  base: ClaimSources,
  fitted: ClaimModel = model as unknown as ClaimModel,
): ClaimKnowledge {
  const { vectors, encoder, claims: fittedClaims, examples: fittedOn, sentences, ...rest } = fitted;
  if (base.examples.length > 0 && fittedOn !== fingerprintOf(base))
    throw new Error('data/claim-model.json was fitted on other examples: run `npm run fit`.');
  const finder = new ConceptFinder(base.concepts);
  const profiles = profileClaims(base.claims, base.entities, finder);
  const { examples, statements } = rememberedTexts(base, new SentenceReader(finder));
  const { order, places: rank } = likeBesideLike(examples);
  const texts = [...order.map((at) => examples[at]!), ...statements];
  const places = new Map(profiles.map(({ id }, place) => [id, place]));
  const classes = [
    ...profiles.map(({ id }) => fittedClaims.indexOf(id)),
    ...otherClasses.map((_, at) => fittedClaims.length + at),
  ];
  const wordings = statements.length / profiles.length;
  const textOf = (old: number): number => {
    if (old < sentences) return rank[old] ?? -1;
    const statement = old - sentences;
    const claim = places.get(fittedClaims[Math.floor(statement / wordings)]!);
    return claim === undefined ? -1 : examples.length + claim * wordings + (statement % wordings);
  };
  return {
    claims: profiles,
    concepts: base.concepts,
    memory: packMemory(texts.map(({ features }) => features)),
    labelCounts: packNumbers(texts.map(({ labels }) => labels.length)),
    labels: packNumbers(
      texts.flatMap(({ labels }) => labels.map(({ claim, disputes }) => 2 * claim + (disputes ? 1 : 0))),
    ),
    firstStatement: examples.length,
    vectors: packVectors(rearrange(unpackVectors(vectors), classes, textOf)),
    encoder,
    encoderPlaces: classes.slice(0, profiles.length),
    model: rest,
  };
}

/**
 * Sentences of one language and claim share most of their features: side by side, the steps from one holder of a feature to the next are small,
 * and what is packed is a fifth smaller. Add-on stores read no script over 5 MB.
 */
function likeBesideLike(examples: readonly Remembered[]): { order: number[]; places: number[] } {
  const claimOf = (at: number): number => examples[at]!.labels[0]?.claim ?? -1;
  const order = [...examples.keys()].sort(
    (a, b) => compare(examples[a]!.language ?? '', examples[b]!.language ?? '') || claimOf(a) - claimOf(b) || a - b,
  );
  const places: number[] = [];
  for (const [place, at] of order.entries()) places[at] = place;
  return { order, places };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Classes of the support vectors besides the claims. */
export const otherClasses = ['any claim', 'stance towards affirming claims', 'stance towards denying claims'] as const;

/** In the order in which they are remembered. Labels of claims that the base does not know are left out. */
export function rememberedTexts(
  { claims, examples }: ClaimSources,
  reader: SentenceReader,
): { examples: Remembered[]; statements: Remembered[] } {
  const places = new Map(claims.map(({ id }, place) => [id, place]));
  return {
    examples: examples.flatMap(({ passages }) =>
      passages.flatMap(({ text, sentences }) => {
        const around = languageOf(text);
        return sentences.map(({ start, end, claims: labels }): Remembered => {
          const said = text.slice(start, end);
          const language = languageOf(said) ?? around;
          return {
            text: said,
            language,
            features: reader.read(said, language).features,
            labels: labels.flatMap(({ claim, stance }) => {
              const place = places.get(claim);
              return place === undefined ? [] : [{ claim: place, disputes: stance === 'disputes' }];
            }),
          };
        });
      }),
    ),
    statements: claims.flatMap(({ statement }, claim) =>
      Object.entries(statement).map(([language, text]): Remembered => ({
        text,
        language,
        features: reader.read(text, language).features,
        labels: [{ claim, disputes: false }],
      })),
    ),
  };
}

/** Changes with the examples and their order. Not a secret: 32 bits of FNV-1a. */
export function fingerprintOf({ examples }: Pick<ClaimSources, 'examples'>): string {
  let hash = 0x811c9dc5;
  for (const { passages } of examples)
    for (const { text, sentences } of passages)
      for (const { start, end } of sentences)
        for (const character of foldText(text.slice(start, end)))
          hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(16);
}

/** Ready for use. */
export function unpackKnowledge(
  packed: Pick<
    ClaimKnowledge,
    'memory' | 'labelCounts' | 'labels' | 'firstStatement' | 'vectors' | 'encoder' | 'encoderPlaces'
  >,
): {
  memory: Memory;
  labels: Labels;
  fitted: Fitted;
} {
  const memory = new Memory(packed.memory);
  const counts = unpackNumbers(packed.labelCounts, memory.size);
  const starts = new Uint32Array(memory.size + 1);
  counts.forEach((count, text) => (starts[text + 1] = starts[text]! + count));
  const labels = unpackNumbers(packed.labels, starts.at(-1)!);
  return {
    memory,
    labels: {
      starts,
      claims: new Uint16Array(labels.map((label) => label >> 1)),
      disputes: new Uint8Array(labels.map((label) => label & 1)),
      isStatement: new Uint8Array(memory.size).fill(1, packed.firstStatement),
    },
    fitted: {
      vectors: unpackVectors(packed.vectors),
      encoder: unpackEncoder(packed.encoder, packed.encoderPlaces),
    },
  };
}
