import { journalCsl, journalCsv, journalMarkdown } from '../../presentation/export/journal.ts';
import { localDay, type JournalPage } from '../../presentation/journal/journal-pages.ts';
import type { Words } from '../../presentation/words.ts';
import { download } from '../download.ts';
import { useWords } from '../words.ts';

interface Format {
  name: string;
  ending: string;
  type: string;
  write(pages: readonly JournalPage[], words: Words): string;
}

const FORMATS: Format[] = [
  { name: 'Markdown', ending: 'md', type: 'text/markdown', write: journalMarkdown },
  // With the byte order mark, without which spreadsheets do not read UTF-8.
  {
    name: 'CSV',
    ending: 'csv',
    type: 'text/csv;charset=utf-8',
    write: (pages, words) => `\uFEFF${journalCsv(pages, words)}`,
  },
  { name: 'CSL-JSON', ending: 'json', type: 'application/json', write: journalCsl },
];

/** Files of what is shown. */
export function SaveJournal({ pages }: { pages: JournalPage[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <div class="offer" role="group" aria-label={t('journal_save')}>
      <span class="soft" aria-hidden="true">
        {t('journal_save')}
      </span>
      {FORMATS.map(({ name, ending, type, write }) => (
        <button
          key={ending}
          type="button"
          class="action"
          onClick={() => download(`bridle-journal-${localDay(new Date())}.${ending}`, type, write(pages, words))}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
