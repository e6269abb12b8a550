import { useMemo, useRef, useState } from 'preact/hooks';
import { journalPages, journalStatements } from '../../presentation/journal/journal-pages.ts';
import type { JournalEntry } from '../../presentation/journal/entry.ts';
import type { Facts } from '../../data/facts.ts';
import { AskFirst } from '../AskFirst.tsx';
import { Section } from '../options/Section.tsx';
import { Switch } from '../options/Switch.tsx';
import { useWords } from '../words.ts';
import { JournalDays } from './JournalDays.tsx';
import { SaveJournal } from './SaveJournal.tsx';

export interface JournalProps {
  facts: Facts;
  isOn: boolean;
  entries: JournalEntry[];
  /** How many entries are kept; then the oldest make room. */
  most: number;
  /** What lies in the journal and cannot be read. */
  unread: unknown[];
  /** When entries could not be stored. */
  failedAt: string | null;
  onSwitch(on: boolean): void;
  onErase(): Promise<void>;
  /** Hands what cannot be read to the reader as a file, as it is. */
  onSaveUnread(): void;
}

/** The contested statements that the reader met, by day and page, with a search, files to keep, and a button that erases it all. */
export function Journal(props: JournalProps) {
  const { facts, isOn, entries, most, unread, failedAt, onSwitch, onErase, onSaveUnread } = props;
  const { t, language } = useWords();
  const [query, setQuery] = useState('');
  const kept = entries.length + unread.length;
  // The button that has just erased it all stays, and says so: the focus is on it.
  const hadEntries = useRef(false);
  hadEntries.current ||= kept > 0;
  const statements = useMemo(() => journalStatements(entries, facts), [entries, facts]);
  const pages = useMemo(() => journalPages(statements, query), [statements, query]);
  const found = pages.reduce((sum, { statements }) => sum + statements.length, 0);
  return (
    <div class="page journal">
      <header>
        <h1>{t('journal_title')}</h1>
        <p class="soft">{t('journal_lead')}</p>
      </header>
      <main>
        {unread.length > 0 && (
          <p class="notice" role="alert">
            {t('journal_unread', { n: unread.length })}{' '}
            <button type="button" class="link" onClick={onSaveUnread}>
              {t('journal_unread_save')}
            </button>
          </p>
        )}
        {failedAt !== null && (
          <p class="notice" role="alert">
            {t('journal_failed', { time: new Date(failedAt).toLocaleString(language) })}
          </p>
        )}
        <Section id="kept" title={t('journal_kept')}>
          <Switch label={t('journal_switch')} on={isOn} onSwitch={onSwitch} />
          <p class="soft">
            {t('journal_about')} {t('journal_most', { most })}
          </p>
          {entries.length > 0 && (
            <input
              type="search"
              aria-label={t('journal_search')}
              placeholder={t('journal_search')}
              autocomplete="off"
              spellcheck={false}
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          )}
          <p role="status">{t(entries.length > 0 ? 'journal_found' : 'journal_empty', { n: found })}</p>
          {pages.length > 0 && <SaveJournal pages={pages} />}
          {hadEntries.current && (
            <AskFirst
              label={t('journal_erase')}
              question={t('journal_erase_ask', { n: kept })}
              yes={t('journal_erase_yes')}
              cancel={t('journal_erase_cancel')}
              done={t('journal_erased')}
              onYes={onErase}
            />
          )}
        </Section>
        <JournalDays pages={pages} />
      </main>
      <footer>
        <p class="soft">
          <a href="/facts.html">{t('journal_facts')}</a> · <a href="/options.html">{t('journal_options')}</a>
        </p>
      </footer>
    </div>
  );
}
