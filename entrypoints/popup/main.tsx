import { render } from 'preact';
import { facts } from 'virtual:bridle/facts';
import { synonyms } from 'virtual:bridle/synonyms';
import { words as cardWords } from 'virtual:bridle/words/card';
import { words as panelWords } from 'virtual:bridle/words/panel';
import { words as popupWords } from 'virtual:bridle/words/popup';
import type { PageState } from '../../components/popup/PageMentions.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import { createLateSearch } from '../../presentation/search/late-search.ts';
import { createWords } from '../../presentation/words.ts';
import { WordsProvider } from '../../components/words.ts';
import { ask } from '../../platform/asking.ts';
import { watchDossiers, type FrameDossier } from '../../platform/dossiers.ts';
import { areMarksHidden, hideMarks } from '../../platform/hidden-marks.ts';
import { languageOf } from '../../platform/language.ts';
import { isJournalOn } from '../../platform/journal.ts';
import { latestOnly } from '../../platform/latest-only.ts';
import { changeSettings, readSettings, watchSettings } from '../../platform/settings.ts';
import { isMutedOn, unmute } from '../../platform/muted.ts';
import { ownVersion } from '../../platform/own-version.ts';
import { pageTab } from '../../platform/page-tab.ts';
import { hasPanel, openPanel } from '../../platform/panel.ts';
import { watchPermissions } from '../../platform/access.ts';
import { siteOf } from '../../platform/site.ts';
import { allow, switchOn, withdraw } from '../../platform/site-switch.ts';
import { annotateNow } from '../../platform/start-scripts.ts';
import { tellTab } from '../../platform/tell-tabs.ts';

/** More than anybody walks through by keys. */
const MAX_RESULTS = 40;

const root = document.getElementById('popup')!;
const life = new AbortController();
addEventListener('pagehide', () => life.abort());

let settings = await readSettings();
const tab = await pageTab();
let site = await siteOf(tab?.url);
let hasJournal = await isJournalOn();
let frames: FrameDossier[] = [];
let isHidden = tab?.id !== undefined && (await areMarksHidden(tab.id));

const language = languageOf(settings.language);
document.documentElement.lang = language;
document.title = 'Bridle';
const words = createWords({ ...cardWords[language], ...popupWords[language], ...panelWords[language] }, language);
let search = createLateSearch(
  { facts, ...synonyms },
  {
    ask: (sentence) => ask('sentence', sentence),
    onBetter(better) {
      search = better;
      draw();
    },
    limit: MAX_RESULTS,
  },
);

function draw() {
  const state: PageState = site.state;
  const muted = settings.muted.filter((entry) => isMutedOn(entry, site.host));
  render(
    <WordsProvider value={words}>
      <Popup
        facts={facts}
        search={search}
        host={site.host}
        page={state}
        frames={frames}
        muted={muted}
        onAllow={() => void allow(site.host)}
        onOnce={() => tab?.id !== undefined && void annotateNow(tab.id)}
        onSwitch={(on) => void (on ? switchOn(site.host) : withdraw(site.host))}
        onPanel={hasPanel() && tab ? () => void openPanel(tab).then(() => window.close()) : undefined}
        onJump={({ place, frameId }) => void jump(place, frameId)}
        hasJournal={hasJournal}
        reporting={{ version: ownVersion(), address: tab?.url ?? '' }}
        sentences={settings.sentences}
        onSentences={(sentences) => void changeSettings((old) => ({ ...old, sentences }))}
        areMarksHidden={isHidden}
        onHideMarks={(hidden) => void hide(hidden)}
        onUnmute={(entries) => void changeSettings((old) => entries.reduce((now, entry) => unmute(entry)(now), old))}
      />
    </WordsProvider>,
    root,
  );
}

/** The popup goes away, so that the place can be seen. */
async function jump(place: number, frameId: number) {
  if (tab?.id !== undefined) await tellTab(tab.id, { type: 'jump', place }, frameId);
  window.close();
}

async function hide(hidden: boolean) {
  if (tab?.id === undefined) return;
  await hideMarks(tab.id, hidden);
  isHidden = hidden;
  draw();
}

const lookAgain = latestOnly(
  () => Promise.all([readSettings(), siteOf(tab?.url), isJournalOn()]),
  (seen) => {
    [settings, site, hasJournal] = seen;
    // Its words and its index of words are of one language; in a tab of its own the popup may live to see another.
    if (languageOf(settings.language) !== language) location.reload();
    else draw();
  },
);

draw();
watchSettings(() => void lookAgain(), life.signal);
watchPermissions(() => void lookAgain(), life.signal);
if (tab?.id !== undefined) {
  watchDossiers(
    tab.id,
    (now) => {
      frames = now;
      draw();
    },
    life.signal,
  );
}
