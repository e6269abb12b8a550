import { render } from 'preact';
import { claims } from 'virtual:bridle/claims';
import { documents } from 'virtual:bridle/documents';
import { facts } from 'virtual:bridle/facts';
import { lexicon } from 'virtual:bridle/lexicon';
import { words as cardWords } from 'virtual:bridle/words/card';
import { words as explorerWords } from 'virtual:bridle/words/explorer';
import { words as legendWords } from 'virtual:bridle/words/legend';
import { Explorer } from '../../components/explorer/Explorer.tsx';
import { createEngine } from '../../matching/engine.ts';
import { ClaimMatcher } from '../../matching/claims/matcher.ts';
import { searchKnowledge } from '../../presentation/search/knowledge.ts';
import { createSearch } from '../../presentation/search/search.ts';
import { createWords } from '../../presentation/words.ts';
import { WordsProvider } from '../../components/words.ts';
import { languageOf } from '../../platform/language.ts';
import { readSettings, watchSettings, type Settings } from '../../platform/settings.ts';

const search = createSearch(
  searchKnowledge({
    facts,
    lexicon,
    concepts: claims.concepts,
    engine: () => createEngine(lexicon, new ClaimMatcher(claims)),
  }),
);

const root = document.getElementById('facts')!;
const life = new AbortController();
addEventListener('pagehide', () => life.abort());

function draw(settings: Settings) {
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

draw(await readSettings());
watchSettings(draw, life.signal);
