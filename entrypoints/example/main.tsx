import { render } from 'preact';
import { facts } from 'virtual:bridle/facts';
import { words as exampleWords } from 'virtual:bridle/words/example';
import { Example } from '../../components/options/Example.tsx';
import { WordsProvider } from '../../components/words.ts';
import { languageOf } from '../../platform/language.ts';
import { readSettings } from '../../platform/settings.ts';
import { createWords } from '../../presentation/words.ts';
import annotator from '../annotator.ts';
import drawing from '../drawing.tsx';

const language = languageOf((await readSettings()).language);
const words = createWords(exampleWords[language], language);
document.documentElement.lang = language;
document.title = `Bridle – ${words.t('example_title')}`;
render(
  <WordsProvider value={words}>
    <Example facts={facts} />
  </WordsProvider>,
  document.getElementById('example')!,
);
// No extension may put scripts into its own pages from outside: this one brings along what other pages are given.
void annotator.main();
void drawing.main();
