/** Reads what `pack-card.ts` writes. Runs on pages. */
import { ATTITUDE_NAMES } from './attitudes.ts';
import type { CardFacts, Entity, Language, Source, Text } from './facts.ts';
import { inEachLanguage, LANGUAGES } from './languages.ts';
import { RELATION_KIND_NAMES } from './relation-kinds.ts';
import type { Basis } from './schema.ts';
import { linesOf } from './unpack.ts';

/** The packed form names these by their places. */
export const BASES = ['inferred', 'external'] as const;
const STATED: Basis = { kind: 'stated' };
const UNTOLD: Text = inEachLanguage(() => '');
export const SOURCE_KINDS: readonly Source['kind'][] = [
  'news-article',
  'news-agency-report',
  'translation',
  'press-release',
];
export const ENTITY_KINDS: readonly Entity['kind'][] = [
  'organisation',
  'person',
  'product',
  'court',
  'body',
  'office',
  'programme',
  'place',
  'event',
];

/** What stands for a claim's id on pages: a hash of so many digits. `packCard` sees to it that no two are alike. */
const ID_DIGITS = 4;

export function shortId(id: string): string {
  let hash = 0;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).slice(-ID_DIGITS);
}

/**
 * The facts as a card asks for them: texts in one language alone, of the evidence its first quotation, sources and relations named by
 * their numbers, claims by their short ids, and a description only where no role stands in its place.
 * @param ids those of the entities, which the lexicon carries in the same order
 */
export function unpackCard(packed: string, language: Language, ids: readonly string[]): CardFacts {
  const next = linesOf(packed);
  const [endsOn = ''] = next();
  const distinct = next();
  const textOf = (text: string) => ({ [language]: text }) as unknown as Text;
  const basisOf = (number: string): Basis => {
    const written = distinct[Number(number) - 1];
    if (!written) return STATED;
    const text = textOf(written.slice(1));
    return BASES[Number(written[0])] === 'inferred'
      ? { kind: 'inferred', how: text }
      : { kind: 'external', whence: text };
  };
  /** Rows of a table, from its columns. The first column has no empty cell. */
  const table = <Name extends string>(...names: Name[]): Record<Name, string>[] => {
    const columns = names.map(next);
    return columns[0]!.map(
      (_, row) => Object.fromEntries(names.map((name, k) => [name, columns[k]![row] ?? ''])) as Record<Name, string>,
    );
  };
  const named = (numbers: string, list: readonly string[]): string[] =>
    numbers ? numbers.split(',').map((number) => list[Number(number)]!) : [];

  const sources = table('name', 'basis', 'published', 'publishedBasis', 'title', 'url', 'kind', 'language').map(
    (row, index) => ({
      id: String(index),
      title: { text: row.title, basis: STATED },
      publisher: { name: row.name, basis: basisOf(row.basis) },
      language: LANGUAGES[Number(row.language)]!,
      published: row.published,
      publishedBasis: basisOf(row.publishedBasis),
      kind: SOURCE_KINDS[Number(row.kind)]!,
      ...(row.url && { url: row.url }),
    }),
  );
  const entities = table('kind', 'name', 'nameBasis', 'description');
  const roles = table('entity', 'title', 'dates', 'basis');
  const holders = table('entity', 'name', 'who', 'dates', 'basis');
  const claims = table(
    'id',
    'statement',
    'speakers',
    'attitude',
    'date',
    'dateBasis',
    'about',
    'recordedBy',
    'quote',
    'quoted',
  );
  const claimIds = claims.map(({ id }) => id);
  return {
    endsOn,
    sources,
    entities: entities.map(({ kind, name, nameBasis, description }, index) => ({
      id: ids[index]!,
      kind: ENTITY_KINDS[Number(kind)]!,
      name: textOf(name),
      ...(nameBasis && { nameBasis: basisOf(nameBasis) }),
      description: textOf(description),
      roles: roles
        .filter(({ entity }) => Number(entity) === index)
        .map(({ title, dates, basis }) => ({ title: textOf(title), dates, basis: basisOf(basis) })),
      holders: holders
        .filter(({ entity }) => Number(entity) === index)
        .map(({ name: holder, who, dates, basis }) => ({
          name: holder,
          ...(who && { entity: ids[Number(who)]! }),
          dates,
          basis: basisOf(basis),
        })),
    })),
    claims: claims.map(({ id, statement, speakers, attitude, date, dateBasis, about, recordedBy, quote, quoted }) => {
      const [claimant, ...relayedBy] = named(speakers, ids);
      return {
        id,
        statement: textOf(statement),
        claimant: claimant!,
        relayedBy,
        attitude: ATTITUDE_NAMES[Number(attitude)]!,
        date,
        dateBasis:
          dateBasis === ''
            ? STATED
            : dateBasis === 'i'
              ? { kind: 'inferred', how: UNTOLD }
              : { kind: 'external', whence: UNTOLD },
        about: named(about, ids),
        evidence: quote ? [{ source: quoted, quote }] : [],
        recordedBy: recordedBy.split(','),
      };
    }),
    relations: table('kind', 'claims', 'reason', 'basis').map(({ kind, claims: pair, reason, basis }, index) => ({
      id: String(index),
      kind: RELATION_KIND_NAMES[Number(kind)]!,
      claims: named(pair, claimIds) as [string, string],
      reason: textOf(reason),
      basis: basis ? 'inferred' : 'stated',
    })),
  };
}
