import type { Cluster } from '../../presentation/explorer/map-model.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';

interface Props {
  cluster: Cluster;
  /** Place of the first statement in the order of keys. */
  firstPlace: number;
  current: number;
  /** Claims of the brackets that are pointed at. */
  involved: Set<string>;
  /** Sizes in pixels; `asidePx` is what the brackets take. */
  place: { topPx: number; asidePx: number; rowPx: number; headingPx: number };
  onArrive(place: number, claim: string): void;
  onPoint(claim: string): void;
}

/** Who spoke, and the statements below, earlier first. */
export function MapCluster({ cluster, firstPlace, current, involved, place, onArrive, onPoint }: Props) {
  const { text, date } = useWords();
  const { nameOf, linkTo } = useDesk();
  const { topPx, asidePx, rowPx, headingPx } = place;
  return (
    <section
      class="cluster"
      aria-label={nameOf(cluster.claimant)}
      style={{ top: `${topPx}px`, insetInlineEnd: `${asidePx}px` }}
    >
      <h3 style={{ height: `${headingPx}px` }}>
        <span data-clips>{nameOf(cluster.claimant)}</span>
      </h3>
      <ol>
        {cluster.claims.map((claim, at) => (
          <li
            key={claim.id}
            style={{ height: `${rowPx}px` }}
            class={involved.has(claim.id) ? 'involved' : undefined}
            onMouseEnter={() => onPoint(claim.id)}
          >
            <a
              href={linkTo('claim', claim.id)}
              data-place={firstPlace + at}
              data-clips
              tabIndex={firstPlace + at === current ? 0 : -1}
              title={text(claim.statement)}
              onFocus={() => onArrive(firstPlace + at, claim.id)}
            >
              {text(claim.statement)}
            </a>
            <small>{date(claim.date)}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
