/** How to cite a record: as a line of text, for BibTeX (biblatex reads EDTF dates) and as CSL-JSON. */
import type { Facts, Language } from '../../data/facts.ts';

export type CitedKind = 'claim' | 'entity' | 'relation' | 'source';

export interface Citation {
  plain: string;
  bibtex: string;
  /** CSL-JSON 1.0, as text: a list with one item for each document. */
  csl: string;
}

/** What the language of the citation brings. */
export interface CitationWords {
  language: Language;
  date(edtf: string): string;
  /** That a statement is worded by us: `in Bridle’s words`. */
  ownWords: string;
  /** Follows the name of who passed it on: `relayed by {names}`. */
  relayed(names: string): string;
}

type FactsSource = Facts['sources'][number];

/**
 * What was said, by whom and when, then the documents that record it. As in any bibliography, square brackets hold what the document itself
 * does not state. Null for an id that the facts do not have.
 */
export function cite(
  facts: Facts,
  { kind, id }: { kind: CitedKind; id: string },
  words: CitationWords,
): Citation | null {
  const found = findCited(facts, kind, id, words);
  if (!found) return null;
  const { lead, sources } = found;
  const key = (source: FactsSource) => (kind === 'source' ? source.id : `${source.id}:${id}`);
  return {
    plain: [lead, ...sources.map((source) => plainWork(source, words))].filter(Boolean).join(' — '),
    bibtex: sources.map((source) => bibtexEntry(key(source), source, lead)).join('\n\n'),
    csl: JSON.stringify(
      sources.map((source) => cslItem(key(source), source, lead)),
      null,
      2,
    ),
  };
}

function findCited(
  facts: Facts,
  kind: CitedKind,
  id: string,
  words: CitationWords,
): { lead: string; sources: FactsSource[] } | null {
  const { language } = words;
  const sourcesOf = (ids: readonly string[]) => facts.sources.filter((source) => ids.includes(source.id));
  const nameOf = (entity: string) => facts.entities.find((other) => other.id === entity)?.name[language] ?? entity;
  const said = (claimId: string) => {
    const claim = facts.claims.find((other) => other.id === claimId);
    if (!claim) return null;
    const { claimant, relayedBy = [], date, dateBasis, statement, recordedBy } = claim;
    const relayed = relayedBy.length > 0 ? `, ${words.relayed(relayedBy.map(nameOf).join(', '))}` : '';
    const day = bracketed(words.date(date), dateBasis.kind !== 'stated');
    return { text: `${nameOf(claimant)}${relayed}, ${day}: ${statement[language]}`, recordedBy };
  };
  if (kind === 'claim') {
    const claim = said(id);
    return claim && { lead: `${claim.text} (${words.ownWords})`, sources: sourcesOf(claim.recordedBy) };
  }
  if (kind === 'relation') {
    const relation = facts.relations.find((other) => other.id === id);
    const claims = relation?.claims.map(said) ?? [];
    if (!relation || claims.includes(null)) return null;
    return {
      lead: `${claims.map((claim) => claim!.text).join(' / ')} (${words.ownWords}) — ${relation.reason[language]}`,
      sources: sourcesOf(claims.flatMap((claim) => claim!.recordedBy)),
    };
  }
  if (kind === 'entity') {
    const entity = facts.entities.find((other) => other.id === id);
    if (!entity) return null;
    const naming = facts.claims.filter(({ claimant, about, relayedBy = [] }) =>
      [claimant, ...about, ...relayedBy].includes(id),
    );
    const roles = entity.roles.flatMap(({ source }) => source ?? []);
    return {
      lead: `${entity.name[language]}: ${entity.description[language]}`,
      sources: sourcesOf([...roles, ...naming.flatMap(({ recordedBy }) => recordedBy)]),
    };
  }
  const source = facts.sources.find((other) => other.id === id);
  return source ? { lead: '', sources: [source] } : null;
}

function plainWork(
  { authors, title, publisher, published, publishedBasis, url }: FactsSource,
  { date }: CitationWords,
): string {
  const parts = [
    authors.join(', '),
    bracketed(title.text, title.basis.kind !== 'stated'),
    bracketed(publisher.name, publisher.basis.kind !== 'stated'),
    bracketed(date(published), publishedBasis.kind !== 'stated'),
  ];
  return `${parts.filter(Boolean).join('. ')}.${url ? ` ${url}` : ''}`;
}

function bibtexEntry(key: string, source: FactsSource, lead: string): string {
  const { authors, title, publisher, published, language, url, kind } = source;
  const fields: [string, string | undefined][] = [
    ['author', authors.length > 0 ? authors.map(tex).join(' and ') : `{${tex(publisher.name)}}`],
    ['title', `{${tex(title.text)}}`],
    [kind === 'press-release' ? 'organization' : 'journaltitle', tex(publisher.name)],
    // biblatex takes EDTF in `date`; classic BibTeX reads the year only.
    ['date', published],
    ['year', /\d{4}/.exec(published)?.[0]],
    ['langid', { en: 'english', fr: 'french', de: 'german' }[language]],
    ['url', url],
    ['note', lead && tex(lead)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@${kind === 'press-release' ? 'misc' : 'article'}{${key},`, ...lines, '}'].join('\n');
}

function cslItem(id: string, source: FactsSource, lead: string): Record<string, unknown> {
  const { authors, title, publisher, published, language, url, kind } = source;
  const isRelease = kind === 'press-release';
  return {
    id,
    type: isRelease ? 'report' : 'article-newspaper',
    ...(isRelease && { genre: 'Press release' }),
    title: title.text,
    author: (authors.length > 0 ? authors : [publisher.name]).map((literal) => ({ literal })),
    ...(isRelease ? { publisher: publisher.name } : { 'container-title': publisher.name }),
    issued: cslDate(published),
    language,
    ...(url && { URL: url }),
    ...(lead && { note: lead }),
  };
}

/** An interval has two parts; what is approximate or uncertain is `circa`, as CSL has no other word for it. */
function cslDate(edtf: string): Record<string, unknown> {
  const points = edtf
    .split('/')
    .filter((point) => point !== '..')
    .map((point) => point.replace(/[~?]$/, '').split('-').map(Number));
  return { 'date-parts': points, ...(/[~?]/.test(edtf) && { circa: true }) };
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (text: string): string => text.replace(/[\\~^&%$#_{}]/g, (sign) => TEX[sign] ?? `\\${sign}`);
const bracketed = (text: string, inferred: boolean): string => (inferred ? `[${text}]` : text);
