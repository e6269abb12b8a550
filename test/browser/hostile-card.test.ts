/** A page that knows Bridle's source tries to change, blank, read and copy what a card says. What it can still do is in docs/security.md. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { serve, type Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { cardBox, cardTitle, markOf } from './card.ts';
import { aWhile, becomes, inBothBrowsers, markedNames, openBrowser, root } from './harness.ts';

/** Families that the card names or named, and generic ones, which a page can only name in quotation marks. */
const FAMILIES = [
  'serif',
  'sans-serif',
  'system-ui',
  'monospace',
  'ui-serif',
  'ui-sans-serif',
  '-apple-system',
  'Iowan Old Style',
  'Palatino Linotype',
  'Palatino',
  'Georgia',
  'Liberation Serif',
  'Noto Serif',
  'Segoe UI',
  'Roboto',
  'Noto Sans',
  'DejaVu Sans',
  'Times New Roman',
  'Arial',
];
const TOKENS = [
  ...new Set(readFileSync(resolve(root, 'components/tokens.css'), 'utf8').match(/--[a-z][\w-]*(?=\s*:)/g)),
  '--bridle-max-height',
];
const HOSTILE = `
${FAMILIES.map((name) => `@font-face { font-family: "${name}"; src: url("/font/${encodeURIComponent(name)}"); }`).join('\n')}
${TOKENS.map((name) => `@property ${name} { syntax: "<length>"; inherits: false; initial-value: 0px; }`).join('\n')}
:root { ${TOKENS.map((name) => `${name}: 0px !important;`).join(' ')} user-select: text; }
* { user-select: text !important; -webkit-user-select: text !important; }
bridle-card, bridle-card * { opacity: 0 !important; color: transparent !important; font: 40px fantasy !important; }
::selection { color: transparent; }`;

const page = (css: string) => ({
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>The corridor</title><style>${css}</style>
    <body style="font: 16px/1.5 monospace; margin: 200px 40px"><p>NSO Group sells the spyware Pegasus.</p></body></html>`,
});

inBothBrowsers('a card on a hostile page', (family) => {
  let site: Site;
  let session: Session;

  beforeAll(async () => {
    site = await serve(async (path) => {
      if (path === '/plain') return page('');
      return path === '/hostile' ? page(HOSTILE) : null;
    });
    session = await openBrowser(family, 'e2e', { asForReaders: true });
  });
  afterAll(async () => {
    await Promise.all([session?.close(), site?.close()]);
  });

  async function openCard(path: string): Promise<Tab> {
    const tab = await session.open(site.origin + path, { width: 1000, height: 800 });
    onTestFinished(() => tab.close());
    await becomes(() => markedNames(tab), ['NSOGroup', 'Pegasus'], 'annotated');
    const { x, y } = await markOf(tab, 'NSO Group');
    await tab.move(x, y);
    await becomes(() => tab.evaluate(cardTitle), 'NSO Group', 'the card is open');
    await aWhile();
    return tab;
  }

  test('looks as on any page: no font, no registered property and no rule of the page reaches it', async () => {
    const looks = [];
    for (const path of ['/plain', '/hostile']) looks.push(await (await openCard(path)).evaluate(looksOfCard));
    expect(looks[0]!.length).toBeGreaterThan(10);
    expect(looks[1]).toEqual(looks[0]);
    expect(site.asked.filter((path) => path.startsWith('/font/'))).toEqual([]);
  });

  test('gives no word of it into the page’s selection, by drag or by choosing all', async () => {
    const tab = await openCard('/hostile');
    const box = (await tab.evaluate(cardBox))!;
    await tab.move(box.x + 60, box.y + 40);
    await tab.drag({ x: box.x + 60, y: box.y + 40 }, { x: box.x + box.width - 60, y: box.y + box.height - 30 });
    expect(await tab.evaluate(() => String(getSelection()))).toBe('');
    await tab.evaluate(() => {
      getSelection()!.selectAllChildren(document.documentElement);
    });
    expect(await tab.evaluate(() => String(getSelection()).trim())).toBe('NSO Group sells the spyware Pegasus.');
  });
});

// What follows runs in the page.

/** Of each element of the card with text: what is drawn, how large, in which colour and typeface. */
function looksOfCard(): string[] {
  const host = document.querySelector('bridle-card')!;
  return [...host.shadowRoot!.querySelectorAll<HTMLElement>('.card *')]
    .filter(({ childNodes }) => [...childNodes].some(({ nodeType }) => nodeType === 3))
    .map((element) => {
      const { color, fontFamily, fontSize, opacity, visibility, display } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      return [
        element.className || element.localName,
        color,
        fontFamily,
        fontSize,
        opacity,
        visibility,
        display,
        Math.round(width),
        Math.round(height),
      ].join(' ');
    });
}
