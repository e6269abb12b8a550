/**
 * "Wrong match", as the scripts of pages ask for it. A page's process may be in wrong hands, so each entry says from which site it was asked
 * for, a site can add only so many, nothing makes room for anything, and a page takes back only what was asked for on it.
 */
import type { Frame } from './answering.ts';
import { browser } from './browser.ts';
import { siteOfHost } from './hosts.ts';
import { isSame, unmute } from './muted.ts';
import { changeSettings } from './settings.ts';
import { MAX_MUTED, type Mutable, type Muted, type Settings } from './settings-values.ts';

export interface PageMutes {
  /** Answers whether it was done. */
  mute(frame: Frame, what: Mutable, where: 'here' | 'everywhere'): Promise<boolean>;
  unmute(frame: Frame, what: Mutable, where: 'here' | 'everywhere'): Promise<boolean>;
}

/** Many times what a reader does on one site. */
const mostFromSite = 50;
const mostEverywhereFromSite = 20;

/** For the background, once. */
export function keepPageMutes(): PageMutes {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: what a page has muted is read, and then written. */
  const queue = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };

  browser.tabs.onRemoved.addListener((tabId) => void queue(() => browser.storage.session.remove(itemOf(tabId))));

  return {
    mute: (frame, what, where) =>
      queue(async () => {
        const muted = mutedBy(frame, what, where);
        let isNew = false;
        const { muted: after } = await changeSettings((settings) => {
          isNew = mayAdd(settings, muted);
          return isNew ? { ...settings, muted: [...settings.muted, muted] } : settings;
        });
        if (isNew) await remember(frame.tabId, [...(await askedOn(frame.tabId)), keyOf(muted)]);
        return after.some((entry) => isSame(entry, what) && entry.site === muted.site);
      }),

    unmute: (frame, what, where) =>
      queue(async () => {
        const muted = mutedBy(frame, what, where);
        const asked = await askedOn(frame.tabId);
        if (!asked.includes(keyOf(muted))) return false;
        await changeSettings(unmute(muted));
        await remember(
          frame.tabId,
          asked.filter((key) => key !== keyOf(muted)),
        );
        return true;
      }),
  };
}

function mutedBy({ site: host }: Frame, what: Mutable, where: 'here' | 'everywhere'): Muted & { from: string } {
  const from = siteOfHost(host);
  return { ...what, site: where === 'here' ? from : null, from };
}

function mayAdd({ muted }: Settings, entry: Muted): boolean {
  const { site, from } = entry;
  const own = muted.filter((other) => other.from === from);
  const everywhere = own.filter((other) => other.site === null);
  return (
    from !== '' &&
    muted.length < MAX_MUTED &&
    own.length < mostFromSite &&
    (site !== null || everywhere.length < mostEverywhereFromSite) &&
    !muted.some((other) => isSame(other, entry) && other.site === site)
  );
}

/** In the session's storage, because the browser may end the background between "wrong match" and "undo". */
const itemOf = (tabId: number): string => `muted-on:${tabId}`;
const keyOf = ({ site, from, ...what }: Muted): string => JSON.stringify([what, site, from]);

async function askedOn(tabId: number): Promise<string[]> {
  const { [itemOf(tabId)]: keys } = await browser.storage.session.get(itemOf(tabId));
  return Array.isArray(keys) ? (keys as string[]) : [];
}

const remember = (tabId: number, keys: string[]): Promise<void> =>
  browser.storage.session.set({ [itemOf(tabId)]: keys });
