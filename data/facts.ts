/**
 * The compiled fact base: what runs in the browser gets this form, without validation and without what only authors need.
 * `compile.ts` makes it when building; the virtual modules of `vite-plugin.ts` carry it.
 */
import type { Alias, Claim, Entity, Language, Relation, Source, Text } from './schema.ts';

export type { Alias, Claim, Entity, Language, Relation, Source, Text };

/** What a card or a search result shows. Arrays keep the order of the files. */
export interface Facts {
  /** The last day, month or year about which the sources speak (EDTF). Each card shows it. */
  endsOn: string;
  sources: Omit<Source, 'sentences' | 'sha256' | 'length'>[];
  entities: Omit<Entity, 'aliases' | 'noAlias' | 'cues' | 'traps' | 'others'>[];
  claims: FactsClaim[];
  relations: Relation[];
}

/** A claim whose evidence keeps its place and its quotation; the hashes stay in the files. */
export type FactsClaim = Omit<Claim, 'evidence' | 'unrelated'> & {
  evidence: { source: string; start: number; end: number; quote?: string | undefined }[];
};

/** The part of the facts that a card reads. */
export interface CardFacts {
  endsOn: string;
  sources: Pick<Source, 'id' | 'title' | 'publisher' | 'url' | 'language' | 'published' | 'publishedBasis' | 'kind'>[];
  entities: Facts['entities'];
  claims: (Omit<FactsClaim, 'polarity' | 'figures' | 'evidence'> & {
    evidence: { source: string; quote?: string | undefined }[];
  })[];
  relations: Relation[];
}

/** What the matching needs to know of the entities. */
export interface Lexicon {
  entities: (Pick<Entity, 'id' | 'kind' | 'central' | 'telling' | 'agency' | 'cues' | 'traps' | 'others'> & {
    aliases: Pick<Alias, 'text' | 'needs' | 'kind'>[];
  })[];
  vocabulary: Vocabulary;
}

/** What a search needs besides the facts: other names of the entities, and words for one thing in every language. */
export interface Synonyms {
  aliases: { id: string; aliases: { text: string }[] }[];
  concepts: readonly Concept[];
}

/** An entry of `data/concepts.json`: one notion, and the words for it in every language, folded as in the vocabulary. */
export interface Concept {
  id: string;
  /** `report` is what every sentence of a newspaper holds (says, according to): it ties nothing together. */
  kind: 'act' | 'thing' | 'who' | 'how' | 'when' | 'negation' | 'denial' | 'report';
  words: Record<string, string[]>;
}

/** A line of `data/thesaurus/`: words and phrases of each language that stand in for each other. A `*` stands for any ending of its word. */
export interface Synset {
  id: string;
  words: Record<string, string[]>;
}

/** `data/vocabulary.json`: words that show what a text is about. Folded; a `*` stands for any letters. */
export interface Vocabulary {
  /** Words and phrases of the spyware affair; weight 3 = nearly only this affair, 1 = weak. */
  affair: { words: string[]; weight: number }[];
  /** Offices that may stand before a bare surname and say who is meant (`ministre`). */
  titles: string[];
  /** Forms of address, which stand before any surname (`Frau`). */
  courtesies: string[];
  /** Given names of others: with one in front, a surname of ours is somebody else's (`Valentin Gantz`). */
  givenNames: string[];
  /** Articles and possessives, after which a capitalised word is a noun (`der Kollege Asselborn`). */
  determiners: string[];
  /** Ordinary words that look like a slip of a name (`macaron`). */
  ordinary: string[];
  /** Makers and makes of other spyware: a page that names them may speak of those alone. */
  rivals: string[];
  /** What opens the gate on pages without a central name: words for spyware and organisations, as pages write them. */
  gate: string[];
  /** Names that are ordinary words without their capitals (`le monde`). */
  smallLetters: string[];
}
