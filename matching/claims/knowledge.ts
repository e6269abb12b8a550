import model from '../../data/claim-model.json' with { type: 'json' };
import type { Claim, Concept, Entity, Synset } from '../../data/facts.ts';
import { foldText } from '../../data/fold.ts';
import { unpackEncoder, type Encoder } from './encoder.ts';
import type { Labels, VectorsByText } from './evidence.ts';
import { languageOf } from './language.ts';
import { tabulate, type MemoryTables } from './memory.ts';
import type { ClaimModel } from './model.ts';
import { ConceptFinder, profileClaims, SentenceReader, type ClaimProfile } from './profile.ts';
import type { TextFeatures } from './text-features.ts';
import { byText } from './support-vectors.ts';
import { tabulateThesaurus, Thesaurus, type ThesaurusTables } from './thesaurus.ts';
import { rearrange, unpackVectors } from './vectors.ts';

/** What the claim matching needs to know: made when building, so that no reader waits for it. `knowledge-file.ts` makes a file of it. */
export interface ClaimKnowledge {
  claims: readonly ClaimProfile[];
  concepts: readonly Concept[];
  thesaurus: ThesaurusTables;
  memory: MemoryTables;
  labels: Labels;
  vectors: VectorsByText;
  encoder: Encoder;
  model: Omit<ClaimModel, 'vectors' | 'encoder' | 'claims' | 'examples' | 'sentences'>;
}

/** What the knowledge is made from. */
export interface ClaimSources {
  claims: readonly Claim[];
  entities: readonly Entity[];
  concepts: readonly Concept[];
  thesaurus: readonly Synset[];
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
    throw new Error('data/claim-model.json was fitted on other examples or another thesaurus: run `npm run fit`.');
  const finder = new ConceptFinder(base.concepts);
  const thesaurus = tabulateThesaurus(base.thesaurus);
  const profiles = profileClaims(base.claims, base.entities, finder);
  const { examples, statements } = rememberedTexts(base, new SentenceReader(finder, new Thesaurus(thesaurus)));
  const texts = [...examples, ...statements];
  const places = new Map(profiles.map(({ id }, place) => [id, place]));
  const classes = [
    ...profiles.map(({ id }) => fittedClaims.indexOf(id)),
    ...otherClasses.map((_, at) => fittedClaims.length + at),
  ];
  const wordings = statements.length / profiles.length;
  const textOf = (old: number): number => {
    if (old < sentences) return old < examples.length ? old : -1;
    const statement = old - sentences;
    const claim = places.get(fittedClaims[Math.floor(statement / wordings)]!);
    return claim === undefined ? -1 : examples.length + claim * wordings + (statement % wordings);
  };
  return {
    claims: profiles,
    concepts: base.concepts,
    thesaurus,
    memory: tabulate(texts.map(({ features }) => features)),
    labels: labelsOf(texts, examples.length),
    vectors: byText(rearrange(unpackVectors(vectors), classes, textOf), texts.length),
    encoder: unpackEncoder(encoder, classes.slice(0, profiles.length)),
    model: rest,
  };
}

/** @param firstStatement from this text on they are statements, those before are examples */
export function labelsOf(texts: readonly Pick<Remembered, 'labels'>[], firstStatement: number): Labels {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach(({ labels }, text) => (starts[text + 1] = starts[text]! + labels.length));
  const all = texts.flatMap(({ labels }) => labels);
  return {
    starts,
    claims: Uint16Array.from(all, ({ claim }) => claim),
    disputes: Uint8Array.from(all, ({ disputes }) => Number(disputes)),
    isStatement: new Uint8Array(texts.length).fill(1, firstStatement),
  };
}

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

/** Changes with the examples, the thesaurus and their order. Not a secret: 32 bits of FNV-1a. */
export function fingerprintOf({ examples, thesaurus }: Pick<ClaimSources, 'examples' | 'thesaurus'>): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(thesaurus)) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  for (const { passages } of examples)
    for (const { text, sentences } of passages)
      for (const { start, end } of sentences)
        for (const character of foldText(text.slice(start, end)))
          hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(16);
}
