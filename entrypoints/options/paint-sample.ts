import { createThinning } from '../../page/density.ts';
import { highlightName } from '../../page/marks.ts';
import type { Density, MarkStyle } from '../../platform/settings-values.ts';

const NAMES = /NSO Group|Pegasus/g;
const STYLES: MarkStyle[] = ['dotted', 'solid', 'shaded'];

/** Marks the names in a sample as the page layer would, with the same style sheet. */
export function paintSample(sample: HTMLElement, style: MarkStyle, density: Density): void {
  for (const name of STYLES.map((other) => highlightName('mention', other))) CSS.highlights.delete(name);
  const thinning = createThinning(style === 'none' ? 'none' : density);
  const ranges = [...sample.children].flatMap((holder) => {
    const text = holder.firstChild as Text;
    thinning.enter(holder);
    return thinning
      .thin([...text.data.matchAll(NAMES)].map(spanOf))
      .filter(({ quiet }) => !quiet)
      .map(
        ({ start, end }) =>
          new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end }),
      );
  });
  CSS.highlights.set(highlightName('mention', style), new Highlight(...ranges));
}

function spanOf({ 0: text, index: start }: RegExpExecArray) {
  const entity = text === 'Pegasus' ? 1 : 0;
  return { kind: 'mention' as const, start, end: start + text.length, entity, quiet: false };
}
