import { render } from 'preact';
import { facts } from 'virtual:bridle/facts';
import { words as cardWords } from 'virtual:bridle/words/card';
import { words as optionsWords } from 'virtual:bridle/words/options';
import { words as welcomeWords } from 'virtual:bridle/words/welcome';
import type { Access } from '../../components/options/model.ts';
import { Welcome } from '../../components/options/Welcome.tsx';
import { createWords } from '../../presentation/words.ts';
import { WordsProvider } from '../../components/words.ts';
import { partners, publishers } from '../../data/news-sites.json' with { type: 'json' };
import { languageOf } from '../../platform/language.ts';
import { latestOnly } from '../../platform/latest-only.ts';
import { readSettings, watchSettings, type Settings } from '../../platform/settings.ts';
import { paintSample } from '../options/paint-sample.ts';
import { siteNameOf } from '../../platform/site-name.ts';
import { allowEverywhere, allowOnly, readAccess, watchPermissions, withdrawAll } from '../../platform/access.ts';

const root = document.getElementById('welcome')!;
const life = new AbortController();
addEventListener('pagehide', () => life.abort());

const lookAgain = latestOnly(
  () => Promise.all([readSettings(), readAccess()]),
  ([settings, access]) => draw(settings, access),
);

await lookAgain();
watchSettings(() => void lookAgain(), life.signal);
watchPermissions(() => void lookAgain(), life.signal);

function draw(settings: Settings, access: Access): void {
  const language = languageOf(settings.language);
  const words = createWords({ ...cardWords[language], ...optionsWords[language], ...welcomeWords[language] }, language);
  document.documentElement.lang = language;
  document.title = `Bridle – ${words.t('welcome_title')}`;
  render(
    <WordsProvider value={words}>
      <Welcome
        facts={facts}
        paintSample={paintSample}
        access={access}
        publishers={publishers}
        partners={partners}
        siteNameOf={siteNameOf}
        onClickOnly={() => void withdrawAll()}
        onSites={allowOnly}
        onEverywhere={allowEverywhere}
      />
    </WordsProvider>,
    root,
  );
}
