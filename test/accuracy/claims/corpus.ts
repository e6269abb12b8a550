/** The examples as rows to fit on: each compared with the others, never with those of its own group of batches. */
import type { FactBase } from '../../../data/read.ts';
import { EvidenceFinder, type Evidence, type Fitted, type Vectors } from '../../../matching/claims/evidence.ts';
import { rowsOf, type Encoder } from '../../../matching/claims/encoder.ts';
import { labelsOf, rememberedTexts } from '../../../matching/claims/knowledge.ts';
import { languageOf } from '../../../matching/claims/language.ts';
import { Memory, tabulate } from '../../../matching/claims/memory.ts';
import {
  ConceptFinder,
  profileClaims,
  SentenceReader,
  type SentenceProfile,
} from '../../../matching/claims/profile.ts';
import { FEATURES } from '../../../matching/claims/pair-features.ts';
import { StatementIndex } from '../../../matching/claims/statement-index.ts';
import { byText } from '../../../matching/claims/support-vectors.ts';
import { tabulateThesaurus, Thesaurus } from '../../../matching/claims/thesaurus.ts';
import type { Engine } from '../../../matching/model.ts';
import { isEnded } from '../../../matching/sentences.ts';
import { examplesOf, type Example } from './examples.ts';
import { trainEncoder } from './train-encoder.ts';
import { trainSupportVectors, type Sparse } from './support-vectors.ts';

/** A pair of a sentence and a claim. */
export interface Pair {
  claim: number;
  features: number[];
  isClaim: boolean;
  disputes: boolean;
}

export interface Judged {
  example: Example;
  /** Its group of batches; whatever decides about it was fitted without that group. */
  group: number;
  pairs: Pair[];
  /** Place of the claim, and whether it is disputed. */
  gold: Map<number, boolean>;
}

export interface Corpus {
  isCompanion: (claim: number, other: number) => boolean;
  judged: Judged[];
  fitted: Trained;
}

/** As it is kept in `data/claim-model.json`. */
interface Trained {
  vectors: Vectors;
  encoder: Encoder;
}

/** Batches of one kind of which there is only one: each group has a part of it. */
const mixed = /^(?:noise|nothing|passing)/;
/** Wordings of the claims in further languages: remembered, but too like the statements to fit on. */
const statementsOnly = /^statements/;

/** What one hand wrote tells much the same in several languages: it is left out together. */
function handOf(batch: string): string {
  const [first] = batch.split('-') as [string];
  return first === 'gazzetta' ? 'newsroom' : first;
}

/** The largest first, each to the group that has least. */
function groupsOfHands(batches: FactBase['examples'], groups: number): ReadonlyMap<string, number> {
  const hands = Map.groupBy(batches, ({ name }) => handOf(name));
  const sizes = [...hands].map(([hand, own]) => {
    const sentences = own.flatMap(({ passages }) => passages.flatMap((passage) => passage.sentences));
    return [hand, sentences.length] as const;
  });
  const filled = Array.from({ length: groups }, () => 0);
  return new Map(
    sizes
      .toSorted(([, a], [, b]) => b - a)
      .map(([hand, size]) => {
        const group = filled.indexOf(Math.min(...filled));
        filled[group]! += size;
        return [hand, group];
      }),
  );
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 1;
}

const costs = { yes: 2, no: 0.5 };
const costsOfOthers = { yes: 0.5, no: 0.5 };
const rounds = 7;
const leastAlpha = 3e-3;

export function buildCorpus(base: FactBase, engine: Engine, groups: number, log: (what: string) => void): Corpus {
  const examples = base.examples.flatMap((batch) => examplesOf(batch, engine));
  log(`${examples.length} sentences in ${base.examples.length} batches`);
  const groupByHand = groupsOfHands(base.examples, groups);
  const groupOf = ({ batch, passage }: Example): number =>
    mixed.test(batch) ? hashOf(passage) % groups : groupByHand.get(handOf(batch))!;
  const finder = new ConceptFinder(base.concepts);
  const reader = new SentenceReader(finder, new Thesaurus(tabulateThesaurus(base.thesaurus)));
  const claims = profileClaims(base.claims, base.entities, finder);
  const remembered = rememberedTexts(base, reader);
  const texts = [...remembered.examples, ...remembered.statements];
  const memory = new Memory(tabulate(texts.map(({ features }) => features)));
  const labels = labelsOf(texts, remembered.examples.length);
  const groupsOfTexts = texts.map((_, at) => (at < examples.length ? groupOf(examples[at]!) : -1));
  const sparse = sparseOf(texts.map(({ features }) => memory.vectorOf(features)));
  const encoded = texts.map(({ features, labels: own }) => ({
    ...rowsOf(features, memory.numbersOf(features), memory),
    classes: own.length > 0 ? own.map(({ claim }) => claim) : [claims.length],
  }));
  const train = (without: number): Trained => {
    const targets = [
      ...claims.map((_, claim) =>
        texts.map(({ labels: own }) => (own.some((label) => label.claim === claim) ? 1 : -1)),
      ),
      texts.map(({ labels: own }) => (own.length > 0 ? 1 : -1)),
      ...[false, true].map((negative) =>
        texts.map(({ labels: own }) => {
          const mine = own.filter(({ claim }) => claims[claim]!.negative === negative);
          if (mine.length === 0) return 0;
          return mine.filter(({ disputes }) => disputes).length * 2 > mine.length ? 1 : -1;
        }),
      ),
    ];
    const vectors = vectorsOf(
      targets.map((target, kind) => {
        const seen = Int8Array.from(target, (value, text) => (groupsOfTexts[text] === without ? 0 : value));
        return trainSupportVectors(sparse, seen, kind < claims.length ? costs : costsOfOthers, rounds);
      }),
    );
    const seen = encoded.filter((_, text) => groupsOfTexts[text] !== without);
    return { vectors, encoder: trainEncoder(seen, claims.length + 1) };
  };
  const ready = ({ vectors, encoder }: Trained): Fitted => ({ vectors: byText(vectors, memory.size), encoder });
  const withoutGroup = Array.from({ length: groups }, (_, group) => ready(train(group)));
  const fitted = train(-2);
  log('support vectors and encoder');
  const evidence = new EvidenceFinder({
    claims,
    memory,
    labels,
    fitted: ready(fitted),
    statements: new StatementIndex(
      claims,
      base.concepts.map(({ kind }) => kind),
    ),
  });
  const hidden = withoutGroup.map((_, group) => Uint8Array.from(groupsOfTexts, (own) => (own === group ? 1 : 0)));
  const places = new Map(claims.map(({ id }, place) => [id, place]));
  const read: { profile: SentenceProfile; found: Evidence }[] = [];
  const judged = examples.map((example, at): Judged => {
    const group = groupOf(example);
    const profile = reader.read(example.text, languageOf(example.text) ?? example.language);
    const found = evidence.gather(profile, withoutGroup[group], hidden[group]);
    read.push({ profile, found });
    const from = Math.max(0, at - Math.min(3, example.at));
    const setting = {
      named: example.named,
      near: example.near,
      before: read
        .slice(from, at)
        .toReversed()
        .map((earlier) => earlier.found),
      inBlock: examples.slice(from, at).filter(({ block }) => block === example.block).length,
      isEnded: isEnded(example.text),
    };
    const gold = new Map(
      example.labels.flatMap(({ claim, stance }) =>
        places.has(claim) ? [[places.get(claim)!, stance === 'disputes'] as const] : [],
      ),
    );
    const pairs = evidence.candidates(found, setting).map((claim) => ({
      claim,
      features: [...evidence.features(claim, profile, found, setting, new Float64Array(FEATURES.length))],
      isClaim: gold.has(claim),
      disputes: gold.get(claim) === true,
    }));
    return { example, group, pairs, gold };
  });
  const asked = judged.filter(({ example: { batch } }) => !statementsOnly.test(batch));
  log(`${asked.reduce((sum, { pairs }) => sum + pairs.length, 0)} pairs of ${FEATURES.length} features`);
  return { judged: asked, fitted, isCompanion: (claim, other) => evidence.isCompanion(claim, other) };
}

function sparseOf(rows: readonly { columns: number[]; values: number[] }[]): Sparse {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach(({ columns }, at) => (starts[at + 1] = starts[at]! + columns.length));
  const columns = Uint32Array.from(rows.flatMap((row) => row.columns));
  return {
    starts,
    columns,
    values: Float32Array.from(rows.flatMap((row) => row.values)),
    width: columns.reduce((most, column) => Math.max(most, column + 1), 0),
  };
}

function vectorsOf(classes: readonly { alpha: Float32Array; bias: number }[]): Vectors {
  const starts = new Uint32Array(classes.length + 1);
  const texts: number[] = [];
  const values: number[] = [];
  classes.forEach(({ alpha }, kind) => {
    alpha.forEach((value, text) => {
      if (Math.abs(value) < leastAlpha) return;
      texts.push(text);
      values.push(value);
    });
    starts[kind + 1] = texts.length;
  });
  return {
    starts,
    texts: Uint16Array.from(texts),
    values: Float32Array.from(values),
    biases: Float32Array.from(classes, ({ bias }) => bias),
  };
}
