/** Without a display: what was recognised on a page, and a picture of one card. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { compileFacts, readFactBase } from '../../data/compile.ts';
import type { Dossier } from '../../presentation/dossier.ts';
import { readMarks } from '../marks.ts';
import type { Session, Tab } from '../session.ts';
import { rowsOf, tableOf } from './report.ts';

const PICTURE = join(resolve(import.meta.dirname, '../..'), 'tmp', 'card.png');

/** Prints what is found on the page, and saves the picture. */
export async function describe(session: Session, url: string): Promise<void> {
  const reader = await session.openExtension('popup.html');
  const tab = await session.open(url);
  const dossier = await settledDossier(reader);
  await tab.front();
  if (dossier.mentions.length === 0) {
    console.log(`${url}: nothing of the affair was recognised.`);
    return;
  }
  const rows = rowsOf(dossier, compileFacts(readFactBase()));
  console.log(`${url}\n\n${tableOf(rows)}\n`);
  const mostContested = rows.toSorted((a, b) => b.contested - a.contested)[0]!.entity;
  const isOpen = await openCard(tab, namesOf(dossier, mostContested));
  mkdirSync(dirname(PICTURE), { recursive: true });
  writeFileSync(PICTURE, await tab.screenshot());
  const picture = relative(process.cwd(), PICTURE);
  if (isOpen) console.log(`No display: the browser ran headless. A card was opened; its picture is ${picture}`);
  else {
    console.log(`No display: the browser ran headless. No card could be opened; a picture of the page is ${picture}`);
  }
}

/** What the page's scripts have reported once it no longer changes; empty if nothing came. */
async function settledDossier(reader: Tab): Promise<Dossier> {
  let last = '';
  let unchanged = 0;
  for (let attempt = 0; attempt < 40 && unchanged < (last === '' ? 16 : 4); attempt++) {
    await new Promise((settle) => setTimeout(settle, 250));
    const now = await reader.evaluate(readAll);
    unchanged = now === last ? unchanged + 1 : 0;
    last = now;
  }
  const frames = JSON.parse(last || '[]') as Dossier[];
  return { mentions: frames.flatMap(({ mentions }) => mentions), matches: frames.flatMap(({ matches }) => matches) };
}

/** What the background knows of all tabs; empty if that is nothing. Runs in a page of the extension. */
async function readAll(): Promise<string> {
  interface Api {
    tabs: { query(filter: object): Promise<{ id: number }[]> };
    runtime: { sendMessage(message: object): Promise<{ dossier: unknown }[]> };
  }
  const scope = globalThis as unknown as Record<'browser' | 'chrome', Api>;
  const { tabs, runtime } = scope.browser ?? scope.chrome;
  const frames = await Promise.all(
    (await tabs.query({})).map(({ id: tabId }) => runtime.sendMessage({ ask: 'dossiers', sent: { tabId } })),
  );
  const dossiers = frames.flat().map(({ dossier }) => dossier);
  return dossiers.length > 0 ? JSON.stringify(dossiers) : '';
}

const namesOf = ({ mentions }: Dossier, wanted: string): string[] =>
  mentions.filter(({ entity }) => entity === wanted).map(({ text }) => text);

/** Rests the pointer on one of the names in the window, or else on any mark there. Whether a card opened. */
async function openCard(tab: Tab, names: string[]): Promise<boolean> {
  const marks = (await tab.evaluate(readMarks)).filter(({ y }) => y > 0 && y < 600);
  const mark = marks.find(({ text }) => names.includes(text)) ?? marks[0];
  if (!mark) return false;
  await tab.move(mark.x, mark.y);
  for (let attempt = 0; attempt < 40; attempt++) {
    await new Promise((settle) => setTimeout(settle, 100));
    if (!(await tab.evaluate(cardIsOpen))) continue;
    // Until it has faded in
    await new Promise((settle) => setTimeout(settle, 500));
    return true;
  }
  return false;
}

/** Runs in the page, which cannot look into the card but meets its host wherever the card lies. */
function cardIsOpen(): boolean {
  for (let y = 10; y < innerHeight; y += 40) {
    for (let x = 10; x < innerWidth; x += 40) {
      if (document.elementFromPoint(x, y)?.localName === 'bridle-card') return true;
    }
  }
  return false;
}
