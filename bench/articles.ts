/** Articles in which no sentence stands twice: of the labelled examples, which the bench's own pages are too small for. */
import { join } from 'node:path';
import { readExamples } from '../data/examples.ts';
import { root } from './browser.ts';

const charactersEach = 12_000;
const FIRST = 'NSO Group sells its spyware Pegasus to states alone, and says that it cannot see whom they watch.';

/** Blocks of text of that many articles, each with texts of all batches. `folder` holds examples. */
export function variedTexts(count: number, folder = 'data/examples'): string[][] {
  const texts = readExamples(join(root, folder)).flatMap(({ passages }) => passages.map(({ text }) => text));
  return Array.from({ length: count }, (_, number) => {
    let written = 0;
    return texts.filter((text, at) => {
      if (at % count !== number || written >= charactersEach) return false;
      written += text.length;
      return true;
    });
  });
}

/** The same as markup; each begins with the affair, of which some of the texts only seem to speak. */
export function variedArticles(count: number): string[] {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return variedTexts(count).map((article) => [FIRST, ...article].map((text) => `<p>${escaped(text)}</p>`).join('\n'));
}
