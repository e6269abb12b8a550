/** Which marks are in view, told as the page is scrolled and as marks come and go. Nobody looks while nobody listens. */
import { placeOf } from './mark.ts';
import type { Mark, Marks } from './marks.ts';
import type { PageReader } from './page-reader.ts';
import type { Painter } from './painter.ts';
import { viewOf } from './view.ts';

export interface InView {
  /** Tells the places in view, now and each time that they have changed. */
  watch(tell: (places: number[]) => void, signal: AbortSignal): void;
  /** Marks have changed. */
  nudge(): void;
}

const everyMs = 150;

export function createInView(page: { reader: PageReader; painter: Painter; marks: Marks }): InView {
  const listening = new Set<() => void>();
  return {
    watch(tell, signal) {
      let told: string | null = null;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const later = () => {
        timer ??= setTimeout(() => {
          timer = undefined;
          const places = placesInView(page);
          if (places.join() === told) return;
          told = places.join();
          tell(places);
        }, everyMs);
      };
      for (const type of ['scroll', 'resize'])
        globalThis.addEventListener(type, later, { capture: true, passive: true, signal });
      listening.add(later);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        listening.delete(later);
      });
      later();
    },
    nudge() {
      for (const look of listening) look();
    },
  };
}

function placesInView({ reader, painter, marks }: Parameters<typeof createInView>[0]): number[] {
  const blocks = reader.blocks();
  const { from, to } = viewOf(blocks);
  const isInView = (mark: Mark) =>
    marks.rects(mark).some(({ top, bottom }) => bottom > 0 && top < globalThis.innerHeight);
  return blocks.slice(from, to).flatMap((block) => painter.marksOf(block).filter(isInView).map(placeOf));
}
