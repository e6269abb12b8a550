/** The side panel of Chrome and Edge, the sidebar of Firefox, a tab in Safari. On phones other than Apple's there is none of them. */
import { browser, type Tabs } from './browser.ts';
import { openBeside } from './omnibox.ts';

interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

/** The polyfill hands it through, but knows no type for it. */
const sidePanel = (): SidePanel | undefined => (browser as unknown as { sidePanel?: SidePanel }).sidePanel;
const sidebar = () => browser.sidebarAction as typeof browser.sidebarAction | undefined;

export const hasPanel = (): boolean => import.meta.env.SAFARI || Boolean(sidePanel() ?? sidebar());

/** Must be called within a click or a key of the reader, before anything is awaited. */
export async function openPanel(tab: Tabs.Tab): Promise<void> {
  if (import.meta.env.SAFARI) await openBeside(`sidepanel.html?tab=${tab.id}`, tab);
  else if (sidebar()) await sidebar()!.open();
  else if (tab.windowId !== undefined) await sidePanel()?.open({ windowId: tab.windowId });
}
