/** Chromium with the extension, and a way to count what its tabs and the background hold. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { bothBrowsers } from './browsers.ts';
import { workerHeap } from './worker-heap.ts';

/** What is counted, after all garbage has been collected, and how it is called in the table. */
export const counts = {
  residentBytes: 'changing tab',
  residentNodes: 'its nodes',
  residentListeners: 'its listeners',
  travellerBytes: 'travelling tab',
  travellerNodes: 'its nodes',
  travellerListeners: 'its listeners',
  workerBytes: 'background',
};
/** Heaps in bytes; nodes are those of the whole process, detached ones too. */
export type Count = Record<keyof typeof counts, number>;

export interface SoakTab {
  page: Page;
  cdp: CDPSession;
}

export interface Soak {
  open(url: string): Promise<SoakTab>;
  /** Fires a keyboard command of the manifest for the tab in front. */
  command(name: string): Promise<void>;
  count(resident: SoakTab, traveller: SoakTab): Promise<Count>;
  close(): Promise<void>;
}

/** What runs in the service worker. */
declare const chrome: {
  commands: { onCommand: { dispatch(name: string, tab: unknown): void } };
  storage: { session: { getBytesInUse(): Promise<number> } };
  tabs: { query(filter: object): Promise<unknown[]> };
};

export async function openSoak(extension: string): Promise<Soak> {
  const profile = await mkdtemp(join(tmpdir(), 'bridle-soak-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: bothBrowsers().chromium.path,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--enable-unsafe-extension-debugging',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const browser = await context.browser()!.newBrowserCDPSession();
  await (browser as unknown as Sender).send('Extensions.loadUnpacked', { path: extension });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const heapOfWorker = await workerHeap(browser);
  return {
    async open(url) {
      const page = await context.newPage();
      await page.goto(url);
      return { page, cdp: await context.newCDPSession(page) };
    },
    async command(name) {
      await worker.evaluate(async (command) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome.commands.onCommand.dispatch(command, tab);
      }, name);
    },
    async count(resident, traveller) {
      const [changing, travelling] = [await countTab(resident), await countTab(traveller)];
      return {
        residentBytes: changing.bytes,
        residentNodes: changing.nodes,
        residentListeners: changing.jsEventListeners,
        travellerBytes: travelling.bytes,
        travellerNodes: travelling.nodes,
        travellerListeners: travelling.jsEventListeners,
        workerBytes: await heapOfWorker(),
      };
    },
    close: () => closeAll(context, profile),
  };
}

interface Sender {
  send(method: string, given: object): Promise<Record<string, unknown>>;
}

async function countTab({ cdp }: SoakTab): Promise<{ bytes: number; nodes: number; jsEventListeners: number }> {
  // What finalizers and weak references let go, the next collection takes.
  for (let times = 0; times < 3; times++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize: bytes } = await cdp.send('Runtime.getHeapUsage');
  return { bytes, ...(await cdp.send('Memory.getDOMCounters')) };
}

async function closeAll(context: BrowserContext, profile: string): Promise<void> {
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
