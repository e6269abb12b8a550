/**
 * The reader's journal, off until it is switched on. It lies in `storage.local`, an item for each day, and goes to no other device: not with
 * the settings that a browser synchronises, and not into a back-up.
 */
import { isContesting, RELATION_KIND_NAMES } from '../data/relation-kinds.ts';
import type { JournalEntry, Met } from '../presentation/journal/entry.ts';
import { alone } from './alone.ts';
import { browser } from './browser.ts';
import { isList, isRecord, isText } from './guards.ts';

export interface Journal {
  isOn: boolean;
  /** In no order. */
  entries: JournalEntry[];
  /** What lies in the journal and cannot be read, as it is. It stays until the journal is erased. */
  unread: unknown[];
  /** When entries could not be stored, if none were since. */
  failedAt: string | null;
}

/** Then the oldest make room. At their longest, they fill nine tenths of the 10 MB that a browser gives an extension. */
export const MOST_ENTRIES = 5_000;
const longestAddress = 1_000;
const longestTitle = 200;
const longestId = 200;

const ON = 'journal:on';
const FAILED = 'journal:failed';
const DAY = 'journal:day:';

export async function readJournal(): Promise<Journal> {
  const items: Record<string, unknown> = await browser.storage.local.get(null);
  const kept = [...daysIn(items).values()].flat();
  const failedAt = items[FAILED];
  return {
    isOn: items[ON] === true,
    entries: kept.filter(isEntry),
    unread: kept.filter((value) => !isEntry(value)),
    failedAt: typeof failedAt === 'string' ? failedAt : null,
  };
}

export async function isJournalOn(): Promise<boolean> {
  return (await browser.storage.local.get(ON))[ON] === true;
}

/** What was kept stays when it is switched off. */
export function switchJournal(on: boolean): Promise<void> {
  return on ? browser.storage.local.set({ [ON]: true }) : browser.storage.local.remove(ON);
}

/**
 * Keeps what was met on a page, once a day, if the journal is on.
 * @param address is kept without its `#`, a name and a password; without its query where it is longer than 1,000 characters. Only pages of the web
 * are kept.
 */
export function addToJournal(
  page: { address: string; title: string },
  met: readonly Met[],
  at: { date: Date; day: string },
): Promise<void> {
  return alone('journal', async () => {
    const name = DAY + at.day;
    const address = keptAddress(page.address);
    const { [ON]: on, [name]: stored } = await browser.storage.local.get([ON, name]);
    if (address === null || on !== true) return;
    const today = listOf(stored);
    const known = today.filter(isEntry).filter((entry) => entry.address === address);
    const title = page.title.slice(0, longestTitle);
    const news = met
      .filter(({ claim }) => !known.some((entry) => entry.claim === claim))
      .map((one): JournalEntry => ({ at: at.date.toISOString(), address, title, ...one }));
    if (news.length === 0) return;
    // All days are read only where there is something to write: a page that changes all day asks often.
    const days = daysIn(await browser.storage.local.get(null)).set(name, [...today, ...news]);
    await store(days, new Set([name, ...makeRoom(days)]), at.date);
  });
}

/** All that is kept, also what cannot be read. Whether the journal is on stays as it is. */
export function eraseJournal(): Promise<void> {
  return alone('journal', async () => {
    const items: Record<string, unknown> = await browser.storage.local.get(null);
    await browser.storage.local.remove([...daysIn(items).keys(), FAILED]);
  });
}

/** Items by their name, which tells the day: the oldest first. */
function daysIn(items: Record<string, unknown>): Map<string, unknown[]> {
  return new Map(
    Object.entries(items)
      .filter(([name]) => name.startsWith(DAY))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, stored]) => [name, listOf(stored)]),
  );
}

/** What is no list is kept as the only entry of one, so that nothing is lost. */
function listOf(stored: unknown): unknown[] {
  if (stored === undefined) return [];
  return Array.isArray(stored) ? (stored as unknown[]) : [stored];
}

/** Takes out the oldest entries that are too many. Answers with the items that it has changed. */
function makeRoom(days: Map<string, unknown[]>): string[] {
  let excess = [...days.values()].flat().filter(isEntry).length - MOST_ENTRIES;
  const changed: string[] = [];
  for (const [name, kept] of [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (excess <= 0) break;
    days.set(
      name,
      kept.filter((value) => !isEntry(value) || excess-- <= 0),
    );
    changed.push(name);
  }
  return changed;
}

async function store(days: Map<string, unknown[]>, changed: Set<string>, now: Date): Promise<void> {
  const [full, empty] = [[...changed].filter((name) => days.get(name)!.length > 0), new Set(changed)];
  for (const name of full) empty.delete(name);
  try {
    await browser.storage.local.set(Object.fromEntries(full.map((name) => [name, days.get(name)])));
    await browser.storage.local.remove([...empty, FAILED]);
  } catch (error) {
    console.warn('Bridle could not write its journal', error);
    await browser.storage.local.set({ [FAILED]: now.toISOString() });
  }
}

function keptAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  url.hash = url.username = url.password = '';
  if (url.href.length > longestAddress) url.search = '';
  return url.href.length <= longestAddress ? url.href : null;
}

function isEntry(value: unknown): value is JournalEntry {
  if (!isRecord(value)) return false;
  const { at, address, title, claim, stance, kinds } = value;
  return (
    isText(at, 40) &&
    !Number.isNaN(Date.parse(at)) &&
    isText(address, longestAddress) &&
    keptAddress(address) === address &&
    isText(title, longestTitle) &&
    isText(claim, longestId) &&
    (stance === 'restates' || stance === 'disputes') &&
    isList(kinds, isContestKind, CONTEST_KINDS.length)
  );
}

const CONTEST_KINDS = RELATION_KIND_NAMES.filter(isContesting);
const isContestKind = (value: unknown): value is Met['kinds'][number] =>
  (CONTEST_KINDS as readonly unknown[]).includes(value);
