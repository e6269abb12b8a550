/** Firefox, driven by puppeteer-core over WebDriver BiDi. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Session, SessionOptions, Size, Tab } from './session.ts';

/** Firefox draws a new internal id for an add-on at each installation; the tests need to know it beforehand. */
const ADDRESS_ID = '2b1d7e00-0000-4000-8000-000000000001';

/** Opens a browser with a fresh profile. */
export async function openFirefox({
  program,
  extension,
  headless = true,
  proxy,
  scheme,
  thrifty,
}: SessionOptions): Promise<Session> {
  let addon = extension ? await addonIdOf(extension) : '';
  let loaded = extension;
  const [host, port] = proxy?.split(':') ?? [];
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    headless,
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': addressOf(addon),
      'extensions.webextOptionalPermissionPrompts': false,
      'ui.popup.disable_autohide': true,
      ...(thrifty && {
        'dom.ipc.processPrelaunch.enabled': false,
        'dom.ipc.processCount': 1,
        'dom.ipc.processCount.webIsolated': 1,
      }),
      ...(scheme && { 'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1 }),
      ...(proxy && {
        'network.proxy.type': 1,
        'network.proxy.http': host,
        'network.proxy.http_port': Number(port),
        'network.proxy.ssl': host,
        'network.proxy.ssl_port': Number(port),
        'network.proxy.allow_hijacking_localhost': false,
      }),
    },
  });
  if (extension) await browser.installExtension(extension);
  const newPage = async (size?: Size): Promise<Page> => {
    const page = await browser.newPage();
    if (size) await page.setViewport(size);
    return page;
  };
  const policy = () => `WebExtensionPolicy.getByID(${JSON.stringify(addon)})`;
  return {
    family: 'firefox',
    async open(url, size) {
      const tab = tabOf(await newPage(size));
      await tab.goto(url);
      return tab;
    },
    async openExtension(path, size) {
      const page = await newPage(size);
      await gotoExtension(browser, page, `moz-extension://${ADDRESS_ID}/${path}`);
      return tabOf(page);
    },
    async command(name) {
      await inChrome(browser, `${policy()}.extension.shortcuts.onCommand(${JSON.stringify(name)})`);
    },
    async chooseMenu(item, selected = '') {
      const info = JSON.stringify({ menuItemId: item, selectionText: selected, modifiers: [], editable: false });
      await inChrome(
        browser,
        `${policy()}.extension.emit('webext-menu-menuitem-click', ${info}, gBrowser.selectedTab)`,
      );
    },
    async enterKeyword(words) {
      await inChrome(
        browser,
        `${policy()}.extension.emit('webext-omnibox-input-entered', ${JSON.stringify(words)}, 'newForegroundTab')`,
      );
    },
    async openPopup() {
      await inChrome(
        browser,
        `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent.apiManager
        .global.browserActionFor(${policy()}.extension).openPopup(window)`,
      );
    },
    async update() {
      await browser.installExtension(loaded!);
    },
    async renew(next) {
      if (addon) await browser.uninstallExtension(addon);
      const [first, ...others] = await browser.pages();
      await Promise.all([...others.map((page) => page.close()), first!.goto('about:blank')]);
      loaded = next;
      addon = next ? await addonIdOf(next) : '';
      if (!next) return;
      // Uninstalling has forgotten the address.
      await inChrome(
        browser,
        `Services.prefs.setStringPref('extensions.webextensions.uuids', ${JSON.stringify(addressOf(addon))})`,
      );
      await browser.installExtension(next);
    },
    async stopBackground() {
      await inChrome(browser, `${policy()}.extension.terminateBackground({ disableResetIdleForTest: true })`);
    },
    async allow(isAllowed) {
      await inChrome(
        browser,
        `ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs').ExtensionPermissions
        .${isAllowed ? 'add' : 'remove'}(${JSON.stringify(addon)}, { permissions: [], origins: ${policy()}.extension.manifest.host_permissions }, ${policy()}.extension)`,
      );
    },
    closed: new Promise((resolve) => browser.on('disconnected', () => resolve())),
    close: () => browser.close(),
  };
}

function addressOf(addon: string): string {
  return JSON.stringify({ [addon]: ADDRESS_ID });
}

async function addonIdOf(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/** The BiDi connection, which puppeteer keeps to itself. */
function bidi(browser: Browser): { send(method: string, given: object): Promise<{ result: Record<string, never> }> } {
  return (browser as unknown as { connection: ReturnType<typeof bidi> }).connection;
}

/** A page of an extension never reports that it has loaded: go without waiting, and ask until it is there. */
async function gotoExtension(browser: Browser, page: Page, url: string): Promise<void> {
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  await bidi(browser).send('browsingContext.navigate', { context, url, wait: 'none' });
  await arrived(page, url, () => location.protocol === 'moz-extension:' && document.readyState === 'complete');
}

/** Asks the page until it is there. */
async function arrived(page: Page, url: string, isThere: (url: string) => boolean): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await page.evaluate(isThere, url).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not load.`);
}

/** No page may lead to `view-source:` or `about:reader`: such an address is loaded as if the reader had entered it. */
async function enterAddress(page: Page, url: string): Promise<void> {
  await page.bringToFront();
  await inChrome(
    page.browser(),
    `gBrowser.selectedBrowser.fixupAndLoadURIString(${JSON.stringify(url)},
    { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() })`,
  );
  await arrived(page, url, (wanted) => location.href === wanted && document.readyState === 'complete');
}

/** Evaluates an expression in the browser's own window. */
async function inChrome(browser: Browser, expression: string): Promise<void> {
  const tree = await bidi(browser).send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = tree.result.contexts as unknown as { context: string }[];
  const answer = await bidi(browser).send('script.evaluate', {
    expression: `(async () => { await ${expression}; })()`,
    target: { context: window!.context },
    awaitPromise: true,
  });
  if ((answer.result as { type?: string }).type === 'exception') throw new Error(JSON.stringify(answer.result));
}

function tabOf(page: Page): Tab {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    errors,
    async goto(url) {
      if (/^(?:https?:|about:blank$)/.test(url)) await page.goto(url, { waitUntil: 'load' });
      else await enterAddress(page, url);
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
    wheel: (deltaY) => page.mouse.wheel({ deltaY }),
    tap: (x, y) => page.touchscreen.tap(x, y),
    async press(keys) {
      const [key, ...held] = keys.split('+').toReversed();
      for (const modifier of held) await page.keyboard.down(modifier as never);
      await page.keyboard.press(key as never);
      for (const modifier of held) await page.keyboard.up(modifier as never);
    },
    hold: (key) => page.keyboard.down(key as never),
    release: (key) => page.keyboard.up(key as never),
    type: (text) => page.keyboard.type(text),
    resize: (size) => page.setViewport(size),
    emulate: () => Promise.reject(new Error('Firefox cannot be told')),
    pinch: () => Promise.reject(new Error('Firefox cannot be told')),
    front: () => page.bringToFront(),
    pdf: () => page.pdf(),
    screenshot: async (clip) => page.screenshot(clip ? { clip } : {}),
    close: () => page.close(),
  };
}
