import type { PaintSample, SampleMarks } from '../../components/options/Sample.tsx';
import { createThinning } from '../../page/density.ts';
import { highlightName } from '../../page/marks.ts';
import { MARK_STYLES } from '../../platform/settings-values.ts';

const NAMES = /NSO Group|Pegasus/g;

/** Marks names and sentences in a sample as the page layer would, with the same style sheet. */
export const paintSample: PaintSample = (sample, marks) => {
  for (const style of MARK_STYLES) CSS.highlights.delete(highlightName('mention', style));
  CSS.highlights.set(highlightName('mention', marks.markStyle), new Highlight(...namesIn(sample, marks)));
  CSS.highlights.set(highlightName('claim', marks.markStyle), new Highlight(...sentencesIn(sample, marks)));
};

function namesIn(sample: HTMLElement, { markStyle, density }: SampleMarks): StaticRange[] {
  const thinning = createThinning(markStyle === 'none' ? 'none' : density);
  return [...sample.children].flatMap((holder) => {
    thinning.enter(holder);
    return textsIn(holder).flatMap((text) =>
      thinning
        .thin([...text.data.matchAll(NAMES)].map(spanOf))
        .filter(({ quiet }) => !quiet)
        .map(({ start, end }) => rangeIn(text, start, end)),
    );
  });
}

function sentencesIn(sample: HTMLElement, { sentences }: SampleMarks): StaticRange[] {
  const isMarked = (match: string | undefined) =>
    sentences === 'every' || (sentences === 'contested' && match === 'contested');
  return [...sample.querySelectorAll<HTMLElement>('[data-match]')]
    .filter(({ dataset }) => isMarked(dataset.match))
    .flatMap((sentence) => textsIn(sentence).map((text) => rangeIn(text, 0, text.length)));
}

function textsIn(holder: Element): Text[] {
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

const rangeIn = (text: Text, start: number, end: number): StaticRange =>
  new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end });

function spanOf({ 0: text, index: start }: RegExpExecArray) {
  const entity = text === 'Pegasus' ? 1 : 0;
  return { kind: 'mention' as const, start, end: start + text.length, entity, quiet: false };
}
