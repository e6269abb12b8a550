/** The keyword of the address bar. Phones have none. */
import { browser } from './browser.ts';

interface Suggestion {
  content: string;
  description: string;
}

interface Answers {
  /** Shown before anything is typed, and as the first line after that. */
  first(query: string): Promise<string>;
  suggest(query: string): Promise<Suggestion[]>;
  /** The address within the extension for what was entered or chosen. */
  address(entered: string): string;
}

/** For the background, once. */
export function keepOmnibox({ first, suggest, address }: Answers): void {
  if (!browser.omnibox) return;
  const showFirst = async (query: string) => browser.omnibox.setDefaultSuggestion({ description: await first(query) });
  browser.omnibox.onInputStarted.addListener(() => void showFirst(''));
  browser.omnibox.onInputChanged.addListener((query, show) => {
    void showFirst(query);
    void suggest(query).then(show);
  });
  browser.omnibox.onInputEntered.addListener((entered, disposition) => {
    const url = browser.runtime.getURL(address(entered));
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

/** Opens a page of the extension in a new tab beside the one that led to it. */
export async function openBeside(address: string, tab?: { id?: number | undefined; index: number }): Promise<void> {
  await browser.tabs.create({
    url: browser.runtime.getURL(address),
    ...(tab?.id !== undefined && tab.id !== -1 && { openerTabId: tab.id, index: tab.index + 1 }),
  });
}
