import { defineBackground } from 'wxt/utils/define-background';
import { browser, type Runtime } from '../platform/browser.ts';
import { forgetDossiers, readDossiers, storeDossier } from '../platform/dossiers.ts';
import { frameOf, parsePageMessage } from '../platform/messages.ts';
import { keepSettings } from '../platform/settings.ts';
import { annotateFrame, annotateNow, keepSites, tellTab } from '../platform/sites.ts';

const DIRECTIONS: Record<string, 1 | -1> = { 'next-mention': 1, 'previous-mention': -1 };

export default defineBackground(() => {
  keepSites();
  keepSettings();

  browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
    const message = parsePageMessage(raw);
    const frame = frameOf(sender);
    if (!message || !frame) return undefined;
    return message.type === 'affair'
      ? annotateFrame(frame.tabId, frame.frameId)
      : storeDossier(frame.tabId, frame.frameId, message.dossier);
  });

  browser.tabs.onRemoved.addListener((tabId) => void forgetDossiers(tabId));

  browser.commands.onCommand.addListener((command, tab) => {
    const direction = DIRECTIONS[command];
    if (direction && tab?.id !== undefined) void step(tab.id, direction);
  });
});

/** A command carries `activeTab`, so on a page that is not annotated yet it asks for just that. */
async function step(tabId: number, direction: 1 | -1): Promise<void> {
  const [frame] = await readDossiers(tabId);
  if (frame) await tellTab(tabId, { type: 'step', direction }, frame.frameId);
  else await annotateNow(tabId);
}
