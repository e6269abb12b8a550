import { facts } from 'virtual:bridle/facts';
import { lexicon } from 'virtual:bridle/lexicon';
import { synonyms } from 'virtual:bridle/synonyms';
import { words as cardWords } from 'virtual:bridle/words/card';
import { words as menuWords } from 'virtual:bridle/words/menu';
import { words as omniboxWords } from 'virtual:bridle/words/omnibox';
import { defineBackground } from 'wxt/utils/define-background';
import { createCards } from '../background/cards.ts';
import { createSessions } from '../background/sessions.ts';
import { createSubjects } from '../background/subjects.ts';
import { createTurns } from '../background/turns.ts';
import { KNOWLEDGE_FILE, readKnowledge } from '../matching/claims/knowledge-file.ts';
import { ClaimMatcher } from '../matching/claims/matcher.ts';
import { createEngine } from '../matching/engine.ts';
import type { Engine } from '../matching/model.ts';
import type { CardContent, CardRequest } from '../platform/exchange.ts';
import { answerRequests, tellSurfaces, type Frame } from '../platform/answering.ts';
import { browser, type Tabs } from '../platform/browser.ts';
import { welcomeOnInstall } from '../platform/first-run.ts';
import { areMarksHidden, forgetHiddenMarks, hideMarks } from '../platform/hidden-marks.ts';
import { keepJournal } from '../platform/journal-keeper.ts';
import { languageOf } from '../platform/language.ts';
import { keepMenus } from '../platform/menus.ts';
import type { FrameDossier, MuteRequest } from '../platform/messages.ts';
import { isMuted } from '../platform/muted.ts';
import { keepOmnibox, openBeside } from '../platform/omnibox.ts';
import { readOwnFile } from '../platform/own-file.ts';
import { ownVersion } from '../platform/own-version.ts';
import { openPanel } from '../platform/panel.ts';
import { keepSettings, settingsNow, watchSettings } from '../platform/settings.ts';
import type { Mutable } from '../platform/settings-values.ts';
import { toggleSite } from '../platform/site-switch.ts';
import { keepGateRegistered } from '../platform/gate-registration.ts';
import { keepPageMutes, type PageMutes } from '../platform/page-mutes.ts';
import { annotateFrame, annotateNow, bringDrawing } from '../platform/start-scripts.ts';
import { guardStorage } from '../platform/stored.ts';
import { tellAllTabs, tellTab } from '../platform/tell-tabs.ts';
import { watchTabs } from '../platform/tab-life.ts';
import { keepToolbar, type ButtonState } from '../platform/toolbar.ts';
import { countContested } from '../presentation/dossier-contested.ts';
import { metIn } from '../presentation/journal/entry.ts';
import { localDay } from '../presentation/journal/journal-pages.ts';
import { searchKnowledge } from '../presentation/search/knowledge.ts';
import { MAX_QUERY_LENGTH } from '../presentation/search/query.ts';
import { createSearch, type Search } from '../presentation/search/search.ts';
import { addressOf, escapeXml, factsAddress, suggestionsFor } from '../presentation/search/suggestions.ts';
import { createWords, termKey, type Words } from '../presentation/words.ts';

/** The address bar of Firefox shows a suggestion as it is; that of Chrome reads XML. */
const HAS_MARKUP = !import.meta.env.FIREFOX;
/** A page that is long in answering tells of itself when it has. */
const LONGEST_RENEWAL_MS = 1_000;

export default defineBackground(() => {
  guardStorage();
  keepGateRegistered();
  const mutes = keepPageMutes();
  keepSettings();
  // The tests open it themselves: a page that comes in between would be in front of theirs.
  if (import.meta.env.MODE !== 'e2e') welcomeOnInstall();
  keepMenus(
    async (item) => (await readWords()).t(termKey('menu', item)),
    (item, selected, tab) => {
      if (item === 'look-up') void openBeside(factsAddress({ q: selected.trim().slice(0, MAX_QUERY_LENGTH) }), tab);
      else if (item === 'panel') void openPanel(tab);
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
      return suggestionsFor(query, await search(), facts, words, HAS_MARKUP);
    },
    address: addressOf,
  });
  const showOnButton = keepToolbar({
    titleOf: titleOfButton,
    dossiersOf,
    countContested: (dossiers) => countContested(dossiers, facts),
  });
  const noteInJournal = keepJournal({
    metOn: (tabId) => metIn(sessions.dossiers(tabId), facts),
    dayOf: localDay,
  });
  onDossiersChange = (tabId) => {
    showOnButton(tabId);
    noteInJournal(tabId);
    tellSurfaces({ changed: tabId });
  };
  watchTabs({
    onGone(tabId) {
      sessions.forgetTab(tabId);
      void forgetHiddenMarks(tabId);
    },
    onLoaded: (tabId) => void tellTab(tabId, { type: 'renew' }),
  });
  watchSettings(() => void tellAllTabs({ type: 'renew' }), new AbortController().signal);
  answerRequests({
    pages: {
      affair(frame) {
        const annotated = annotateFrame(frame).then(() => true as const);
        // By the time that the page has been read, the engine is there.
        engine().catch(() => undefined);
        return annotated;
      },
      marks: sessions.marks,
      card: answerCard,
      drawing: ({ tabId, frameId }) => bringDrawing(tabId, frameId),
      hidden(frame, places) {
        sessions.hide(frame, places);
        return true;
      },
      mute: (frame, request) => muteTarget(mutes, frame, request),
      explore: ({ tabId }, { kind, id }) => explore(tabId, kind, id),
      leave(frame) {
        sessions.forgetFrame(frame);
        return true;
      },
    },
    surfaces: {
      dossiers: ({ tabId }) => dossiersOf(tabId),
      sentence: async (text) => (await knowledge()).matchSentence(text),
    },
  });

  // Phones have no keyboard commands.
  browser.commands?.onCommand.addListener((command, tab) => {
    if (tab?.id !== undefined) COMMANDS[command]?.(tab as Tabs.Tab & { id: number });
  });
});

const turns = createTurns();
const cards = createCards(facts, cardWords, ownVersion());
const aliases = new Set(lexicon.entities.flatMap(({ aliases: own }) => own.map(({ text }) => text)));
let onDossiersChange: (tabId: number) => void = () => undefined;
let madeEngine: Promise<Engine> | null = null;
/** Made with the first page of the affair: most starts of the background are for something else. */
const engine = (): Promise<Engine> =>
  (madeEngine ??= makeEngine().catch((error: unknown) => {
    madeEngine = null;
    throw error;
  }));

/** What is known of names comes in order while the file of claims is on its way. */
async function makeEngine(): Promise<Engine> {
  const coming = readOwnFile(KNOWLEDGE_FILE);
  let matcher: ClaimMatcher | null = null;
  const made = createEngine(lexicon, { matchInSteps: (passage) => matcher!.matchInSteps(passage) });
  matcher = new ClaimMatcher(readKnowledge(await coming));
  return made;
}

const sessions = createSessions({
  engine,
  subjects: createSubjects(facts),
  turns,
  async choicesFor({ site, tabId }) {
    const [settings, isHidden] = await Promise.all([settingsNow(), areMarksHidden(tabId)]);
    const { dwellMs, cardKey, density, markStyle, sentences, ticks } = settings;
    return {
      choices: { dwellMs, cardKey, density, markStyle, sentences, ticks, isHidden },
      isMuted: (what) => isMuted(settings, what, site),
    };
  },
  onChange: (tabId) => onDossiersChange(tabId),
});

/** Cards have turns of their own: they do not wait for the page that is still being read. */
async function answerCard({ tabId, frameId }: Frame, request: CardRequest): Promise<CardContent | 'busy' | null> {
  const language = languageOf((await settingsNow()).language);
  return turns.run(
    `card ${tabId}:${frameId}`,
    (function* work() {
      yield;
      return cards(request, language);
    })(),
  );
}

async function muteTarget(
  mutes: PageMutes,
  frame: Frame,
  { target, where, isMuted }: MuteRequest,
): Promise<true | null> {
  const what = mutableOf(target);
  return what && (await mutes[isMuted ? 'mute' : 'unmute'](frame, what, where)) ? true : null;
}

/** What the card of a target tells; null for whatever else a page sends. */
function mutableOf(target: string): Mutable | null {
  const content = cards({ target, words: null }, 'en');
  if (!content) return null;
  const { alias, model } = content;
  if (alias !== null) return aliases.has(alias) ? { alias } : null;
  return model.record?.kind === 'claim' ? { claim: model.record.id } : null;
}

async function explore(tabId: number, kind: 'entity' | 'claim', id: string): Promise<true | null> {
  // Whatever else a page sends is no record.
  if (!facts[kind === 'claim' ? 'claims' : 'entities'].some((known) => known.id === id)) return null;
  await openBeside(factsAddress({ [kind]: id }), await browser.tabs.get(tabId));
  return true;
}

/** What the page in a tab holds. A background that was just started asks the page for it. */
async function dossiersOf(tabId: number): Promise<FrameDossier[]> {
  if (!sessions.knows(tabId)) await Promise.race([tellTab(tabId, { type: 'renew' }), pause(LONGEST_RENEWAL_MS)]);
  return sessions.dossiers(tabId);
}

/** What the manifest's commands do. Each begins within the reader's key. */
const COMMANDS: Record<string, (tab: Tabs.Tab & { id: number }) => void> = {
  'next-mention': ({ id }) => void step(id, 1),
  'previous-mention': ({ id }) => void step(id, -1),
  'hide-marks': ({ id }) => void areMarksHidden(id).then((isHidden) => hideMarks(id, !isHidden)),
  'open-panel': (tab) => void openPanel(tab),
  'switch-site': ({ url }) => void toggleSite(url),
};

/** A command carries `activeTab`, so on a page that is not annotated yet it asks for just that. */
async function step(tabId: number, direction: 1 | -1): Promise<void> {
  const [frame] = await dossiersOf(tabId);
  if (!frame) return annotateNow(tabId);
  // Who goes from mark to mark wants to see them.
  if (await areMarksHidden(tabId)) await hideMarks(tabId, false);
  await tellTab(tabId, { type: 'step', direction }, frame.frameId);
}

async function titleOfButton(state: ButtonState, contested: number | null): Promise<string> {
  const { t } = await readWords();
  if (state !== 'on') return t(`menu_state_${state}`);
  if (contested === null) return t('menu_state_quiet');
  return contested > 0 ? t('menu_state_on', { n: contested }) : t('menu_state_calm');
}

async function readWords(): Promise<Words> {
  const language = languageOf((await settingsNow()).language);
  return createWords({ ...menuWords[language], ...omniboxWords[language] }, language);
}

let madeKnowledge: ReturnType<typeof searchKnowledge> | null = null;
const knowledge = async () =>
  (madeKnowledge ??= searchKnowledge({ facts, lexicon, concepts: synonyms.concepts, engine: await engine() }));
let index: Search | null = null;
/** Knowledge and index are made when the address bar or a surface first asks, and then kept while the background lives. */
const search = async (): Promise<Search> => (index ??= createSearch(await knowledge()));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
