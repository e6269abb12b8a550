/** Chrome, Chromium and Edge, driven by playwright-core. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { Session, SessionOptions, Size, Tab } from './session.ts';
import { workerHeap } from './worker-heap.ts';

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

export interface ChromiumSession extends Session {
  /** Of live objects that the background holds. */
  backgroundBytes(): Promise<number>;
}

/**
 * Opens a browser with a fresh profile. The extension is loaded over the debugging pipe:
 * Chrome and Edge no longer heed `--load-extension`.
 */
export async function openChromium({
  program,
  extension,
  headless = true,
  proxy,
  scheme,
  thrifty,
}: SessionOptions): Promise<ChromiumSession> {
  const profile = await mkdtemp(join(tmpdir(), 'bridle-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless,
    ...(scheme && { colorScheme: scheme }),
    viewport: headless ? { width: 1280, height: 800 } : null,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache'],
    args: [
      ...QUIET,
      '--enable-unsafe-extension-debugging',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(proxy ? [`--proxy-server=${proxy}`] : []),
      ...(thrifty ? ['--disable-site-isolation-trials', '--renderer-process-limit=2'] : []),
    ],
  });
  let loaded = extension;
  let id = extension ? await load(context, extension) : '';
  const closed = new Promise<void>((resolve) => context.on('close', () => resolve()));
  const open = async (url: string, size?: Size): Promise<Tab> => {
    const page = await context.newPage();
    const tab = tabOf(page);
    if (size) await page.setViewportSize(size);
    await tab.goto(url);
    return tab;
  };
  const stopBackground = async () => {
    const cdp = await context.newCDPSession(context.pages()[0]!);
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    await cdp.detach();
  };
  const worker = async () => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
  return {
    family: 'chromium',
    open,
    openExtension: (path, size) => open(`chrome-extension://${id}/${path}`, size),
    async command(name) {
      await (
        await worker()
      ).evaluate(async (command) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome.commands.onCommand.dispatch(command, tab);
      }, name);
    },
    async chooseMenu(item, selected = '') {
      await (
        await worker()
      ).evaluate(
        async ([menuItemId, selectionText]) => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          chrome.contextMenus.onClicked.dispatch({ menuItemId, selectionText }, tab);
        },
        [item, selected],
      );
    },
    async enterKeyword(words) {
      await (
        await worker()
      ).evaluate((text) => chrome.omnibox.onInputEntered.dispatch(text, 'newForegroundTab'), words);
    },
    async openPopup() {
      await (await worker()).evaluate(() => chrome.action.openPopup());
    },
    async update() {
      await load(context, loaded!);
      // A worker that takes another's place may be left waiting by the driver for ever. Once stopped it starts with whatever comes next.
      await stopBackground();
    },
    async renew(next) {
      if (id) await extensions(context, 'Extensions.uninstall', { id });
      const [first, ...others] = context.pages();
      await Promise.all([...others.map((page) => page.close()), first!.goto('about:blank')]);
      loaded = next;
      id = next ? await load(context, next) : '';
    },
    stopBackground,
    async backgroundBytes() {
      return (await workerHeap(await context.browser()!.newBrowserCDPSession()))();
    },
    async allow(isAllowed) {
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(
        ([extensionId, hostAccess]) =>
          chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
        [id, isAllowed ? 'ON_ALL_SITES' : 'ON_CLICK'],
      );
      await page.close();
    },
    closed,
    async close() {
      await context.close();
      await closed;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What runs in the service worker itself, and on the browser's page of extensions. */
declare const chrome: {
  developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
  action: { openPopup(): Promise<void> };
  tabs: { query(filter: object): Promise<unknown[]> };
  commands: { onCommand: { dispatch(name: string, tab: unknown): void } };
  contextMenus: { onClicked: { dispatch(info: object, tab: unknown): void } };
  omnibox: { onInputEntered: { dispatch(text: string, disposition: string): void } };
};

async function load(context: BrowserContext, path: string): Promise<string> {
  const { id } = await extensions(context, 'Extensions.loadUnpacked', { path });
  return id;
}

/** Methods of the debugging protocol that playwright has no types for. */
async function extensions(context: BrowserContext, method: string, given: object): Promise<{ id: string }> {
  const session = await context.browser()!.newBrowserCDPSession();
  const answer = await (session as unknown as { send(name: string, params: object): Promise<{ id: string }> }).send(
    method,
    given,
  );
  await session.detach();
  return answer;
}

function tabOf(page: Page): Tab {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
  return {
    errors,
    async goto(url) {
      await page.goto(url, { waitUntil: 'load' });
    },
    evaluate: (run, given) => page.evaluate(run as never, given as never),
    move: (x, y) => page.mouse.move(x, y, { steps: 4 }),
    click: (x, y) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
    wheel: (deltaY) => page.mouse.wheel(0, deltaY),
    async tap(x, y) {
      const session = await page.context().newCDPSession(page);
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
    press: (key) => page.keyboard.press(key),
    hold: (key) => page.keyboard.down(key),
    release: (key) => page.keyboard.up(key),
    type: (text) => page.keyboard.type(text),
    resize: (size) => page.setViewportSize(size),
    async emulate({ medium = '', ...features }) {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setTouchEmulationEnabled', { enabled: features.pointer === 'coarse' });
      await session.send('Emulation.setEmulatedMedia', {
        media: medium,
        features: Object.entries(features).map(([name, value]) => ({ name, value })),
      });
    },
    async pinch(pageScaleFactor) {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setPageScaleFactor', { pageScaleFactor });
    },
    front: () => page.bringToFront(),
    pdf: () => page.pdf(),
    screenshot: (clip) => page.screenshot({ animations: 'disabled', ...(clip && { clip }) }),
    close: () => page.close(),
  };
}
