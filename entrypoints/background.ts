import { claims } from 'virtual:bridle/claims';
import { facts } from 'virtual:bridle/facts';
import { lexicon } from 'virtual:bridle/lexicon';
import { words as menuWords } from 'virtual:bridle/words/menu';
import { words as omniboxWords } from 'virtual:bridle/words/omnibox';
import { defineBackground } from 'wxt/utils/define-background';
import { createSearch, type Search } from '../presentation/search/search.ts';
import { addressOf, escapeXml, factsAddress, suggestionsFor } from '../presentation/search/suggestions.ts';
import { createWords, termKey, type Words } from '../presentation/words.ts';
import { unpackLexicon } from '../data/unpack.ts';
import { ClaimMatcher } from '../matching/claims/matcher.ts';
import { judgeWith, type ClaimJudge } from '../matching/claims/passages.ts';
import { browser, type Runtime, type Tabs } from '../platform/browser.ts';
import { keepDossiers, readDossiers, storeDossier } from '../platform/dossiers.ts';
import { languageOf } from '../platform/language.ts';
import { keepMenus } from '../platform/menus.ts';
import { welcomeOnInstall } from '../platform/first-run.ts';
import { frameOf, parsePageMessage, type Frame } from '../platform/page-messages.ts';
import type { PageMessage } from '../platform/messages.ts';
import { keepOmnibox, openBeside } from '../platform/omnibox.ts';
import { openPanel } from '../platform/panel.ts';
import { changeSettings, keepSettings, mute, readSettings, unmute } from '../platform/settings.ts';
import { toggleSite } from '../platform/site-switch.ts';
import { annotateFrame, annotateNow, keepSites, tellTab } from '../platform/sites.ts';
import { keepToolbar } from '../platform/toolbar.ts';

/** The address bar of Firefox shows a suggestion as it is; that of Chrome reads XML. */
const HAS_MARKUP = !import.meta.env.FIREFOX;
const MAX_QUERY_LENGTH = 120;

export default defineBackground(() => {
  keepSites();
  keepSettings();
  // The tests open it themselves: a page that comes in between would be in front of theirs.
  if (import.meta.env.MODE !== 'e2e') welcomeOnInstall();
  keepDossiers();
  keepToolbar(async (state, count) => {
    const { t } = await readWords();
    return state !== 'on'
      ? t(`menu_state_${state}`)
      : count > 0
        ? t('menu_state_on', { n: count })
        : t('menu_state_quiet');
  });
  keepMenus(
    async (item) => (await readWords()).t(termKey('menu', item)),
    (item, selected, tab) => {
      if (item === 'look-up') void openBeside(factsAddress({ q: selected.trim().slice(0, MAX_QUERY_LENGTH) }), tab);
      else if (item === 'panel') void openPanel(tab.windowId);
      else if (tab.id !== undefined) void annotateNow(tab.id);
    },
  );
  keepOmnibox({
    async first(query) {
      const { t } = await readWords();
      const asked = query.trim();
      const line = asked === '' ? t('omnibox_hint') : t('omnibox_search', { query: asked });
      return HAS_MARKUP ? escapeXml(line) : line;
    },
    async suggest(query) {
      const words = await readWords();
      return suggestionsFor(query, searchIn(words), facts, words, HAS_MARKUP);
    },
    address: addressOf,
  });

  browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
    const message = parsePageMessage(raw);
    const frame = frameOf(sender);
    // Whoever gets no answer takes it that the background ended over the message, and sends it again.
    return message && frame ? answerTo(message, frame).then((answer) => answer ?? true) : undefined;
  });

  // Phones have no keyboard commands.
  browser.commands?.onCommand.addListener((command, tab) => {
    if (tab?.id !== undefined) COMMANDS[command]?.(tab as Tabs.Tab & { id: number });
  });
});

async function answerTo(message: PageMessage, { tabId, frameId }: Frame): Promise<unknown> {
  switch (message.type) {
    case 'affair':
      return annotateFrame(tabId, frameId);
    case 'dossier':
      return storeDossier(tabId, frameId, message.dossier);
    case 'claims':
      return judge(message.passages);
    case 'settings':
      return readSettings();
    case 'mute':
      return changeSettings((message.isMuted ? mute : unmute)({ alias: message.alias, site: message.site }));
  }
}

/** What the manifest's commands do. Each begins within the reader's key. */
const COMMANDS: Record<string, (tab: Tabs.Tab & { id: number }) => void> = {
  'next-mention': ({ id }) => void step(id, 1),
  'previous-mention': ({ id }) => void step(id, -1),
  'open-panel': ({ windowId }) => void openPanel(windowId),
  'switch-site': ({ url }) => void toggleSite(url),
};

/** A command carries `activeTab`, so on a page that is not annotated yet it asks for just that. */
async function step(tabId: number, direction: 1 | -1): Promise<void> {
  const [frame] = await readDossiers(tabId);
  if (frame) await tellTab(tabId, { type: 'step', direction }, frame.frameId);
  else await annotateNow(tabId);
}

async function readWords(): Promise<Words> {
  const language = languageOf((await readSettings()).language);
  return createWords({ ...menuWords[language], ...omniboxWords[language] }, language);
}

let judgeOfClaims: ClaimJudge | null = null;

/** Claims are matched here, so that no page carries what that takes; made when first asked. */
const judge: ClaimJudge = (passages) => (judgeOfClaims ??= judgeWith(new ClaimMatcher(claims)))(passages);

let index: { search: Search; language: Words['language'] } | null = null;

/** The index is made when the address bar first asks, and then kept while the background lives. */
function searchIn({ language }: Words): Search {
  if (index?.language !== language)
    index = { search: createSearch(facts, unpackLexicon(lexicon).entities, language), language };
  return index.search;
}
