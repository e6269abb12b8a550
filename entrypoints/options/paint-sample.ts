import type { PaintSample, SampleMarks } from '../../components/options/Sample.tsx';
import { createThinning } from '../../page/density.ts';
import { highlightName } from '../../page/highlights.ts';
import { MARK_STYLES } from '../../platform/settings-values.ts';

const NAMES = /NSO Group|Pegasus/g;

/** Marks names and sentences in a sample as the page layer would, with the same style sheet. */
export const paintSample: PaintSample = (sample, marks) => {
  for (const style of MARK_STYLES) CSS.highlights.delete(highlightName('mention', style));
  CSS.highlights.set(highlightName('mention', marks.markStyle), new Highlight(...namesIn(sample, marks)));
  for (const kind of ['contested', 'claim'] as const) {
    const isMarked = marks.sentences === 'every' || marks.sentences === kind;
    const ranges = isMarked ? sentencesIn(sample, kind) : [];
    CSS.highlights.set(highlightName(kind, marks.markStyle), new Highlight(...ranges));
  }
};

function namesIn(sample: HTMLElement, { markStyle, density }: SampleMarks): StaticRange[] {
  const thinning = createThinning({ density: markStyle === 'none' ? 'none' : density, sentences: 'none' });
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

function sentencesIn(sample: HTMLElement, kind: 'contested' | 'claim'): StaticRange[] {
  return [...sample.querySelectorAll<HTMLElement>('[data-match]')]
    .filter(({ dataset }) => (dataset.match === 'contested') === (kind === 'contested'))
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
  const subject = text === 'Pegasus' ? 1 : 0;
  return { kind: 'mention' as const, start, end: start + text.length, subject, quiet: false };
}
