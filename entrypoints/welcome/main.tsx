import { render } from 'preact';
import { facts } from 'virtual:bridle/facts';
import { words as cardWords } from 'virtual:bridle/words/card';
import { words as optionsWords } from 'virtual:bridle/words/options';
import { words as welcomeWords } from 'virtual:bridle/words/welcome';
import { Welcome } from '../../components/options/Welcome.tsx';
import { createWords } from '../../presentation/words.ts';
import { WordsProvider } from '../../components/words.ts';
import { partners, publishers } from '../../data/news-sites.json' with { type: 'json' };
import { languageOf } from '../../platform/language.ts';
import { readSettings, watchSettings } from '../../platform/settings.ts';
import { paintSample } from '../options/paint-sample.ts';
import { siteNameOf } from '../../platform/site-name.ts';
import { allowEverywhere, allowOnly, readAccess, watchPermissions, withdrawAll } from '../../platform/access.ts';

const root = document.getElementById('welcome')!;
const life = new AbortController();
addEventListener('pagehide', () => life.abort());

await draw();
watchSettings(() => void draw(), life.signal);
watchPermissions(() => void draw(), life.signal);

async function draw(): Promise<void> {
  const [settings, access] = await Promise.all([readSettings(), readAccess()]);
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
