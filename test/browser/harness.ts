/** Gives tests a browser with a build of the extension, and asks pages until they have become what is expected. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, vi } from 'vitest';
import type { Family } from '../../scripts/browsers.ts';
import { isSentence, readMarks } from '../../scripts/marks.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { gateCount, PLAIN_PAGE } from './extension.ts';
import { borrowBrowser } from './shared-browsers.ts';

export const root = resolve(import.meta.dirname, '../..');

/**
 * `e2e` may read loopback and has an open shadow root; `production` is what readers get; `granted` is that with access to loopback;
 * null opens the bare browser.
 */
export type Build = 'e2e' | 'production' | 'granted' | null;

const FOLDERS: Record<Family, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/** The same tests in Chromium and in Firefox. */
export function inBothBrowsers(what: string, tests: (family: Family) => void): void {
  describe.each<Family>(['chromium', 'firefox'])(`${what} (%s)`, tests);
}

/** On a busy machine a page may take many times as long as it does for a reader: this only ends a wait that is in vain. */
export const longestWaitMs = 20_000;

export interface BrowserOptions {
  proxy?: string;
  /** With the processes that a reader's browser has: where frames, load or attacks are what is tested. Slower. */
  asForReaders?: true;
}

export async function openBrowser(family: Family, build: Build, options: BrowserOptions = {}): Promise<Session> {
  const { proxy, asForReaders = false } = options;
  const session = await borrowBrowser(family, {
    ...(build && { extension: folderOf(family, build) }),
    ...(proxy && { proxy }),
    thrifty: !asForReaders,
  });
  if (build === 'e2e' || build === 'granted') await registered(session);
  return session;
}

export function folderOf(family: Family, build: Exclude<Build, null>): string {
  const folder = resolve(root, '.output', `${FOLDERS[family]}${build === 'e2e' ? '-e2e' : ''}`);
  if (!existsSync(folder))
    throw new Error(`${folder} is not built: npm run ${build === 'e2e' ? 'build:e2e' : 'build'}`);
  return build === 'granted' ? withAccess(folder) : folder;
}

function withAccess(folder: string): string {
  // Files of tests run side by side.
  const copy = resolve(root, 'tmp', `${basename(folder)}-granted-${process.pid}`);
  cpSync(folder, copy, { recursive: true });
  const manifest = JSON.parse(readFileSync(resolve(copy, 'manifest.json'), 'utf8'));
  writeFileSync(
    resolve(copy, 'manifest.json'),
    JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }),
  );
  return copy;
}

/** A fresh installation takes a moment to register its gate: a reader has none of the pages open that fast. */
async function registered(session: Session): Promise<void> {
  const inside = await session.openExtension(PLAIN_PAGE);
  await vi.waitFor(async () => expect(await gateCount(inside), 'gates registered').toBe(1), { timeout: longestWaitMs });
  await inside.close();
}

/** Waits, for at most a generous while, until what is read equals what is expected; says how they differ otherwise. */
export async function becomes<Value>(read: () => Promise<Value>, expected: Value, what = ''): Promise<void> {
  await expect.poll(read, { timeout: longestWaitMs, interval: 50, message: what }).toEqual(expected);
}

/** The sentences that are marked. */
export async function markedSentences(tab: Tab): Promise<string[]> {
  return (await tab.evaluate(readMarks)).filter(isSentence).map(({ text }) => text);
}

/** The names that are marked, sorted; sentences are left out. */
export async function markedNames(tab: Tab): Promise<string[]> {
  const marks = await tab.evaluate(readMarks);
  return sortedNames(marks.filter((mark) => !isSentence(mark)).map(({ text }) => text));
}

/** White space does not count: a line break within a name has none. */
export function sortedNames(names: string[]): string[] {
  return names.map((name) => name.replace(/\s/g, '')).toSorted();
}

/** The page as markup, without the host of the card; and how many hosts there are. */
export async function markup(tab: Tab): Promise<{ html: string; hosts: number }> {
  const html = await tab.evaluate(() => Document.prototype.querySelector.call(document, ':root')!.outerHTML);
  const host = /<bridle-card\b[^>]*><\/bridle-card>/g;
  return { html: html.replace(host, ''), hosts: html.match(host)?.length ?? 0 };
}

/** Long enough for gate, injection and scan on a slow machine: for showing that something does *not* happen. */
export function aWhile(): Promise<void> {
  return new Promise((settle) => setTimeout(settle, 700));
}

/** Clicks, or scrolls to, the first element that the selector finds. */
export async function act(tab: Tab, step: { click?: string; scrollTo?: string; wait?: true }): Promise<void> {
  await tab.evaluate(
    ({ click, scrollTo }) => {
      const find = (selector: string) => Document.prototype.querySelector.call(document, selector) as HTMLElement;
      if (click) find(click).click();
      if (scrollTo) find(scrollTo).scrollIntoView();
    },
    { click: step.click, scrollTo: step.scrollTo },
  );
}
