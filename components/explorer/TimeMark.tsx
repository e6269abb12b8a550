import { certaintyOf, type Placed } from '../../presentation/explorer/timeline-model.ts';

/** Half the height of a line, by how closely its date is known. */
const HALF = { day: 0, month: 1.75, season: 1.25, long: 0.75 } as const;

/**
 * A date as a mark at height 0: a day is a dot, whatever is longer a line, the thinner and paler the less is known. An open end has an
 * arrow; where only the window ends, the line ends in dots; what lies outside is a small angle at the edge.
 */
export function TimeMark({ placed, contested }: { placed: Placed; contested: boolean }) {
  const { item, x, width, ends, beyond } = placed;
  const { span } = item;
  const vague = span.approximate || span.uncertain ? ' vague' : '';
  const tone = `${item.kind === 'source' ? 'issue' : 'said'}${contested ? ' contested' : ''}${vague}`;
  if (beyond) {
    const towards = beyond === 'before' ? -1 : 1;
    return (
      <path class={`${tone} beyond`} d={`M${x + 5.5 - towards * 2} -3.5 l${towards * 4} 3.5 l${-towards * 4} 3.5`} />
    );
  }
  const certainty = certaintyOf(span);
  if (certainty === 'day') {
    const middle = x + width / 2;
    if (item.kind === 'source')
      return (
        <rect class={`${tone} day`} x={middle - 4} y="-4" width="8" height="8" transform={`rotate(45 ${middle} 0)`} />
      );
    return <circle class={`${tone} day`} cx={middle} cy="0" r="4.5" />;
  }
  const half = HALF[certainty];
  const [before, after] = [ends.before === 'known' ? 0 : 9, ends.after === 'known' ? 0 : 9];
  return (
    <g class={`${tone} ${certainty}`}>
      <rect
        x={x + before}
        y={-half}
        width={Math.max(width - before - after, 2)}
        height={2 * half}
        rx={Math.min(half, 1.5)}
      />
      {ends.before === 'open' && <path d={`M${x + 9} -4 L${x + 1} 0 L${x + 9} 4 z`} />}
      {ends.after === 'open' && <path d={`M${x + width - 9} -4 L${x + width - 1} 0 L${x + width - 9} 4 z`} />}
      {ends.before === 'cut' && <Dots x={x + 1} />}
      {ends.after === 'cut' && <Dots x={x + width - 7} />}
    </g>
  );
}

function Dots({ x }: { x: number }) {
  return (
    <>
      {[0, 3, 6].map((by) => (
        <rect key={by} x={x + by - 0.75} y="-0.75" width="1.5" height="1.5" />
      ))}
    </>
  );
}
