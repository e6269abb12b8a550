import { describe, expect, test } from 'vitest';
import { Window } from 'happy-dom';
import { dossierDocument } from '../../../presentation/dossier-document.ts';
import type { Dossier } from '../../../presentation/dossier.ts';
import { facts } from '../../fixtures/facts.ts';

const SENTENCE = '<img src=x onerror=alert(1)> *The dam* is | [unsafe](javascript:1)';
const mention = (entity: string, doubtful = false) => ({
  entity,
  text: entity,
  before: '',
  after: '',
  confidence: 1,
  doubtful,
  place: 0,
});
const dossier: Dossier = {
  mentions: [mention('zoe-muller'), mention('dam-works', true), mention('zoe-muller')],
  matches: [
    { claim: 'safe', stance: 'disputes', sentence: SENTENCE, confidence: 1, place: 3 },
    { claim: 'unknown', stance: 'restates', sentence: 'nothing', confidence: 1, place: 4 },
  ],
};

/** What a reader sees of the file. */
function read(html: string) {
  const { document } = new Window();
  document.write(html);
  const all = (selector: string) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
  return { document, all };
}

describe('a page’s dossier as a file', () => {
  test('says what the page names, what it disputes, and what stands beside it', () => {
    const { all } = read(dossierDocument([{ dossier }], facts, 'en').html);
    expect(all('ul:first-of-type li').slice(0, 2)).toEqual([
      'Zoé Müller · Person · 2 times',
      'Dam Works (doubtful) · Organisation · 1 time',
    ]);
    expect(all('blockquote')).toEqual([SENTENCE]);
    expect(all('article > p')).toEqual(['The dam is safe', 'Dam Works · denial · 2 May 2019 · Gazette, 1 Jun 2020']);
    expect(all('.beside p')).toContain('The dam shows cracks');
    expect(all('.beside p')).toContain('Why cracks');
  });

  test('names the site of what a frame says, and not the page’s own', () => {
    const held = [{ dossier }, { origin: 'xn--zrich-kva.example', dossier }];
    const { html, markdown } = dossierDocument(held, facts, 'en', { title: 'News', url: 'https://news.example/' });
    const { all } = read(html);
    expect(all('ul:first-of-type li').slice(0, 3)).toEqual([
      'Zoé Müller · Person · 2 times',
      'Dam Works (doubtful) · Organisation · 1 time',
      'Zoé Müller · Person · 2 times · in a frame from zürich.example',
    ]);
    expect(all('blockquote + .line')).toEqual(['in a frame from zürich.example']);
    expect(all('blockquote')).toHaveLength(2);
    expect(markdown.match(/in a frame from zürich\.example/g)).toHaveLength(3);
  });

  test('stands alone and takes no markup or script from the page', () => {
    const { html } = dossierDocument([{ dossier }], facts, 'en', {
      title: '<b>News</b>',
      url: 'data:text/html,<script>1</script>',
    });
    const { document, all } = read(html);
    expect(all('script, img, link, iframe, [src], [onerror], article a')).toEqual([]);
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([]);
    expect(html).toContain("default-src 'none'");
    expect(all('body > p')[0]).toBe('<b>News</b>');
  });

  test('as Markdown says the same, with the page’s signs escaped', () => {
    const { markdown } = dossierDocument([{ dossier }], facts, 'en', {
      title: 'News [1]',
      url: 'https://news.example/a b',
    });
    expect(markdown).toMatch(
      /^# What this page says about the Pegasus affair\n\n\[News \\\[1\\\]\]\(<https:\/\/news\.example\/a%20b>\)\n/,
    );
    expect(markdown).toContain(String.raw`> \<img src=x onerror=alert(1)\> \*The dam\* is \| \[unsafe\](javascript:1)`);
    expect(markdown).toContain('> The dam shows cracks');
    expect(markdown).not.toContain('nothing');
  });

  test.each(['en', 'fr', 'de'] as const)('is in %s throughout', (language) => {
    const { html, markdown } = dossierDocument([{ dossier }], facts, language);
    expect(html).toContain(`<html lang="${language}">`);
    expect(markdown).toContain(facts.claims[0]!.statement[language]);
  });

  test('of a page without the affair says so', () => {
    const { html, markdown } = dossierDocument([{ dossier: { mentions: [], matches: [] } }], facts, 'en');
    expect(read(html).all('h2')).toEqual([]);
    expect(markdown).toContain('mentions nothing');
  });
});
