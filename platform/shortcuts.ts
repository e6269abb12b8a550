/** The keyboard shortcuts that the browser has for Bridle. They are changed on the browser's own page. */
import { browser } from './browser.ts';

export interface Shortcut {
  command: string;
  /** In the browser's language. */
  description: string;
  /** Empty where no keys are set. */
  keys: string;
}

/** None on phones, which have no such commands. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({
    command: name,
    description,
    keys: shortcut,
  }));
}

/** Whether the browser has a page for them that an extension may open. */
export async function openShortcutSettings(): Promise<boolean> {
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?(): Promise<void> };
  if (commands?.openShortcutSettings) {
    await commands.openShortcutSettings();
    return true;
  }
  return browser.tabs.create({ url: 'chrome://extensions/shortcuts' }).then(
    () => true,
    () => false,
  );
}
