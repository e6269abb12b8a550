import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Facts } from '../../data/facts.ts';
import { CardPane, type Reporting } from '../card/CardPane.tsx';
import type { Subject } from '../../presentation/card.ts';
import type { HeldByFrame, Place } from '../../presentation/dossier.ts';
import type { Muted, SentenceChoice } from '../../platform/settings-values.ts';
import { HideMarks } from './HideMarks.tsx';
import { MarkedChoice } from './MarkedChoice.tsx';
import { MutedHere } from './MutedHere.tsx';
import { PageMentions, type PageState } from './PageMentions.tsx';
import type { Search } from '../../presentation/search/search.ts';
import { SearchBox } from './SearchBox.tsx';
import { SiteSwitch } from './SiteSwitch.tsx';
import type { MessageKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';

interface Props {
  facts: Facts;
  search: Search;
  host: string;
  page: PageState;
  frames: readonly HeldByFrame[];
  /** What is not marked on this site. */
  muted: Muted[];
  onAllow(): void;
  onOnce(): void;
  onSwitch(on: boolean): void;
  onUnmute(entries: Muted[]): void;
  /** Opens the panel. Absent where the browser has none, as on phones: the popup then lists all places itself. */
  onPanel?: (() => void) | undefined;
  onJump(place: Place): void;
  /** Which sentences are marked, on every page. */
  sentences: SentenceChoice;
  onSentences(choice: SentenceChoice): void;
  reporting: Reporting;
  /** Whether all marks of this tab are hidden. */
  areMarksHidden: boolean;
  onHideMarks(isHidden: boolean): void;
  /** Whether the reader keeps a journal. */
  hasJournal: boolean;
}

/** Search first, then what this page holds; this site's switch stays in sight. A result opens to its card in the same place. */
export function Popup({
  facts,
  search,
  host,
  page,
  frames,
  muted,
  onAllow,
  onOnce,
  onSwitch,
  onUnmute,
  onPanel,
  onJump,
  sentences,
  onSentences,
  reporting,
  areMarksHidden,
  onHideMarks,
  hasJournal,
}: Props) {
  const [query, setQuery] = useState('');
  const [subject, setSubject] = useState<Subject | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const open = (next: Subject) => {
    opener.current = document.activeElement as HTMLElement | null;
    setSubject(next);
  };
  // The way back ends where it began: at the row or in the search box that the card was opened from.
  useEffect(() => {
    if (!subject) opener.current?.focus();
  }, [subject]);

  // The index of words is made after the first drawing; until a key is pressed nobody waits for it.
  useEffect(() => {
    const timer = setTimeout(() => void search(''));
    return () => clearTimeout(timer);
  }, [search]);
  const results = useMemo(() => (query === '' ? [] : search(query)), [query, search]);
  return (
    <>
      <header class="unseen">
        <h1>Bridle</h1>
      </header>
      {subject && <CardPane facts={facts} subject={subject} reporting={reporting} onBack={() => setSubject(null)} />}
      <main hidden={subject !== null}>
        <SearchBox facts={facts} query={query} results={results} onQuery={setQuery} onOpen={open} />
        {query.trim() === '' ? (
          <>
            <PageMentions
              facts={facts}
              state={page}
              frames={frames}
              onOpen={open}
              onAllow={onAllow}
              onOnce={onOnce}
              onPanel={onPanel}
              onJump={onJump}
            />
            {muted.length > 0 && <MutedHere facts={facts} muted={muted} onUnmute={onUnmute} />}
          </>
        ) : (
          results.length === 0 && <NothingFound query={query} sources={facts.sources.length} onTry={setQuery} />
        )}
        <Ends facts={facts} query={query.trim()} hasJournal={hasJournal} />
      </main>
      {(page === 'on' || page === 'off' || frames.length > 0) && (
        <footer class="foot">
          {(page === 'on' || page === 'off') && <SiteSwitch host={host} on={page === 'on'} onSwitch={onSwitch} />}
          {page === 'on' && <MarkedChoice value={sentences} onChoose={onSentences} />}
          {frames.length > 0 && <HideMarks areHidden={areMarksHidden} onHide={onHideMarks} />}
        </footer>
      )}
    </>
  );
}

/** How far Bridle's knowledge goes, and its other pages. */
function Ends({ facts, query, hasJournal }: { facts: Facts; query: string; hasJournal: boolean }) {
  const { t, date } = useWords();
  return (
    <footer class="ends">
      <span>{t('common_ends', { date: date(facts.endsOn) })}</span>
      <nav>
        <a href={query === '' ? 'facts.html' : `facts.html?${new URLSearchParams({ q: query })}`} target="_blank">
          {t('popup_facts')}
        </a>
        {hasJournal && (
          <a href="journal.html" target="_blank">
            {t('popup_journal')}
          </a>
        )}
        <a href="options.html" target="_blank">
          {t('popup_options')}
        </a>
      </nav>
    </footer>
  );
}

/** Queries that find something, each of another kind: a kind of relation, a question, a figure, a name. */
const EXAMPLES = [
  'popup_try_kind',
  'popup_try_question',
  'popup_try_figure',
  'popup_try_name',
] as const satisfies MessageKey[];

function NothingFound({ query, sources, onTry }: { query: string; sources: number; onTry(query: string): void }) {
  const { t } = useWords();
  return (
    <section class="empty">
      <p>{t('popup_no_results', { query: query.trim() })}</p>
      <p class="soft">{t('popup_no_results_hint', { n: sources })}</p>
      <ul class="examples">
        {EXAMPLES.map((key) => (
          <li key={key}>
            <button type="button" class="link" onClick={() => onTry(t(key))}>
              {t(key)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
