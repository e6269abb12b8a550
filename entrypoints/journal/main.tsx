import { render } from 'preact';
import { facts } from 'virtual:bridle/facts';
import { words as journalWords } from 'virtual:bridle/words/journal';
import { download } from '../../components/download.ts';
import { Journal } from '../../components/journal/Journal.tsx';
import { WordsProvider } from '../../components/words.ts';
import { eraseJournal, MOST_ENTRIES, readJournal, switchJournal } from '../../platform/journal.ts';
import { languageOf } from '../../platform/language.ts';
import { latestOnly } from '../../platform/latest-only.ts';
import { readSettings, watchStorage } from '../../platform/settings.ts';
import { createWords } from '../../presentation/words.ts';

const root = document.getElementById('journal')!;
const life = new AbortController();
addEventListener('pagehide', () => life.abort());

const lookAgain = latestOnly(
  () => Promise.all([readSettings(), readJournal()]),
  ([settings, journal]) => {
    const language = languageOf(settings.language);
    const words = createWords(journalWords[language], language);
    document.documentElement.lang = language;
    document.title = `Bridle – ${words.t('journal_title')}`;
    render(
      <WordsProvider value={words}>
        <Journal
          facts={facts}
          {...journal}
          most={MOST_ENTRIES}
          onSwitch={(on) => void switchJournal(on)}
          onErase={eraseJournal}
          onSaveUnread={() =>
            download('bridle-journal-unread.json', 'application/json', JSON.stringify(journal.unread, null, 2))
          }
        />
      </WordsProvider>,
      root,
    );
  },
);

await lookAgain();
watchStorage(() => void lookAgain(), life.signal);
