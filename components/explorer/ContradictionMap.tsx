import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Relation } from '../../data/facts.ts';
import { isContesting, RELATION_KINDS } from '../../data/relation-kinds.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';
import {
  bracket,
  KNOT_PX,
  knotHeights,
  mapOf,
  trackScale,
  type Arc,
  type MapModel,
} from '../../presentation/explorer/map-model.ts';
import { stepOf } from './roving.ts';
import type { Selection } from '../../presentation/explorer/selection.ts';

const NARROW_PX = 620;
const TRACK_PX = 26;

/**
 * Claims in rows under who made them; a bracket beside the text joins two that belong together, with the sign of the kind on it.
 * Up and down walk the claims, left and right the brackets, Enter opens; the table below says the same.
 */
export function ContradictionMap({ selection, ties }: { selection: Selection; ties: Relation['kind'][] }) {
  const { t, text, date } = useWords();
  const { facts, nameOf, linkTo, claims } = useDesk();
  const map = useMemo(() => mapOf(facts, selection, ties), [facts, selection, ties]);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [active, setActive] = useState<string | null>(null);
  const [current, setCurrent] = useState(0);

  if (map.arcs.length === 0) {
    return (
      <p ref={frame} class="nothing">
        {t('explorer_no_ties')}
      </p>
    );
  }
  const narrow = width < NARROW_PX;
  const rowPx = narrow ? 62 : 42;
  // Where room is short, a name may take two lines.
  const headingPx = narrow ? 48 : 36;
  const arcsPx = Math.min(map.tracks * TRACK_PX + 24, narrow ? 96 : 320, Math.max(width * 0.45, 90));
  const { tops, centres, heightPx } = layOut(map, headingPx, rowPx);
  const depth = trackScale(map.tracks, arcsPx);
  const knots = knotHeights(
    map.arcs.map(({ rows: [upper, lower], track }) => ({
      x: depth(track),
      fromY: centres[upper]!,
      toY: centres[lower]!,
    })),
    centres,
  );
  const rows = map.clusters.flatMap((cluster) => cluster.claims);
  const involved = new Set(map.arcs.filter((arc) => isActive(arc, active)).flatMap(({ relation }) => relation.claims));
  const places = { claims: rows.map((_, row) => row), arcs: map.arcs.map((_, at) => rows.length + at) };
  const onKeyDown = (event: KeyboardEvent) => {
    const onArcs = current >= rows.length;
    // From a claim, across leads to its first bracket; from a bracket, up and down lead to its claims.
    const firstArc = map.arcs.findIndex(({ rows: pair }) => pair.includes(current));
    const next =
      !onArcs && event.key === 'ArrowRight' && firstArc !== -1
        ? rows.length + firstArc
        : onArcs && event.key === 'ArrowUp'
          ? map.arcs[current - rows.length]!.rows[0]
          : onArcs && event.key === 'ArrowDown'
            ? map.arcs[current - rows.length]!.rows[1]
            : stepOf(
                event.key,
                current,
                onArcs ? { across: places.arcs, down: [] } : { across: [], down: places.claims },
              );
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    frame.current?.querySelector<HTMLElement | SVGElement>(`[data-place="${next}"]`)?.focus();
  };
  const marked = map.arcs.find(({ relation }) => relation.id === active)?.relation;
  let row = -1;
  return (
    <>
      <p id="map-keys" class="soft keys">
        {t('explorer_map_keys')}
      </p>
      <div
        ref={frame}
        class={active ? 'map has-active' : 'map'}
        role="group"
        aria-label={t('explorer_view_map')}
        aria-describedby="map-keys"
        style={{ height: `${heightPx}px`, paddingInlineEnd: `${arcsPx}px` }}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setActive(null)}
      >
        {map.clusters.map(({ claimant, claims: said }, at) => (
          <section
            key={claimant}
            class="cluster"
            aria-label={nameOf(claimant)}
            style={{ top: `${tops[at]}px`, insetInlineEnd: `${arcsPx}px` }}
          >
            <h3 style={{ height: `${headingPx}px` }}>
              <span>{nameOf(claimant)}</span>
            </h3>
            <ol>
              {said.map((claim) => {
                row += 1;
                const place = row;
                return (
                  <li
                    key={claim.id}
                    style={{ height: `${rowPx}px` }}
                    class={involved.has(claim.id) ? 'involved' : undefined}
                    onMouseEnter={() => setActive(claim.id)}
                  >
                    <a
                      href={linkTo('claim', claim.id)}
                      data-place={place}
                      tabIndex={place === current ? 0 : -1}
                      title={text(claim.statement)}
                      onFocus={() => {
                        setCurrent(place);
                        setActive(claim.id);
                      }}
                    >
                      <span>{text(claim.statement)}</span> <small>{date(claim.date)}</small>
                    </a>
                  </li>
                );
              })}
            </ol>
          </section>
        ))}
        <svg class="arcs" width={arcsPx} height={heightPx} role="group" aria-label={t('explorer_ties')}>
          {map.arcs.map((arc, at) => {
            const {
              relation,
              rows: [upper, lower],
              track,
            } = arc;
            const place = rows.length + at;
            const [from, to] = [centres[upper]!, centres[lower]!];
            const [a, b] = relation.claims.map((id) => nameOf(claims.get(id)!.claimant)) as [string, string];
            const knotY = knots[at]!;
            const name = t(termKey('common_relation', relation.kind));
            return (
              <a
                key={relation.id}
                href={linkTo('relation', relation.id)}
                class={`arc ${relation.kind}${isContesting(relation.kind) ? '' : ' quiet'}${isActive(arc, active) ? ' active' : ''}`}
                data-place={place}
                data-relation={relation.id}
                // In SVG the capital letter would make it another attribute.
                tabindex={place === current ? 0 : -1}
                aria-label={`${name}: ${a} – ${b}. ${text(relation.reason)}`}
                onMouseEnter={() => setActive(relation.id)}
                onFocus={() => {
                  setCurrent(place);
                  setActive(relation.id);
                }}
              >
                <path class="reach" d={bracket(from, to, depth(track))} />
                <path d={bracket(from, to, depth(track))} />
                <circle class="end" cx="0" cy={from} r="3" />
                <circle class="end" cx="0" cy={to} r="3" />
                <circle class="knot" cx={depth(track)} cy={knotY} r={KNOT_PX} />
                <text x={depth(track)} y={knotY} dy="0.36em">
                  {RELATION_KINDS[relation.kind].sign}
                </text>
              </a>
            );
          })}
        </svg>
      </div>
      {/* The brackets' labels and the table carry the same words. */}
      <p class="reading" aria-hidden="true">
        {marked ? (
          <>
            <b>{t(termKey('common_relation', marked.kind))}.</b> {text(marked.reason)}
          </>
        ) : (
          t('explorer_map_hint')
        )}
      </p>
      <TieTable arcs={map.arcs} />
    </>
  );
}

/** A bracket is active by itself or by one of its claims. */
const isActive = ({ relation }: Arc, active: string | null): boolean =>
  active !== null && (relation.id === active || relation.claims.includes(active));

/** Heights are given, not measured, so that brackets meet their rows on paper and at any zoom. */
function layOut(
  { clusters }: MapModel,
  headingPx: number,
  rowPx: number,
): { tops: number[]; centres: number[]; heightPx: number } {
  const tops: number[] = [];
  const centres: number[] = [];
  let y = 0;
  for (const { claims } of clusters) {
    tops.push(y);
    y += headingPx;
    for (const _ of claims) {
      centres.push(y + rowPx / 2);
      y += rowPx;
    }
  }
  return { tops, centres, heightPx: y + 8 };
}

function TieTable({ arcs }: { arcs: Arc[] }) {
  const { t, text, date } = useWords();
  const { claims, nameOf, linkTo } = useDesk();
  return (
    <details class="as-table">
      <summary class="action">{t('explorer_as_table')}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={t('explorer_map_table')}>
        <table>
          <caption class="unseen">{t('explorer_map_table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('explorer_tie')}</th>
              <th scope="col">{t('explorer_first')}</th>
              <th scope="col">{t('explorer_second')}</th>
              <th scope="col">{t('explorer_why')}</th>
            </tr>
          </thead>
          <tbody>
            {arcs.map(({ relation }) => (
              <tr key={relation.id} data-relation={relation.id}>
                <th scope="row">
                  <a href={linkTo('relation', relation.id)}>{t(termKey('common_relation', relation.kind))}</a>
                </th>
                {relation.claims.map((id) => {
                  const claim = claims.get(id)!;
                  return (
                    <td key={id}>
                      <b>{nameOf(claim.claimant)}</b>, {date(claim.date)}:{' '}
                      <a href={linkTo('claim', id)}>{text(claim.statement)}</a>
                    </td>
                  );
                })}
                <td>{text(relation.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function useWidth(frame: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(1000);
  useLayoutEffect(() => {
    const element = frame.current?.parentElement;
    if (!element) return undefined;
    const measure = () => setWidth(element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return width;
}
