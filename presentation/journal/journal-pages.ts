/** The journal as it is read: by page and day, the latest first, less what a search leaves out. */
import { foldText } from '../../data/fold.ts';
import type { Facts, FactsClaim, Text } from '../../data/facts.ts';
import { visibleText } from '../visible-text.ts';
import type { JournalEntry } from './entry.ts';

/** A page on a day, with what was met there. */
export interface JournalPage {
  key: string;
  /** When the first statement was met. */
  firstAt: Date;
  /** Local: `2026-11-27`. */
  day: string;
  address: string;
  host: string;
  /** The address where the page has no title. */
  title: string;
  statements: JournalStatement[];
}

export interface JournalStatement {
  entry: JournalEntry;
  /** Null where the fact base has it no more. */
  claim: FactsClaim | null;
  /** Name of who made the claim. */
  claimant: Text | null;
  /** What is searched, folded. */
  folded: string;
}

/** The entries with what the fact base says of them, as they were met. Made once, and searched with each key. */
export function journalStatements(entries: readonly JournalEntry[], facts: Facts): JournalStatement[] {
  const names = new Map(facts.entities.map(({ id, name }) => [id, name]));
  const known = new Map(
    facts.claims.map((claim) => {
      const claimant = names.get(claim.claimant) ?? null;
      const texts = [...Object.values(claim.statement), ...Object.values(claimant ?? {})];
      return [claim.id, { claim, claimant, folded: foldText(texts.join(' ')) }];
    }),
  );
  return entries
    .map((entry): JournalStatement => {
      const own = foldText(`${entry.title} ${entry.address} ${entry.claim}`);
      const { claim, claimant, folded } = known.get(entry.claim) ?? { claim: null, claimant: null, folded: '' };
      return { entry, claim, claimant, folded: `${own} ${folded}` };
    })
    .toSorted((a, b) => (a.entry.at < b.entry.at ? -1 : 1));
}

/** @param query words that all have to occur in the statement, its speaker, the title or the address; case and accents do not count */
export function journalPages(statements: readonly JournalStatement[], query: string): JournalPage[] {
  const wanted = foldText(query)
    .split(' ')
    .filter((word) => word !== '');
  const found = statements.filter(({ folded }) => wanted.every((word) => folded.includes(word)));
  const byPage = Map.groupBy(found, ({ entry }) => `${localDay(new Date(entry.at))} ${entry.address}`);
  return [...byPage].map(pageOf).toSorted((a, b) => b.firstAt.getTime() - a.firstAt.getTime());
}

/** The reader's own day, as an ISO 8601 date. */
export function localDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function pageOf([key, statements]: [string, JournalStatement[]]): JournalPage {
  const { at, address } = statements[0]!.entry;
  // A page may get its title late.
  const title = visibleText(statements.at(-1)!.entry.title).trim();
  const firstAt = new Date(at);
  return {
    key,
    firstAt,
    day: localDay(firstAt),
    address,
    host: new URL(address).hostname,
    title: title === '' ? address : title,
    statements,
  };
}
