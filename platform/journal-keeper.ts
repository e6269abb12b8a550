/** Writes the journal, where the reader has switched it on: what is contested on the page in front, once it has been there for a moment. */
import type { Met } from '../presentation/journal/entry.ts';
import { browser } from './browser.ts';
import { isWithin } from './hosts.ts';
import { addToJournal, isJournalOn } from './journal.ts';
import { readSettings } from './settings.ts';

/** A page that is only passed through has not been met. As much is lost at most where the browser ends the background. */
const settleMs = 2_000;

export interface JournalKeeperOptions {
  /** What is contested on the page of a tab. */
  metOn(tabId: number): Met[];
  /** The reader's own day, as an ISO 8601 date. */
  dayOf(date: Date): string;
}

/** For the background, once. The function that it returns is for a tab whose page holds something else now. */
export function keepJournal(options: JournalKeeperOptions): (tabId: number) => void {
  const due = new Set<number>();
  const noteLater = (tabId: number): void => {
    if (due.has(tabId)) return;
    due.add(tabId);
    setTimeout(() => {
      due.delete(tabId);
      // The tab may be gone.
      void note(tabId, options).catch(() => undefined);
    }, settleMs);
  };
  browser.tabs.onActivated.addListener(({ tabId }) => noteLater(tabId));
  return noteLater;
}

/** Not of private windows, in which Bridle does not run at all, nor of sites that the reader keeps it off. */
async function note(tabId: number, { metOn, dayOf }: JournalKeeperOptions): Promise<void> {
  if (!(await isJournalOn())) return;
  const [tab, { sites }] = await Promise.all([browser.tabs.get(tabId), readSettings()]);
  const { active, incognito, url, title = '' } = tab;
  if (!active || incognito || url === undefined) return;
  const { hostname } = new URL(url);
  if (sites.off.some((site) => isWithin(site, hostname))) return;
  const date = new Date();
  await addToJournal({ address: url, title }, metOn(tabId), { date, day: dayOf(date) });
}
