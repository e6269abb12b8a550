import type { Facts, Language } from '../../data/facts.ts';

const COLUMNS = [
  'id',
  'statement',
  'claimant',
  'relayed by',
  'attitude',
  'date (EDTF)',
  'date basis',
  'about',
  'sources',
  'published (EDTF)',
  'evidence',
  'quotations',
  'relations',
] as const;

/**
 * One row a claim. Texts are in one language. `evidence` reads `SOURCE:START-END` (UTF-16 offsets), `relations` `KIND:OTHER-CLAIM`; lists are
 * parted by ` | `.
 */
export function toCsv(facts: Facts, language: Language): string {
  const names = new Map(facts.entities.map(({ id, name }) => [id, name[language]]));
  const sources = new Map(facts.sources.map((source) => [source.id, source]));
  const namesOf = (ids: readonly string[]) => list(ids.map((id) => names.get(id) ?? id));
  const rows = facts.claims.map((claim) => [
    claim.id,
    claim.statement[language],
    namesOf([claim.claimant]),
    namesOf(claim.relayedBy ?? []),
    claim.attitude,
    claim.date,
    claim.dateBasis.kind,
    namesOf(claim.about),
    list(claim.recordedBy.map((id) => sources.get(id)?.publisher.name ?? id)),
    list(claim.recordedBy.map((id) => sources.get(id)?.published ?? '')),
    list(claim.evidence.map(({ source, start, end }) => `${source}:${start}-${end}`)),
    list(claim.evidence.flatMap(({ quote }) => quote ?? [])),
    list(
      facts.relations
        .filter(({ claims }) => claims.includes(claim.id))
        .map(({ kind, claims: [a, b] }) => `${kind}:${a === claim.id ? b : a}`),
    ),
  ]);
  return csvText([COLUMNS, ...rows]);
}

/** As RFC 4180 has it: CRLF, quotation marks doubled. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

const list = (values: readonly string[]): string => values.join(' | ');

/** The rule against formulas is OWASP's (CSV Injection). */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
