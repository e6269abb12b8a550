/** The toolbar button of each tab: an icon for what the site allows, a tooltip that says it, a count where the reader wants one. */
import { browser } from './browser.ts';
import { badgeText } from './badge.ts';
import type { Dossier } from '../presentation/dossier.ts';
import type { FrameDossier } from './messages.ts';
import { readSettings, watchSettings } from './settings.ts';
import { watchPermissions } from './access.ts';
import { siteOf } from './site.ts';

/** `none` also where the browser keeps the page's address to itself. */
export type ButtonState = 'on' | 'off' | 'none';

/** The colours of the tokens: paper on red pencil, or on soft ink. */
const PAPER = '#fffdf8';
const PENCIL = '#a3242b';
const SOFT = '#655f55';

const SIZES_PX = [16, 32];
const ICONS: Record<ButtonState, string> = { on: '', off: 'off-', none: 'none-' };

export interface ToolbarOptions {
  /** `contested` is null where the page holds nothing. */
  titleOf(state: ButtonState, contested: number | null): Promise<string>;
  countContested(dossiers: Dossier[]): number;
  /** What the frames of a tab's page hold. */
  dossiersOf(tabId: number): Promise<FrameDossier[]>;
}

/** Follows tabs, access and settings. For the background, once. The function that it returns is for a tab whose dossiers have changed. */
export function keepToolbar(options: ToolbarOptions): (tabId: number) => void {
  // Phones have no badge.
  void browser.action.setBadgeTextColor?.({ color: PAPER });

  let last: Promise<void> = Promise.resolve();
  // One after the other, so that what was asked for last shows last. A tab may be gone by then.
  const show = (tabId: number) => {
    last = last.then(() => showTab(tabId, options)).catch(() => undefined);
  };
  const showActive = async () => {
    for (const { id } of await browser.tabs.query({ active: true })) if (id !== undefined) show(id);
  };
  const forever = new AbortController().signal;
  browser.tabs.onActivated.addListener(({ tabId }) => show(tabId));
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status) show(tabId);
  });
  watchPermissions(() => void showActive(), forever);
  watchSettings(() => void showActive(), forever);
  void showActive();
  return show;
}

async function showTab(tabId: number, { titleOf, dossiersOf, countContested }: ToolbarOptions): Promise<void> {
  const { url } = await browser.tabs.get(tabId);
  const [site, frames, { badge }] = await Promise.all([siteOf(url), dossiersOf(tabId), readSettings()]);
  // A page that is annotated once, without access to its site, has its badge all the same.
  const state = frames.length > 0 ? 'on' : site.state === 'impossible' ? 'none' : site.state;
  const contested = frames.length > 0 ? countContested(frames.map(({ dossier }) => dossier)) : null;
  const path = Object.fromEntries(SIZES_PX.map((size) => [size, `/icons/${ICONS[state]}${size}.png`]));
  await Promise.all([
    browser.action.setTitle({ tabId, title: await titleOf(state, contested) }),
    browser.action.setIcon?.({ tabId, path }),
    browser.action.setBadgeBackgroundColor?.({ tabId, color: contested === 0 ? SOFT : PENCIL }),
    browser.action.setBadgeText?.({ tabId, text: badge && contested !== null ? badgeText(contested) : '' }),
  ]);
}
