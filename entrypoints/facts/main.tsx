import { render } from 'preact';
import { documents } from 'virtual:bridle/documents';
import { facts } from 'virtual:bridle/facts';
import { synonyms } from 'virtual:bridle/synonyms';
import { words as cardWords } from 'virtual:bridle/words/card';
import { words as explorerWords } from 'virtual:bridle/words/explorer';
import { words as legendWords } from 'virtual:bridle/words/legend';
import { Explorer } from '../../components/explorer/Explorer.tsx';
import { createLateSearch } from '../../presentation/search/late-search.ts';
import { createWords } from '../../presentation/words.ts';
import { WordsProvider } from '../../components/words.ts';
import { ask } from '../../platform/asking.ts';
import { languageOf } from '../../platform/language.ts';
import { readSettings, watchSettings } from '../../platform/settings.ts';

const root = document.getElementById('facts')!;
const life = new AbortController();
addEventListener('pagehide', () => life.abort());

let settings = await readSettings();
let search = createLateSearch(
  { facts, ...synonyms },
  {
    ask: (sentence) => ask('sentence', sentence),
    onBetter(better) {
      search = better;
      draw();
    },
  },
);

function draw() {
  const language = languageOf(settings.language);
  document.documentElement.lang = language;
  const words = createWords({ ...cardWords[language], ...explorerWords[language], ...legendWords[language] }, language);
  render(
    <WordsProvider value={words}>
      <Explorer facts={facts} documents={documents} search={search} />
    </WordsProvider>,
    root,
  );
}

draw();
watchSettings((now) => {
  settings = now;
  draw();
}, life.signal);
