import { useEffect, useRef, useState } from 'preact/hooks';
import type { Facts } from '../../data/facts.ts';
import { contestedOn } from '../../presentation/dossier-contested.ts';
import { CardPane, type Reporting } from '../card/CardPane.tsx';
import type { Subject } from '../../presentation/card.ts';
import {
  countMentions,
  dossierModel,
  filterDossier,
  kindsOf,
  NO_FILTER,
  type DossierModel,
  type HeldByFrame,
  type Place,
} from '../../presentation/dossier.ts';
import { DossierFilter } from './DossierFilter.tsx';
import { DossierList } from './DossierList.tsx';
import { NoDossier, type PanelState } from './NoDossier.tsx';
import { useWords } from '../words.ts';

interface Props {
  facts: Facts;
  host: string;
  state: PanelState;
  frames: readonly HeldByFrame[];
  /** By frame, the places that the reader can see on the page. */
  inView: ReadonlyMap<number, readonly number[]>;
  onJump(place: Place): void;
  onAllow(): void;
  onOnce(): void;
  onSwitchOn(): void;
  /** Hands the whole dossier to the reader as a file. */
  onSave(form: 'html' | 'markdown'): void;
  reporting: Reporting;
}

/** The page's dossier beside the page: what it holds in reading order, each with the way to its place. */
export function Panel(props: Props) {
  const { facts, host, state, frames, inView, onJump, onAllow, onOnce, onSwitchOn, onSave, reporting } = props;
  const { t, date } = useWords();
  const [filter, setFilter] = useState(NO_FILTER);
  const [subject, setSubject] = useState<Subject | null>(null);
  const [jumped, setJumped] = useState<{ place: Place; name: string } | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!subject) opener.current?.focus();
  }, [subject]);

  const model = dossierModel(facts, frames);
  const isEmpty = model.groups.length + model.matches.length === 0;
  const shown = filterDossier(model, filter, facts);
  const nothingFits = !isEmpty && shown.groups.length + shown.matches.length === 0;
  const summary = useSummary(shown);
  useEffect(() => setJumped(null), [summary]);
  const seen = [...inView].map(([frameId, places]) => `${frameId}: ${places.join()}`).join();
  const list = useRef<HTMLElement>(null);
  useEffect(() => bringIntoView(list.current), [seen]);
  return (
    <>
      {/* Behind a card it only names the page, for a screen reader. */}
      <header class={subject ? 'unseen' : 'top'}>
        <h1>{t('panel_title')}</h1>
        {!isEmpty && <p class="soft">{summary}</p>}
        {/* It speaks of what has just happened: of the last jump, or of what has changed since. */}
        <p class="unseen" role="status">
          {jumped ? t('panel_jumped', { name: jumped.name }) : isEmpty ? '' : summary}
        </p>
        {!isEmpty && !subject && (
          <DossierFilter
            filter={filter}
            kinds={kindsOf(model)}
            onFilter={(change) => setFilter((old) => ({ ...old, ...change }))}
          />
        )}
      </header>
      {subject && <CardPane facts={facts} subject={subject} reporting={reporting} onBack={() => setSubject(null)} />}
      <main ref={list} hidden={subject !== null} aria-busy={state === 'waiting'}>
        {isEmpty && state !== 'waiting' && (
          <NoDossier state={state} host={host} onAllow={onAllow} onOnce={onOnce} onSwitchOn={onSwitchOn} />
        )}
        {nothingFits && (
          <section class="empty">
            <p>{t('panel_nothing_fits')}</p>
            <button type="button" class="action" onClick={() => setFilter(NO_FILTER)}>
              {t('panel_filter_clear')}
            </button>
          </section>
        )}
        <DossierList
          model={shown}
          contested={contestedOn(shown, facts)}
          current={jumped?.place ?? null}
          inView={inView}
          unfolded={filter.text.trim() !== ''}
          onJump={(place, name) => {
            setJumped({ place, name });
            onJump(place);
          }}
          onOpen={(next) => {
            opener.current = document.activeElement as HTMLElement | null;
            setSubject(next);
          }}
        />
      </main>
      <footer class="ends" hidden={subject !== null}>
        {!isEmpty && <Save onSave={onSave} />}
        <p>{t('common_ends', { date: date(facts.endsOn) })}</p>
      </footer>
    </>
  );
}

function Save({ onSave }: Pick<Props, 'onSave'>) {
  const { t } = useWords();
  return (
    <p class="save">
      {t('panel_save')}{' '}
      <button type="button" class="link" onClick={() => onSave('html')}>
        {t('panel_save_html')}
      </button>
      <button type="button" class="link" onClick={() => onSave('markdown')}>
        {t('panel_save_markdown')}
      </button>
    </p>
  );
}

/** The list goes along with the page, but not under the reader's hand. */
function bringIntoView(list: HTMLElement | null) {
  if (!list || list.matches(':hover, :focus-within')) return;
  list.querySelector('[data-in-view]')?.scrollIntoView({ block: 'nearest' });
}

/** "4 names, 12 mentions, 2 sentences". */
function useSummary(model: DossierModel): string {
  const { t } = useWords();
  return [
    t('panel_names', { n: model.groups.length }),
    t('popup_mentions', { n: countMentions(model) }),
    ...(model.matches.length > 0 ? [t('panel_sentences', { n: model.matches.length })] : []),
  ].join(' · ');
}
