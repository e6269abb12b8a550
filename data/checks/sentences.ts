import { coverageOf, gapOf } from '../coverage.ts';
import type { Problem } from '../problem.ts';
import { sayOf, sourceFile } from './say.ts';
import type { Check } from './say.ts';

/** The sentences of a source stand in order within it, and each carries a claim or says why it carries none. */
export const sentencesAreCovered: Check = ({ sources, claims }) =>
  sources.flatMap((source) => {
    const say = sayOf(sourceFile(source.id), source.id);
    let covered = 0;
    return coverageOf(source, claims).flatMap((sentence) => {
      const { start, end } = sentence;
      const place = `the sentence at ${start}–${end}`;
      const found: Problem[] = [];
      if (start >= end) found.push(say(`${place} ends before it starts`, 'Correct its offsets.'));
      if (end > source.length) found.push(say(`${place} lies outside the source`, `Keep it within ${source.length}.`));
      if (start < covered)
        found.push(say(`${place} overlaps an earlier one or stands out of order`, 'Sort and part the sentences.'));
      covered = Math.max(covered, end);
      const gap = gapOf(sentence);
      if (gap)
        found.push(say(`${place} ${gap}`, 'Make it the evidence of a claim, or say why it carries none, not both.'));
      return found;
    });
  });
