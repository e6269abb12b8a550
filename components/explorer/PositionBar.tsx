import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';

interface Props {
  source: string;
  spans: { start: number; end: number }[];
}

/** A source as a line from its first to its last character, with the spans drawn where they lie. */
export function PositionBar({ source, spans }: Props) {
  const { t } = useWords();
  const { documents } = useDesk();
  const length = documents[source]?.length;
  if (!length || spans.length === 0) return null;
  const share = (offset: number) => Math.round((offset / length) * 100);
  const starts = spans.map(({ start }) => start);
  const ends = spans.map(({ end }) => end);
  const label = t('explorer_position', {
    n: spans.length,
    from: share(Math.min(...starts)),
    to: share(Math.max(...ends)),
  });
  return (
    <svg class="position" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="whole" width="1000" height="10" rx="2" />
      {spans.map(({ start, end }, at) => (
        <rect
          key={at}
          class="span"
          x={(start / length) * 1000}
          width={Math.max(((end - start) / length) * 1000, 3)}
          height="10"
        />
      ))}
    </svg>
  );
}
