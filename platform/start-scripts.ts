/** Starts Bridle's scripts on pages that are open. */
import type { Frame } from './answering.ts';
import { browser } from './browser.ts';
import { settingsNow } from './settings.ts';
import { isSwitchedOff, siteOf } from './site.ts';

export const GATE_FILES = ['/gate.js'];
const ANNOTATOR_FILES = ['/annotator.js'];
const DRAWING_FILES = ['/drawing.js'];
/** Present from the start: a highlight's style that comes later makes the browser compute every style of the page again. */
export const MARKS_FILES = ['/assets/marks.css'];

/** Annotates the page of a tab once, whatever it speaks of; the click that led here carries `activeTab`. */
export async function annotateNow(tabId: number): Promise<void> {
  await inject({ tabId, allFrames: true }, ANNOTATOR_FILES);
}

/** Starts the annotator in the frame whose gate saw the affair; not where the reader has switched the page's site off meanwhile. */
export async function annotateFrame({ tabId, frameId, pageHost }: Frame): Promise<void> {
  if (isSwitchedOff(await settingsNow(), pageHost)) return;
  // The style of the marks came with the gate.
  await tried(() =>
    browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ANNOTATOR_FILES }),
  );
}

/** Puts what draws cards into a frame that is annotated; null where that cannot be done any more. */
export async function bringDrawing(tabId: number, frameId: number): Promise<true | null> {
  return tried(() => browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: DRAWING_FILES }));
}

/** Lets the gate look at the pages of some match patterns that are open already. */
export async function startGates(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns] });
  for (const tab of tabs) {
    const { state } = await siteOf(tab.url);
    if (tab.id !== undefined && state === 'on') await inject({ tabId: tab.id, allFrames: true }, GATE_FILES);
  }
}

async function inject(
  target: { tabId: number; allFrames?: boolean; frameIds?: number[] },
  files: string[],
): Promise<void> {
  await tried(async () => {
    await browser.scripting.insertCSS({ target, files: MARKS_FILES });
    await browser.scripting.executeScript({ target, files });
  });
}

/** A tab may be closed, discarded or show a page that no extension may touch: nothing is lost then. */
async function tried(act: () => Promise<unknown>): Promise<true | null> {
  try {
    await act();
    return true;
  } catch (error) {
    console.debug('Bridle could not start on this page', error);
    return null;
  }
}
