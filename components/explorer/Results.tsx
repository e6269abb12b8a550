import { useMemo } from 'preact/hooks';
import type { Address } from '../../presentation/explorer/address.ts';
import { mapOf } from '../../presentation/explorer/map-model.ts';
import type { Selection } from '../../presentation/explorer/selection.ts';
import { storyOf } from '../../presentation/explorer/story.ts';
import { useWords } from '../words.ts';
import { ContradictionMap } from './ContradictionMap.tsx';
import { useDesk } from './desk.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { RecordList } from './RecordList.tsx';
import { SourceList } from './SourceList.tsx';
import { Story } from './Story.tsx';
import { Timeline } from './Timeline.tsx';

interface Props {
  address: Address;
  selection: Selection;
  /** The record that was open before, to which the list scrolls. */
  from: string | undefined;
  onClear(): void;
}

/** What the filters leave, as the view that is chosen. */
export function Results({ address: { view, filters }, selection, from, onClear }: Props) {
  const { t } = useWords();
  const { facts } = useDesk();
  const map = useMemo(() => mapOf(facts, selection, filters.ties), [facts, selection]);
  const chapters = useMemo(() => storyOf(facts), [facts]);
  const shown =
    view === 'map'
      ? { n: map.clusters.flatMap(({ claims }) => claims).length, ties: map.arcs.length }
      : { n: selection.claims.length, ties: selection.relations.length };
  return (
    <>
      <div class="results-head">
        <h2 tabIndex={-1}>{t(`explorer_view_${view}`)}</h2>
        {view !== 'story' && (
          <p role="status" class="soft">
            {t('explorer_claims', { n: shown.n })} · {t('explorer_relations', { n: shown.ties })}
          </p>
        )}
        <ExportMenu selected={selection.claims.map(({ id }) => id)} />
      </div>
      {view === 'story' && <Story chapters={chapters} />}
      {view === 'list' && <RecordList selection={selection} query={filters.q} from={from} onClear={onClear} />}
      {view === 'timeline' && <Timeline selection={selection} />}
      {view === 'map' && <ContradictionMap map={map} />}
      {view === 'sources' && <SourceList sources={selection.sources} />}
    </>
  );
}
