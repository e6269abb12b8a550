import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Settings } from '../../platform/settings-values.ts';
import { useWords } from '../words.ts';

export type SampleMarks = Pick<Settings, 'markStyle' | 'density' | 'sentences'>;
export type PaintSample = (sample: HTMLElement, marks: SampleMarks) => void;

interface Props {
  marks: SampleMarks;
  paint: PaintSample;
  children: ComponentChildren;
}

/** Running text with names and sentences, marked as a page would be. A sentence says by `data-match` what there is to it. */
export function Sample({ marks, paint, children }: Props) {
  const { t, language } = useWords();
  const sample = useRef<HTMLDivElement>(null);
  const { markStyle, density, sentences } = marks;
  useEffect(() => paint(sample.current!, { markStyle, density, sentences }), [markStyle, density, sentences, language]);
  return (
    // Texts of the same keys are new nodes in another language, so the paint is put on anew.
    <div class="sample" ref={sample} key={language} role="group" aria-label={t('options_sample')}>
      {children}
    </div>
  );
}
