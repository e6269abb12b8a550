import { describe, expect, it, vi } from 'vitest';
import { annotateText, portionLength, type AnnotatedText, type Asked } from '../../../cli/annotate/annotate-text.ts';
import type { Format } from '../../../cli/annotate/format.ts';
import { readHtmlBlocks } from '../../../cli/annotate/html-blocks.ts';
import { jsonl } from '../../../cli/annotate/jsonl.ts';
import { page } from '../../../cli/annotate/page.ts';
import { readTextBlocks } from '../../../cli/annotate/text-blocks.ts';
import { webAnnotation } from '../../../cli/annotate/web-annotation.ts';
import { parseHTML } from 'linkedom';
import { compileFacts, readFactBase } from '../../../data/compile.ts';
import { LANGUAGES } from '../../../data/languages.ts';
import type { Annotation, Engine } from '../../../matching/model.ts';

const facts = compileFacts(readFactBase());
/** A claim that another contradicts. */
const relation = facts.relations.find(({ kind }) => kind === 'contradicts')!;
const [first, second] = relation.claims.map((id) => facts.claims.find((claim) => claim.id === id)!) as [
  (typeof facts.claims)[number],
  (typeof facts.claims)[number],
];

/** Finds the words NSO and Pegasus, and takes each block with "nine" in it for the claim. */
const engine: Engine = {
  scan: (text) => ({ text }),
  *link(blocks) {
    yield;
    return blocks.map(annotate);
  },
};

function annotate({ text }: { text: string }): Annotation {
  return {
    mentions: [...text.matchAll(/NSO|Pegasus/g)].map(({ 0: name, index }) => ({
      start: index,
      end: index + name.length,
      text: name,
      entity: name === 'NSO' ? 'nso-group' : 'pegasus',
      alias: name,
      distance: 0,
      cues: ['spyware'],
      confidence: 0.9,
      doubtful: name === 'Pegasus',
    })),
    matches: text.includes('nine')
      ? [
          {
            start: 0,
            end: text.length,
            text,
            claim: first.id,
            stance: 'restates',
            confidence: 0.8,
            stanceConfidence: 0.9,
          },
        ]
      : [],
  };
}

const TEXT = 'A word before.\nNSO has nine of them.\n<b>Pegasus & "NSO"</b><script>alert(1)</script>';
const read = (text = TEXT, name = 'story.txt') => annotateText(name, readTextBlocks(text), engine);
const print = (format: Format, ...texts: AnnotatedText[]) =>
  [format.open(), ...texts.flatMap((text) => [...format.document(text)]), format.close()].join('');

it.each([
  ['jsonl', jsonl({ severalFiles: true })],
  ['webannotation', webAnnotation({ facts, language: 'en' })],
  ['html', page({ facts, language: 'en' })],
])('%s holds no control or direction sign as such', (_, format) => {
  const printedText = print(format, read('NSO \u202Ehas\u2066 nine\u009B of\u{E0041} them.', 'a\u202Eb\u001B[31m.txt'));
  expect(printedText).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
});

it('prints what was found before it reads on: a long text is weighed in portions', () => {
  let scanned = 0;
  const counting: Engine = { ...engine, scan: (text) => ((scanned += text.length), engine.scan(text)) };
  const text = 'NSO has nine of them.\n'.repeat(200_000);
  const parts = jsonl({ severalFiles: false }).document(annotateText('a.txt', readTextBlocks(text), counting));
  const [first] = parts;
  expect(JSON.parse(first!)).toMatchObject({ start: 0 });
  expect(scanned).toBeLessThan(text.length / 3);
});

it('looks for names in all of a text, for statements as far as is said, and says so once', () => {
  const asked: boolean[] = [];
  const counting: Engine = {
    ...engine,
    link: (blocks, withClaims = true) => (asked.push(withClaims), engine.link(blocks)),
  };
  const onNamesAlone = vi.fn();
  const text = 'NSO has nine of them.\n'.repeat(250_000);
  const { blocks } = annotateText('a.txt', readTextBlocks(text), counting, { onNamesAlone });
  expect([...blocks].flatMap(({ finds }) => finds).at(-1)!.end).toBeGreaterThan(portionLength);
  expect(asked).toEqual([true, false, false, false, false, false]);
  expect(onNamesAlone).toHaveBeenCalledTimes(1);
});

describe('jsonl', () => {
  it('prints the sentence before the names within it', () => {
    const lines = print(jsonl({ severalFiles: false }), read())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines.slice(0, 2)).toEqual([
      {
        type: 'claim',
        start: 15,
        end: 36,
        text: 'NSO has nine of them.',
        claim: first.id,
        stance: 'restates',
        confidence: 0.8,
        stanceConfidence: 0.9,
      },
      {
        type: 'mention',
        start: 15,
        end: 18,
        text: 'NSO',
        entity: 'nso-group',
        confidence: 0.9,
        alias: 'NSO',
        distance: 0,
        cues: ['spyware'],
        doubtful: false,
      },
    ]);
  });
});

describe('statements to which a sentence is only related', () => {
  const unsure: Engine = {
    scan: (text) => ({ text }),
    *link(blocks) {
      yield;
      return blocks.map(({ text }) => ({
        mentions: [],
        matches: [
          { start: 0, end: 3, text, claim: first.id, stance: 'related', confidence: 0.6, stanceConfidence: 0.5 },
        ],
      }));
    },
  };
  const findsOf = (asked: Asked = {}) =>
    [...annotateText('story.txt', readTextBlocks('NSO.'), unsure, asked).blocks].flatMap(({ finds }) => finds);

  it('are printed only where they are asked for', () => {
    expect(findsOf()).toEqual([]);
    expect(findsOf({ withRelated: true })).toMatchObject([{ claim: first.id, stance: 'related' }]);
  });
});

describe('webannotation', () => {
  const collection = (...texts: AnnotatedText[]) =>
    JSON.parse(print(webAnnotation({ facts, language: 'fr' }), ...texts)) as {
      '@context': unknown[];
      type: string;
      id: string;
      total: number;
      first: { type: string; partOf: string; items: Record<string, unknown>[] };
    };

  it('is one collection with one page', () => {
    const {
      '@context': context,
      type,
      id,
      total,
      first: { type: pageType, partOf, items },
    } = collection(read(), read('NSO', 'dir é/b.txt'));
    expect(context[0]).toBe('http://www.w3.org/ns/anno.jsonld');
    expect({ type, pageType, total, partOf }).toEqual({
      type: 'AnnotationCollection',
      pageType: 'AnnotationPage',
      total: 5,
      partOf: id,
    });
    expect(items).toHaveLength(5);
    expect(new Set(items.map((item) => item.id)).size).toBe(5);
    expect(items[4]!.target).toMatchObject({ source: 'dir%20%C3%A9/b.txt' });
  });

  it('identifies an entity by position and by its words', () => {
    expect(collection(read()).first.items[1]).toMatchObject({
      type: 'Annotation',
      motivation: 'identifying',
      body: {
        type: 'SpecificResource',
        purpose: 'identifying',
        source: { id: 'urn:bridle:entity:nso-group', label: 'NSO Group' },
      },
      target: {
        source: 'story.txt',
        selector: [
          { type: 'TextPositionSelector', start: 15, end: 18 },
          {
            type: 'TextQuoteSelector',
            exact: 'NSO',
            prefix: 'A word before.\n',
            suffix: ' has nine of them.\n<b>Pegasus & ',
          },
        ],
      },
    });
  });

  it('links a sentence to the claim, and says the claim in the language that was asked for', () => {
    expect(collection(read()).first.items[0]).toMatchObject({
      motivation: ['linking', 'commenting'],
      body: [
        { purpose: 'linking', source: { id: `urn:bridle:claim:${first.id}` }, stance: 'restates' },
        {
          type: 'TextualBody',
          purpose: 'commenting',
          value: expect.stringMatching(/^NSO Group, .*2021.*: /),
          language: 'fr',
        },
      ],
    });
  });

  it('prints the same again', () => {
    expect(collection(read())).toEqual(collection(read()));
  });

  it('is a collection also where nothing was found', () => {
    expect(collection(read('Nothing.'))).toMatchObject({ total: 0, first: { items: [] } });
  });
});

describe('html', () => {
  const printed = (...texts: AnnotatedText[]) => print(page({ facts, language: 'en' }), ...texts);

  it('shows the text as it was written, and none of its markup takes effect', () => {
    const markup = printed(read(undefined, '<img src=x>.txt'));
    const { document } = parseHTML(markup);
    const rows = [...document.querySelectorAll('.row > p')].map((row) => row.textContent?.replace(/[?※]/g, ''));
    expect(rows).toEqual(TEXT.split('\n'));
    expect(document.querySelectorAll('script, img, b b')).toHaveLength(0);
    expect(document.querySelector('.file')!.textContent).toBe('<img src=x>.txt');
  });

  it('asks for nothing from anywhere, and says so in its policy', () => {
    const markup = printed(read(), read('<p>NSO</p>'));
    const { document } = parseHTML(markup);
    expect(document.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute('content')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect([...document.querySelectorAll('[href]')].every((link) => link.getAttribute('href')!.startsWith('#'))).toBe(
      true,
    );
    expect(
      document.querySelectorAll(
        'link, script, iframe, object, embed, form, base, [src], [srcset], [style], [action], [onload], [onclick]',
      ),
    ).toHaveLength(0);
    expect(document.querySelector('style')!.textContent).not.toMatch(/url\(|@import|@font-face/);
  });

  it('links each mark to a card, and each card back', () => {
    const { document } = parseHTML(printed(read(), read('Later: NSO.', 'later.txt')));
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of document.querySelectorAll('a[href]')) expect(ids).toContain(link.getAttribute('href')!.slice(1));
    const back = [...document.querySelectorAll('#entity-nso-group footer a')].map((link) =>
      document.getElementById(link.getAttribute('href')!.slice(1))!,
    );
    expect(back.map((mark) => mark.textContent)).toEqual(['NSO', 'NSO', 'NSO']);
  });

  it.each(LANGUAGES)(
    'tells a matched claim with its speaker and source, and what contradicts it with the reason, in %s',
    (language) => {
      const { document } = parseHTML(print(page({ facts, language }), read()));
      expect(document.documentElement.lang).toBe(language);
      const card = document.querySelector(`#match-restates-${first.id}`)!.textContent;
      for (const claim of [first, second]) {
        const claimant = facts.entities.find(({ id }) => id === claim.claimant)!;
        const source = facts.sources.find(({ id }) => id === claim.recordedBy[0])!;
        for (const words of [claim.statement[language], claimant.name[language], source.publisher.name])
          expect(card).toContain(words);
      }
      expect(card).toContain(relation.reason[language]);
      expect(document.querySelector('.row aside .match')!.textContent).toContain(second.statement[language]);
    },
  );

  it('says of a doubtful match that it is one, and why', () => {
    const { document } = parseHTML(printed(read('Pegasus')));
    const aside = document.querySelector('.row aside')!.textContent;
    expect(aside).toContain('This may mean someone or something else.');
    expect(aside).toContain('spyware');
  });

  it('has a card for everything that the fact base knows', () => {
    const all = facts.entities.map(({ id }) => id);
    const finds = all.map((entity) => ({
      type: 'mention' as const,
      start: 0,
      end: 1,
      text: 'x',
      entity,
      alias: 'x',
      distance: 0,
      cues: [],
      confidence: 1,
      doubtful: false,
    }));
    const { document } = parseHTML(
      printed({ name: 'a', text: 'x', blocks: [{ start: 0, text: 'x', role: 'paragraph', finds }] }),
    );
    const text = document.body.textContent;
    for (const claim of facts.claims) expect(text).toContain(claim.statement.en);
    for (const { reason } of facts.relations) expect(text).toContain(reason.en);
  });

  it('keeps headings, lists and language of a page', () => {
    const annotated = annotateText(
      'a.html',
      readHtmlBlocks('<html lang="de"><h2>Neu</h2><ul><li>NSO</ul></html>', 'html'),
      engine,
    );
    const { document } = parseHTML(printed(annotated));
    expect(document.querySelector('[lang=de] .row.heading')!.textContent).toContain('Neu');
    expect(document.querySelector('.row.item')!.textContent).toContain('NSO');
  });
});
