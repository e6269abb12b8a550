import { render } from 'preact';
import { facts } from 'virtual:bridle/facts';
import { lexicon } from 'virtual:bridle/lexicon';
import { words as cardWords } from 'virtual:bridle/words/card';
import { words as popupWords } from 'virtual:bridle/words/popup';
import type { PageState } from '../../components/PageMentions.tsx';
import { Popup } from '../../components/Popup.tsx';
import { createSearch } from '../../components/search.ts';
import { createWords, WordsProvider } from '../../components/words.ts';
import type { Dossier } from '../../page/model.ts';
import { watchDossiers } from '../../platform/dossiers.ts';
import { languageOf } from '../../platform/language.ts';
import { changeSettings, isMuted, readSettings, unmute, watchSettings } from '../../platform/settings.ts';
import { allow, annotateNow, siteOf, switchOn, watchPermissions, withdraw } from '../../platform/sites.ts';
import { pageTab } from '../../platform/page-tab.ts';

const root = document.getElementById('popup')!;
const life = new AbortController();
addEventListener('pagehide', () => life.abort());

let settings = await readSettings();
const tab = await pageTab();
let site = await siteOf(tab?.url);
let dossiers: Dossier[] = [];

const language = languageOf(settings.language);
document.documentElement.lang = language;
document.title = 'Bridle';
const words = createWords({ ...cardWords[language], ...popupWords[language] }, language);
const search = createSearch(facts, lexicon.entities, language);

function draw() {
  const state: PageState = site.state;
  const muted = settings.muted.filter(({ alias }) => isMuted(settings, alias, site.host)).map(({ alias }) => alias);
  render(
    <WordsProvider value={words}>
      <Popup
        facts={facts}
        search={search}
        host={site.host}
        page={state}
        dossiers={dossiers}
        muted={[...new Set(muted)]}
        onAllow={() => void allow(site.host)}
        onOnce={() => tab?.id !== undefined && void annotateNow(tab.id)}
        onSwitch={(on) => void (on ? switchOn(site.host) : withdraw(site.host))}
        onUnmute={(alias) =>
          void changeSettings((old) => unmute({ alias, site: null })(unmute({ alias, site: site.host })(old)))
        }
      />
    </WordsProvider>,
    root,
  );
}

async function lookAgain() {
  settings = await readSettings();
  site = await siteOf(tab?.url);
  draw();
}

draw();
watchSettings(() => void lookAgain(), life.signal);
watchPermissions(() => void lookAgain(), life.signal);
if (tab?.id !== undefined) {
  void watchDossiers(tab.id, (now) => { dossiers = now; draw(); }, life.signal);
}
