/** A sound fact base of two made-up documents, small enough to break by hand. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { sha256 } from '../../../data/originals.ts';
import type { FactBase } from '../../../data/read.ts';
import type { Claim, Entity, Relation, Source, Text } from '../../../data/schema.ts';

/** The documents by file name. */
export const ORIGINALS = {
  'first.txt': 'La société nie tout.\n\nLe ministre dit « ne rien savoir » de l’affaire. Photo: personne\n',
  'second.txt': 'Le ministère a confirmé neuf entités.',
};

export function smallBase(): FactBase {
  return {
    sources: [
      source('first', ORIGINALS['first.txt'], '2021-10-20', [
        { words: 'La société nie tout.' },
        { words: 'Le ministre dit « ne rien savoir » de l’affaire.' },
        { words: 'Photo: personne', none: 'caption' },
      ]),
      source('second', ORIGINALS['second.txt'], '2021-11~', [{ words: 'Le ministère a confirmé neuf entités.' }]),
    ],
    entities: [
      { ...entity('nso-group', ['NSO Group'], ['spyware']), central: true },
      { ...entity('pegasus', ['Pegasus', 'بيغاسوس'], ['spyware', 'phone*']), central: true },
      {
        ...entity('minister', ['Asselborn'], ['foreign']),
        kind: 'person',
        roles: [{ title: text('minister'), dates: '2021-10-20', source: 'first', basis: { kind: 'stated' } }],
      },
    ],
    claims: [
      claim('firm-denies', 'nso-group', ORIGINALS['first.txt'], 'first', 'La société nie tout.'),
      {
        ...claim(
          'minister-unaware',
          'minister',
          ORIGINALS['first.txt'],
          'first',
          'dit « ne rien savoir »',
          'ne rien savoir',
        ),
        unrelated: 'only-mention',
      },
      claim('nine-entities', 'minister', ORIGINALS['second.txt'], 'second', 'neuf entités'),
    ],
    relations: [relation('denial-against-nine', 'contradicts', 'firm-denies', 'nine-entities')],
    concepts: [],
    thesaurus: [],
    examples: [],
    vocabulary: {
      affair: [
        { words: ['logiciel espion', 'spyware'], weight: 3 },
        { words: ['phone'], weight: 1 },
      ],
      titles: ['minister'],
      courtesies: ['frau'],
      givenNames: ['valentin'],
      determiners: ['der'],
      ordinary: ['macaron'],
      rivals: ['candiru'],
      gate: ['logiciel espion'],
      smallLetters: [],
    },
  };
}

/** Writes a fact base and the originals to a folder that goes with the test, and says where they lie. */
export function writeBase(base: FactBase): { base: string; originals: string } {
  const folder = mkdtempSync(join(tmpdir(), 'bridle-base-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['data', 'seeds', 'originals']) mkdirSync(join(folder, name));
  for (const kind of ['entities', 'claims', 'relations', 'vocabulary', 'concepts'] as const) {
    writeFileSync(join(folder, 'data', `${kind}.json`), JSON.stringify(base[kind]));
  }
  for (const record of base.sources) writeFileSync(join(folder, 'seeds', `${record.id}.json`), JSON.stringify(record));
  for (const [name, content] of Object.entries(ORIGINALS)) writeFileSync(join(folder, 'originals', name), content);
  return { base: folder, originals: join(folder, 'originals') };
}

export function text(words: string): Text {
  return { en: `${words} (en)`, fr: `${words} (fr)`, de: `${words} (de)` };
}

export function entity(id: string, aliases: string[], cues: string[]): Entity {
  return {
    id,
    kind: 'organisation',
    name: text(id),
    description: text(`about ${id}`),
    aliases: aliases.map((alias) => ({ text: alias, language: 'und', kind: 'full', needs: 'affair', external: true })),
    noAlias: [{ kind: 'full', languages: ['ar', 'he'], why: 'Made up.' }],
    roles: [],
    cues,
    traps: [],
    others: [],
  };
}

export function relation(id: string, kind: Relation['kind'], first: string, second: string): Relation {
  return { id, kind, claims: [first, second], reason: text('they cannot both be'), basis: 'inferred' };
}

function source(
  id: string,
  document: string,
  published: string,
  sentences: { words: string; none?: 'caption' }[],
): Source {
  return {
    id,
    seed: `${id}.txt`,
    sha256: sha256(document),
    length: document.length,
    title: { text: `Title of ${id}`, basis: { kind: 'stated' } },
    publisher: { name: 'A paper', basis: { kind: 'stated' } },
    authors: [],
    language: 'fr',
    published,
    publishedBasis: { kind: 'stated' },
    kind: 'news-article',
    notes: [],
    sentences: sentences.map(({ words, none }) => ({ ...spanOf(document, words), ...(none && { none }) })),
  };
}

function claim(id: string, claimant: string, document: string, from: string, words: string, quote?: string): Claim {
  return {
    id,
    statement: text(`statement of ${id}`),
    claimant,
    attitude: 'states',
    polarity: 'affirms',
    date: '2021-10-19',
    dateBasis: { kind: 'stated' },
    about: ['nso-group'],
    figures: [],
    evidence: [{ source: from, ...spanOf(document, words), ...(quote !== undefined && { quote }) }],
    recordedBy: [from],
  };
}

function spanOf(document: string, words: string): { start: number; end: number; sha256: string } {
  const start = document.indexOf(words);
  return { start, end: start + words.length, sha256: sha256(words) };
}
