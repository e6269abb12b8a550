/** The side panel of Chrome and Edge, the sidebar of Firefox. On phones there is neither. */
import { browser } from './browser.ts';

interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

/** The polyfill hands it through, but knows no type for it. */
const sidePanel = (): SidePanel | undefined => (browser as unknown as { sidePanel?: SidePanel }).sidePanel;
const sidebar = () => browser.sidebarAction as typeof browser.sidebarAction | undefined;

export const hasPanel = (): boolean => Boolean(sidePanel() ?? sidebar());

/** Must be called within a click or a key of the reader, before anything is awaited. */
export async function openPanel(windowId: number | undefined): Promise<void> {
  if (sidebar()) await sidebar()!.open();
  else if (windowId !== undefined) await sidePanel()?.open({ windowId });
}
