/**
 * The shapes of the fact base's files, for the build, the tests and the CLI.
 * Nothing that runs in a browser imports this file: it would carry zod along.
 */
import { z } from 'zod';
import { ATTITUDE_NAMES } from './attitudes.ts';
import { faultOfDate } from './edtf.ts';
import { inEachLanguage, LANGUAGES } from './languages.ts';
import { RELATION_KIND_NAMES } from './relation-kinds.ts';

export type { Language, Text } from './languages.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const words = z.string().trim().min(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A date as `edtf.ts` describes it: one that the calendar has, an interval in order. */
const edtf = z.string().superRefine((date, context) => {
  const fault = faultOfDate(date);
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault, input: date });
});

/** The same text in every language of the fact base. */
const text = z.strictObject(inEachLanguage(() => words));

/** Where a fact comes from: read in the document, concluded from it (say how), or known from elsewhere (say whence). */
const basis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stated') }),
  z.strictObject({ kind: z.literal('inferred'), how: text }),
  z.strictObject({ kind: z.literal('external'), whence: text }),
]);

/** UTF-16 offsets into a source's text, and the SHA-256 of that slice in UTF-8. */
const span = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  sha256,
});

/** Why a sentence of a source carries no claim. */
const silence = z.enum(['byline', 'caption', 'repetition', 'navigation', 'heading', 'background', 'fragment']);

/**
 * Why no relation ties a claim to another:
 * `setting`: it says who met, asked or wrote to whom, which nobody supports or disputes;
 * `aside`: it is about something other than the affair;
 * `only-mention`: it is about the affair, but no other claim speaks of the same.
 */
const unrelated = z.enum(['setting', 'aside', 'only-mention']);

export const sourceSchema = z.strictObject({
  id,
  /** File name of the document; its text is not part of the project. */
  seed: words,
  sha256,
  /** Length of the document in UTF-16 code units. */
  length: z.int().positive(),
  title: z.strictObject({ text: words, basis }),
  publisher: z.strictObject({ name: words, basis }),
  authors: z.array(words),
  language: z.enum(LANGUAGES),
  published: edtf,
  publishedBasis: basis,
  kind: z.enum(['news-article', 'news-agency-report', 'translation', 'press-release']),
  url: z.url({ protocol: /^https$/, error: 'an address that begins with https://' }).optional(),
  /** What a reader should know of the document: its slips, its gaps, what it leaves unnamed. */
  notes: z.array(text),
  /** Every sentence of the document in order; `none` on those that carry no claim. Gaps are white space. */
  sentences: z.array(span.extend({ none: silence.optional() })),
});

/**
 * How much context an alias needs to be a mention:
 * `nothing`: it names the entity on any page, and its presence says that the page speaks of the affair;
 * `affair`: it is linked where the page speaks of the affair;
 * `cue`: it is linked where one of the entity's cues stands near and no trap does;
 * `full-name`: a bare surname, linked once the page has named the person in full or an office stands beside it.
 */
const need = z.enum(['nothing', 'affair', 'cue', 'full-name']);

const alias = z.strictObject({
  text: words,
  /** BCP 47 language of the form; `und` where it is written so everywhere. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  kind: z.enum(['full', 'short', 'acronym', 'translation', 'mistranslation', 'transliteration']),
  needs: need,
  /** True where no source writes the name so (most forms in other languages). */
  external: z.literal(true).optional(),
});

const role = z.strictObject({
  title: text,
  /** When the role was held, as far as the basis says: a day or month of the statement, or an interval. */
  dates: edtf,
  /** The source that gives the role; absent where the role is external. */
  source: id.optional(),
  basis,
});

export const entitySchema = z.strictObject({
  id,
  kind: z.enum(['organisation', 'person', 'product', 'court', 'body', 'office', 'programme', 'place', 'event']),
  name: text,
  /** The source leaves the name out: it is known from elsewhere. */
  nameBasis: basis.optional(),
  description: text,
  /** Its presence makes a page one of the affair: the names that the gate asks for. */
  central: z.literal(true).optional(),
  /** Its name stands on few pages of other matters: where it does, it says something of what the page speaks of. */
  telling: z.literal(true).optional(),
  /** A news agency: its name also signs texts and pictures, where it is no mention. */
  agency: z.literal(true).optional(),
  aliases: z.array(alias),
  /** Forms that the entity has elsewhere and lacks in some languages (`full` counts in any rendering), and why. */
  noAlias: z
    .array(
      z.strictObject({
        kind: z.enum(['full', 'short', 'acronym']),
        languages: z.union([z.literal('all'), z.array(words).min(1)]),
        why: words,
      }),
    )
    .optional(),
  roles: z.array(role),
  /** For an office: who held it. A holder that the sources leave unnamed is external. */
  holders: z
    .array(z.strictObject({ name: words, entity: id.optional(), dates: edtf, source: id.optional(), basis }))
    .optional(),
  /** Words that make the entity likely when they stand near; a final `*` takes every ending. Folded: lower case, no diacritics. */
  cues: z.array(words),
  /** Words that make it unlikely, in the same notation. */
  traps: z.array(words),
  /** Names of others that hold one of the aliases (`Brigitte Macron`): read as nobody of ours. */
  others: z.array(words),
});

export const claimSchema = z.strictObject({
  id,
  /** What is claimed, in our own words. */
  statement: text,
  /** Entity that makes the claim. */
  claimant: id,
  /**
   * Whom the source itself quotes for the claimant's words: a minister who reads from a firm's letter, a picture agency whose
   * caption cites a laboratory. Never the source's own publisher or author: `recordedBy` says that.
   */
  relayedBy: z.array(id).optional(),
  attitude: z.enum(ATTITUDE_NAMES),
  /**
   * `denies` where the statement says that something is not so, which others may affirm (no licence, cannot check, does not
   * know); `affirms` everywhere else. Written by hand: no matching may turn it round.
   */
  polarity: z.enum(['affirms', 'denies']),
  /** When it was said. */
  date: edtf,
  dateBasis: basis,
  /** Entities that the claim is about. */
  about: z.array(id).min(1),
  figures: z.array(z.strictObject({ value: z.number(), counts: text })),
  evidence: z.array(span.extend({ source: id, quote: words.optional() })),
  /** Sources that report it. */
  recordedBy: z.array(id).min(1),
  /** Why no relation names it; absent where one does. */
  unrelated: unrelated.optional(),
});

export const relationSchema = z.strictObject({
  id,
  kind: z.enum(RELATION_KIND_NAMES),
  /** Of a directed kind the first acts on the second. Symmetric kinds are stored once. */
  claims: z.tuple([id, id]),
  /** Why, in one or two sentences that a fair opponent would accept. */
  reason: text,
  /** Whether the sources say themselves that the two belong together, or we conclude it. */
  basis: z.enum(['stated', 'inferred']),
  /**
   * Both claims go back to one report, one occasion or one speaker, as far as the sources show: that they agree counts
   * once. Absent where they are independent or where it is open.
   */
  sameOrigin: z.literal(true).optional(),
});

export type Basis = z.infer<typeof basis>;
export type Silence = z.infer<typeof silence>;
export type Source = z.infer<typeof sourceSchema>;
export type Entity = z.infer<typeof entitySchema>;
export type Alias = z.infer<typeof alias>;
export type Claim = z.infer<typeof claimSchema>;
export type Relation = z.infer<typeof relationSchema>;
