import { isContesting, RELATION_KINDS } from '../../data/relation-kinds.ts';
import { bracket, KNOT_PX, type Arc } from '../../presentation/explorer/map-model.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import type { Drawn } from '../../presentation/explorer/map-layout.ts';
import { useDesk } from './desk.ts';

interface Props {
  arc: Arc;
  drawn: Drawn;
  place: number;
  isStop: boolean;
  isActive: boolean;
  onArrive(place: number, relation: string): void;
  onPoint(relation: string): void;
}

/** A relation as a bracket with its sign, leading to its page. */
export function MapBracket({ arc: { relation }, drawn, place, isStop, isActive, onArrive, onPoint }: Props) {
  const { t, text } = useWords();
  const { nameOf, claims, linkTo } = useDesk();
  const { id, kind, reason } = relation;
  const { fromY, toY, depth, knotY } = drawn;
  const [a, b] = relation.claims.map((claim) => nameOf(claims.get(claim)!.claimant)) as [string, string];
  return (
    <a
      href={linkTo('relation', id)}
      class={`arc ${kind}${isContesting(kind) ? '' : ' quiet'}${isActive ? ' active' : ''}`}
      data-place={place}
      data-relation={id}
      // In SVG the capital letter would make it another attribute.
      tabindex={isStop ? 0 : -1}
      aria-label={`${t(termKey('common_relation', kind))}: ${a} – ${b}. ${text(reason)}`}
      onMouseEnter={() => onPoint(id)}
      onFocus={() => onArrive(place, id)}
    >
      <path class="reach" d={bracket(fromY, toY, depth)} />
      <path d={bracket(fromY, toY, depth)} />
      <circle class="end" cx="0" cy={fromY} r="3" />
      <circle class="end" cx="0" cy={toY} r="3" />
      <circle class="knot" cx={depth} cy={knotY} r={KNOT_PX} />
      <text x={depth} y={knotY} dy="0.36em">
        {RELATION_KINDS[kind].sign}
      </text>
    </a>
  );
}
