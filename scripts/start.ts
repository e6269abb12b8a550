/**
 * `npm start [-- PAGE_OR_URL]`: builds Bridle, opens a browser with it on a page, and waits until the browser is closed.
 * Without a display it prints what was recognised, and saves a picture of one card.
 */
import { env, exit, platform } from 'node:process';
import { anyBrowser, NoBrowser } from './browsers.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import type { Session } from './session.ts';
import { buildFor } from './start/build.ts';
import { describe } from './start/describe.ts';
import { findPage, Misuse } from './start/find-page.ts';

const hasDisplay = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

async function start(wanted: string[]): Promise<void> {
  if (wanted.length > 1) throw new Misuse('Give one file or address; quote it where it holds a blank.');
  const page = await findPage(wanted[0]);
  try {
    const { family, path } = anyBrowser();
    const extension = buildFor(family, new URL(page.url));
    const open = family === 'firefox' ? openFirefox : openChromium;
    const session = await open({ program: path, extension, headless: !hasDisplay });
    try {
      await (hasDisplay ? showTo : describe)(session, page.url);
    } finally {
      await session.close().catch(() => undefined);
    }
  } finally {
    await page.site?.close();
  }
}

async function showTo(session: Session, url: string): Promise<void> {
  await session.open(url);
  console.log(`${url} is open. Rest the pointer on a dotted name. Close the browser, or press Ctrl-C, to end.`);
  const stopped = new Promise<void>((settle) => process.once('SIGINT', settle).once('SIGTERM', settle));
  await Promise.race([session.closed, stopped]);
}

try {
  await start(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Misuse || error instanceof NoBrowser)) throw error;
  console.error(error.message);
  exit(1);
}
