import { useRef, useState } from 'preact/hooks';
import type { Relation } from '../../data/facts.ts';
import type { Arc, MapModel } from '../../presentation/explorer/map-model.ts';
import { useWords } from '../words.ts';
import { KindLegend } from './KindLegend.tsx';
import { MapFigure } from './MapFigure.tsx';
import { MapTable } from './MapTable.tsx';
import { Reading } from './Reading.tsx';
import { SavePicture } from './SavePicture.tsx';

/**
 * Claims in rows under who made them; a bracket beside the text joins two that belong together, with the sign of the kind on it.
 * The bar at the foot and the table say the same in words.
 */
export function ContradictionMap({ map }: { map: MapModel }) {
  const { t } = useWords();
  const picture = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  if (map.arcs.length === 0) return <p class="nothing">{t('explorer_no_relations')}</p>;
  const shown = map.arcs.filter((arc) => isActive(arc, active));
  return (
    <>
      <div class="chart-tools">
        <p id="map-keys" class="soft keys">
          {t('explorer_map_keys')}
        </p>
        <SavePicture of={picture} name="bridle-map" title={t('explorer_view_map')} />
      </div>
      <div ref={picture}>
        <MapFigure map={map} active={active} shown={shown} onPoint={setActive} />
      </div>
      <Reading {...readingOf(shown, active)} hint={t('explorer_map_hint')} />
      <KindLegend />
      <MapTable arcs={map.arcs} />
    </>
  );
}

/** A bracket is active by itself or by one of its claims. */
const isActive = ({ relation }: Arc, active: string | null): boolean =>
  active !== null && (relation.id === active || relation.claims.includes(active));

/** Of a statement with several ties the gravest, from its side. */
function readingOf(
  shown: Arc[],
  active: string | null,
): { relation: Relation | null; record?: { kind: 'claim'; id: string }; more: number } {
  const [first] = shown;
  if (!first || !active) return { relation: null, more: 0 };
  return {
    relation: first.relation,
    more: shown.length - 1,
    ...(first.relation.id !== active && { record: { kind: 'claim' as const, id: active } }),
  };
}
