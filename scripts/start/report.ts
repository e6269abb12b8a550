/** What `npm start` prints of a page where there is no display. */
import type { Facts } from '../../data/facts.ts';
import { isContesting } from '../../data/relation-kinds.ts';
import type { Dossier } from '../../presentation/dossier.ts';

interface Row {
  entity: string;
  name: string;
  /** On the page. */
  mentions: number;
  /** In the fact base: by the entity or about it. */
  statements: number;
  /** Of these statements, those that another one contradicts or takes back. */
  contested: number;
}

/** A line for each entity that is named, the most often first. */
export function rowsOf({ mentions }: Dossier, { claims, entities, relations }: Facts): Row[] {
  const contested = new Set(relations.filter(({ kind }) => isContesting(kind)).flatMap((relation) => relation.claims));
  return [...Map.groupBy(mentions, ({ entity }) => entity)]
    .map(([id, named]) => {
      const statements = claims.filter(({ claimant, about }) => claimant === id || about.includes(id));
      return {
        entity: id,
        name: entities.find((entity) => entity.id === id)?.name.en ?? id,
        mentions: named.length,
        statements: statements.length,
        contested: statements.filter((claim) => contested.has(claim.id)).length,
      };
    })
    .toSorted((a, b) => b.mentions - a.mentions);
}

/** The rows as a table of plain text. */
export function tableOf(rows: Row[]): string {
  const cells = [
    ['', 'mentions here', 'statements', 'contested'],
    ...rows.map(({ name, mentions, statements, contested }) => [
      name,
      ...[mentions, statements, contested].map(String),
    ]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const lines = cells.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('   '),
  );
  return lines.join('\n');
}
