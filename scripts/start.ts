/**
 * `npm start [-- PAGE_OR_URL]`: builds Bridle, opens a browser with it on a page, and waits until the browser is closed.
 * Without a display it prints what was recognised, and saves a picture of one card.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { env, exit, platform } from 'node:process';
import { build } from 'wxt';
import { compileFacts, readFactBase } from '../data/compile.ts';
import type { Facts } from '../data/facts.ts';
import type { Dossier } from '../presentation/dossier.ts';
import { anyBrowser, NoBrowser, type Installed } from './browsers.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import { readMarks } from './marks.ts';
import { filesOf, serve, type Site } from './serve.ts';
import type { Session, Tab } from './session.ts';

const root = resolve(import.meta.dirname, '..');
const hasDisplay = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

class Misuse extends Error {}

async function start(wanted: string | undefined): Promise<void> {
  const page = await findPage(wanted);
  const browser = anyBrowser();
  console.log(`Building Bridle for ${basename(browser.path)} …`);
  const extension = await buildFor(browser, new URL(page.url));
  const open = browser.family === 'firefox' ? openFirefox : openChromium;
  const session = await open({ program: browser.path, extension, headless: !hasDisplay });
  try {
    if (hasDisplay) await showTo(session, page.url);
    else await describe(session, page.url);
  } finally {
    await session.close().catch(() => undefined);
    await page.site?.close();
  }
}

/** The address to open: the demo page, a file served from loopback, or an address as given. */
async function findPage(wanted: string | undefined): Promise<{ url: string; site?: Site }> {
  if (wanted && /^https?:/i.test(wanted)) {
    if (!URL.canParse(wanted)) throw new Misuse(`${wanted} is not an address.`);
    return { url: new URL(wanted).href };
  }
  if (wanted && /^[a-z][a-z0-9+.-]+:/i.test(wanted))
    throw new Misuse(`${wanted}: only http and https addresses, or a file.`);
  const file = wanted ? resolve(wanted) : join(root, 'scripts/news/demo.html');
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat)
    throw new Misuse(`${wanted}: no such file. Give a file, or an address that begins with http:// or https://.`);
  if (!stat.isFile()) throw new Misuse(`${wanted} is not a file.`);
  const site = await serve(filesOf(dirname(file)));
  return { url: `${site.origin}/${encodeURIComponent(basename(file))}`, site };
}

/** A build of its own, with access to the one origin that is to be read. */
async function buildFor({ family }: Installed, url: URL): Promise<string> {
  const output = await build({
    root,
    browser: family === 'firefox' ? 'firefox' : 'chrome',
    manifestVersion: 3,
    outDirTemplate: 'start-{{browser}}',
    manifest: { host_permissions: [`${url.protocol}//${url.hostname}/*`] },
    logger: quiet,
  });
  if (!output.manifest) throw new Error('The build made no manifest.');
  return join(root, `.output/start-${family === 'firefox' ? 'firefox' : 'chrome'}`);
}

/** Only what is wrong. */
const quiet = {
  debug() {},
  log() {},
  info() {},
  success() {},
  level: 0,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
};

async function showTo(session: Session, url: string): Promise<void> {
  await session.open(url);
  console.log(`${url} is open. Rest the pointer on a dotted name. Close the browser, or press Ctrl-C, to end.`);
  const stopped = new Promise<void>((settle) => process.once('SIGINT', settle).once('SIGTERM', settle));
  await Promise.race([session.closed, stopped]);
}

async function describe(session: Session, url: string): Promise<void> {
  const facts = compileFacts(readFactBase());
  const reader = await session.openExtension('popup.html');
  const tab = await session.open(url);
  const dossier = await settledDossier(reader);
  await tab.front();
  if (dossier.mentions.length === 0) {
    console.log(`${url}: nothing of the affair was recognised.`);
    return;
  }
  console.log(`${url}\n`);
  console.table(recognised(dossier, facts));
  const file = join(root, 'tmp', 'card.png');
  mkdirSync(dirname(file), { recursive: true });
  await openCard(tab, dossier, facts);
  writeFileSync(file, await tab.screenshot());
  console.log(
    `\nNo display: the browser ran headless. A card was opened; its picture is ${relative(process.cwd(), file)}`,
  );
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

interface Row {
  entity: string;
  mentions: number;
  claims: number;
  contradictions: number;
}

function recognised({ mentions }: Dossier, facts: Facts): Row[] {
  const counts = new Map<string, number>();
  for (const { entity } of mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => {
      const claims = new Set(
        facts.claims.filter((claim) => claim.claimant === id || claim.about.includes(id)).map((claim) => claim.id),
      );
      return {
        entity: facts.entities.find((entity) => entity.id === id)?.name.en ?? id,
        mentions: count,
        claims: claims.size,
        contradictions: facts.relations.filter(
          ({ kind, claims: pair }) => kind === 'contradicts' && pair.some((claim) => claims.has(claim)),
        ).length,
      };
    })
    .sort((a, b) => b.mentions - a.mentions);
}

/** Rests the pointer on a name of the entity about which most is contradicted. */
async function openCard(tab: Tab, dossier: Dossier, facts: Facts): Promise<void> {
  const rows = recognised(dossier, facts);
  const most = rows.toSorted((a, b) => b.contradictions - a.contradictions || b.mentions - a.mentions)[0]!;
  const name = facts.entities.find((entity) => entity.name.en === most.entity)?.id;
  const texts = dossier.mentions.filter(({ entity }) => entity === name).map(({ text }) => text);
  const marks = (await tab.evaluate(readMarks)).filter(({ highlight }) => highlight !== 'bridle-claim');
  const mark =
    marks.find(({ text, y }) => texts.includes(text) && y > 0 && y < 600) ??
    marks.find(({ y }) => y > 0 && y < 600) ??
    marks[0]!;
  await tab.move(mark.x, mark.y);
  for (let attempt = 0; attempt < 40; attempt++) {
    await new Promise((settle) => setTimeout(settle, 100));
    if (await tab.evaluate(cardIsOpen)) break;
  }
  // Until it has faded in.
  await new Promise((settle) => setTimeout(settle, 500));
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

try {
  await start(process.argv[2]);
} catch (error) {
  if (!(error instanceof Misuse || error instanceof NoBrowser)) throw error;
  console.error(error.message);
  exit(1);
}
