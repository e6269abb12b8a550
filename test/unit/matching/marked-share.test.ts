// @vitest-environment happy-dom
/** How much of an ordinary article of the affair is marked. The articles were composed for this, and nothing is tuned on them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { facts } from 'virtual:bridle/facts';
import { marksOf } from '../../../background/found-marks.ts';
import { createSubjects } from '../../../background/subjects.ts';
import { atOnce } from '../../../matching/at-once.ts';
import { createThinning } from '../../../page/density.ts';
import { isSentence } from '../../../platform/exchange.ts';
import { DEFAULT_SETTINGS } from '../../../platform/settings-values.ts';
import { engine } from './engine.ts';

const folder = join(import.meta.dirname, '../../fixtures/articles');
/** Of the sentences of an ordinary article: more would shout. */
const mostMarked = 0.15;

interface Share {
  sentences: number;
  /** Each as it reads. */
  marked: string[];
}

/** A line is a paragraph or, with `#`, a heading. */
function shareOf(article: string): Share {
  const blocks = article.trim().split('\n').map(blockOf);
  const annotations = atOnce(engine.link(blocks.map(({ text }) => engine.scan(text))));
  const subjects = createSubjects(facts);
  const thinning = createThinning(DEFAULT_SETTINGS);
  const marked = blocks.flatMap(({ text, holder }, at) => {
    thinning.enter(holder);
    const spans = marksOf(annotations[at]!, subjects, () => false).map((mark) => ({ ...mark, quiet: false }));
    return thinning
      .thin(spans)
      .filter(({ kind, quiet }) => isSentence(kind) && !quiet)
      .map(({ start, end }) => text.slice(start, end));
  });
  return { sentences: blocks.reduce((sum, { text }) => sum + sentencesIn(text), 0), marked };
}

function blockOf(line: string) {
  const isHeading = line.startsWith('#');
  return { holder: document.createElement(isHeading ? 'h2' : 'p'), text: line.replace(/^#+ /, '') };
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const sentencesIn = (text: string): number => [...segmenter.segment(text)].length;

describe('of an ordinary article of the affair, few sentences are marked', () => {
  const shares = readdirSync(folder).map((file) => ({ file, ...shareOf(readFileSync(join(folder, file), 'utf8')) }));

  test.each(shares)('$file', ({ sentences, marked }) => {
    expect(sentences).toBeGreaterThan(20);
    expect(marked.length / sentences).toBeLessThanOrEqual(mostMarked);
  });

  test('but in most of them something is', () => {
    expect(shares.filter(({ marked }) => marked.length > 0).length).toBeGreaterThanOrEqual(4);
  });
});
