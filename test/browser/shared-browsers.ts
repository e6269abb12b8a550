/**
 * Browsers that many files of tests use one after the other: opening one costs several times what it takes to make a used one as good as
 * fresh. Vitest runs the files of a worker in one process for that (`isolate: false`), and ends the browsers with it; what they leave behind
 * is in a folder that goes then (`temporary-folder.ts`).
 */
import { bothBrowsers, type Family } from '../../scripts/browsers.ts';
import { openChromium } from '../../scripts/chromium.ts';
import { openFirefox } from '../../scripts/firefox.ts';
import type { Session, SessionOptions } from '../../scripts/session.ts';

type Wanted = Pick<SessionOptions, 'extension' | 'proxy' | 'thrifty'>;

const unused = new Map<string, Session[]>();

/** A browser with the extension as just installed, one tab and nothing stored. Closing it leaves it to whoever asks next. */
export async function borrowBrowser(family: Family, wanted: Wanted): Promise<Session> {
  const kind = `${family} ${wanted.thrifty ?? false}`;
  // What a proxy was told cannot be told otherwise later.
  if (wanted.proxy) return launch(family, wanted);
  const session = (await usedBrowser(kind, wanted.extension)) ?? (await launch(family, wanted));
  return {
    ...session,
    async close() {
      unused.set(kind, [...(unused.get(kind) ?? []), session]);
    },
  };
}

async function usedBrowser(kind: string, extension?: string): Promise<Session | undefined> {
  const session = unused.get(kind)?.pop();
  if (!session) return undefined;
  try {
    await session.renew(extension);
    return session;
  } catch {
    // A test has closed or broken it.
    await session.close().catch(() => undefined);
    return usedBrowser(kind, extension);
  }
}

function launch(family: Family, wanted: Wanted): Promise<Session> {
  const open = family === 'firefox' ? openFirefox : openChromium;
  return open({ program: bothBrowsers()[family].path, ...wanted });
}
