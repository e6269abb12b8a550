/**
 * Whether the reader has hidden all marks in a tab: until the tab shows another page. In the session's storage, because the browser may end
 * the background meanwhile.
 */
import { browser } from './browser.ts';
import { tellTab } from './tell-tabs.ts';

const itemOf = (tabId: number): string => `hidden-marks:${tabId}`;

export async function areMarksHidden(tabId: number): Promise<boolean> {
  const item = itemOf(tabId);
  return (await browser.storage.session.get(item))[item] === true;
}

/** Hides or shows them in all frames of the tab at once; frames that come later ask. */
export async function hideMarks(tabId: number, isHidden: boolean): Promise<void> {
  if (isHidden) await browser.storage.session.set({ [itemOf(tabId)]: true });
  else await forgetHiddenMarks(tabId);
  await tellTab(tabId, { type: 'hide', isHidden });
}

/** The tab shows another page: its marks are seen. */
export const forgetHiddenMarks = (tabId: number): Promise<void> => browser.storage.session.remove(itemOf(tabId));
