import { render } from 'preact';
import { facts } from 'virtual:bridle/facts';
import { words as cardWords } from 'virtual:bridle/words/card';
import { words as panelWords } from 'virtual:bridle/words/panel';
import { words as popupWords } from 'virtual:bridle/words/popup';
import { dossierDocument } from '../../presentation/dossier-document.ts';
import { download } from '../../components/download.ts';
import type { PanelState } from '../../components/dossier/NoDossier.tsx';
import { Panel } from '../../components/dossier/Panel.tsx';
import { createWords } from '../../presentation/words.ts';
import { WordsProvider } from '../../components/words.ts';
import type { Language } from '../../data/facts.ts';
import type { Tabs } from '../../platform/browser.ts';
import { watchDossiers, type FrameDossier } from '../../platform/dossiers.ts';
import { languageOf } from '../../platform/language.ts';
import { latestOnly } from '../../platform/latest-only.ts';
import { ownVersion } from '../../platform/own-version.ts';
import { pageTab, watchPageTab } from '../../platform/page-tab.ts';
import { readSettings, watchSettings, type Settings } from '../../platform/settings.ts';
import { watchPermissions } from '../../platform/access.ts';
import { siteOf } from '../../platform/site.ts';
import { allow, switchOn } from '../../platform/site-switch.ts';
import { annotateNow } from '../../platform/start-scripts.ts';
import { tellTab } from '../../platform/tell-tabs.ts';
import { watchView } from '../../platform/view-watching.ts';

/** A page that is just being read, or read anew, is not said to be empty before this. */
const CALM_MS = 600;

const root = document.getElementById('panel')!;
const life = new AbortController();
addEventListener('pagehide', () => life.abort());

let tab: Tabs.Tab | undefined;
let site: { host: string; state: PanelState } = { host: '', state: 'waiting' };
let frames: FrameDossier[] = [];
/** By frame, the places in view. */
const inView = new Map<number, number[]>();
let settings: Settings = await readSettings();
let watching = new AbortController();
let calm: ReturnType<typeof setTimeout> | undefined;

function draw() {
  const language = languageOf(settings.language);
  const words = createWords({ ...cardWords[language], ...popupWords[language], ...panelWords[language] }, language);
  document.documentElement.lang = language;
  document.title = `Bridle: ${words.t('panel_title')}`;
  const { host, state } = site;
  render(
    <WordsProvider value={words}>
      <Panel
        facts={facts}
        host={host}
        state={calm === undefined ? state : 'waiting'}
        frames={frames}
        inView={inView}
        onJump={({ place, frameId }) => tab?.id !== undefined && void tellTab(tab.id, { type: 'jump', place }, frameId)}
        onAllow={() => void allow(host)}
        onOnce={() => tab?.id !== undefined && void annotateNow(tab.id)}
        onSwitchOn={() => void switchOn(host)}
        reporting={{ version: ownVersion(), address: tab?.url ?? '' }}
        onSave={(form) => save(form, language)}
      />
    </WordsProvider>,
    root,
  );
}

const view = watchView((frameId, places) => {
  inView.set(frameId, places);
  draw();
});

function save(form: 'html' | 'markdown', language: Language) {
  const page = tab?.url === undefined ? undefined : { title: tab.title ?? tab.url, url: tab.url };
  const { html, markdown } = dossierDocument(frames, facts, language, page);
  const day = new Date().toISOString().slice(0, 10);
  if (form === 'html') download(`bridle-${day}.html`, 'text/html', html);
  else download(`bridle-${day}.md`, 'text/markdown', markdown);
}

function show(now: FrameDossier[]) {
  clearTimeout(calm);
  calm = undefined;
  if (tab?.id !== undefined)
    view.follow(
      tab.id,
      now.map(({ frameId }) => frameId),
    );
  if (now.length > 0) frames = now;
  else {
    calm = setTimeout(() => {
      calm = undefined;
      frames = [];
      draw();
    }, CALM_MS);
  }
  draw();
}

/** What is in front, what may be done there, and in which language to say so. */
const lookAgain = latestOnly(
  async () => {
    const front = await pageTab();
    const [chosen, here] = await Promise.all([
      readSettings(),
      front?.url === undefined ? { host: '', state: 'hidden' as const } : siteOf(front.url),
    ]);
    return { front, chosen, here };
  },
  ({ front, chosen, here }) => {
    const isOther = front?.id !== tab?.id;
    [tab, settings, site] = [front, chosen, here];
    if (isOther) turnTo(front?.id);
    draw();
  },
);

function turnTo(tabId: number | undefined) {
  watching.abort();
  watching = new AbortController();
  frames = [];
  if (tabId !== undefined) watchDossiers(tabId, show, watching.signal);
  show([]);
}

life.signal.addEventListener('abort', view.stop);
watchPageTab((changed) => {
  if (changed === undefined || changed === tab?.id) void lookAgain();
}, life.signal);
watchSettings(() => void lookAgain(), life.signal);
watchPermissions(() => void lookAgain(), life.signal);
await lookAgain();
