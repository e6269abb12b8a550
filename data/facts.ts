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
  entities: Omit<Entity, 'aliases' | 'cues' | 'traps' | 'others'>[];
  claims: FactsClaim[];
  relations: Relation[];
}

/** A claim whose evidence keeps its place and its quotation; the hashes stay in the files. */
export type FactsClaim = Omit<Claim, 'evidence'> & {
  evidence: { source: string; start: number; end: number; quote?: string }[];
};

/** What the matching needs to know of the entities. */
export interface Lexicon {
  entities: Pick<Entity, 'id' | 'kind' | 'central' | 'agency' | 'aliases' | 'cues' | 'traps' | 'others'>[];
  vocabulary: Vocabulary;
}

/** `data/vocabulary.json`: words that show what a text is about. Folded; a `*` stands for any letters. */
export interface Vocabulary {
  /** Words and phrases of the spyware affair; weight 3 = nearly only this affair, 1 = weak. */
  affair: { words: string[]; weight: number }[];
  /** What may stand before a bare surname: offices and forms of address. */
  titles: string[];
  /** Words that may open a sentence right before a name and are no given names (`Selon Macron`). */
  openers: string[];
  /** Articles and possessives, after which a capitalised word is a noun (`der Kollege Asselborn`). */
  determiners: string[];
  /** Ordinary words that look like a slip of a name (`macaron`). */
  ordinary: string[];
}
