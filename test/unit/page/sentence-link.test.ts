import { expect, test } from 'vitest';
import { sentenceLink } from '../../../page/sentence-link.ts';

test('a short sentence stands in the link as a whole, with nothing in it that means something there', () => {
  expect(sentenceLink('https://news.example/a?b=1#top', 'NSO – so-called, “asked” & answered.')).toBe(
    'https://news.example/a?b=1#:~:text=NSO%20%E2%80%93%20so%2Dcalled%2C%20%E2%80%9Casked%E2%80%9D%20%26%20answered.',
  );
});

test('a long one by its first and its last words', () => {
  const words = Array.from({ length: 20 }, (_, at) => `w${at}`);
  expect(sentenceLink('https://news.example/', words.join('\n  '))).toBe(
    'https://news.example/#:~:text=w0%20w1%20w2%20w3%20w4%20w5,w14%20w15%20w16%20w17%20w18%20w19',
  );
});
