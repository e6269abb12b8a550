/**
 * `npm run screenshots [-- WORD…]`: every surface in light and dark, in three languages, wide and narrow, in Chromium, and the main ones in
 * Firefox, into `.output/screenshots`, with a page that shows them all. A word (`firefox`, `de`, `dark`, `narrow`) keeps those to which it applies.
 * What README and docs show goes to `docs/screenshots`.
 */
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LANGUAGES, type Language } from '../data/languages.ts';
import { build } from 'wxt';
import { gallery, type Width } from './gallery.ts';
import type { Scheme } from './session.ts';
import { openStage } from './stage.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, '.output/screenshots');

/** What the documentation shows, by its name there. */
const SHOWN: Record<string, string> = {
  'card-light': 'chromium-en-light-wide/card',
  'card-dark': 'chromium-en-dark-wide/card',
  'card-narrow': 'chromium-en-light-narrow/card',
  contradiction: 'chromium-en-light-wide/card-claim',
  'popup-searching': 'chromium-en-light-wide/popup-searching',
  timeline: 'chromium-en-light-wide/explorer-timeline',
};

const words = process.argv.slice(2);
const taken: string[] = [];

rmSync(folder, { recursive: true, force: true });
for (const family of ['chromium', 'firefox'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    const rounds = LANGUAGES.flatMap((language) =>
      (['wide', 'narrow'] as const).map((width) => ({ language, width })),
    ).filter(({ language, width }) =>
      words.every((word) => [family, scheme, language, width].some((part) => part === word)),
    );
    if (rounds.length === 0) continue;
    await build({ root, browser: family === 'firefox' ? 'firefox' : 'chrome', mode: 'e2e' });
    await takeAll(family, scheme, rounds);
  }
}
writeFileSync(join(folder, 'index.html'), contactSheet(taken));
console.log(`${taken.length} pictures in .output/screenshots, all on its index.html`);
for (const [name, from] of Object.entries(SHOWN)) {
  const picture = join(folder, `${from}.png`);
  if (existsSync(picture)) copyFileSync(picture, join(root, `docs/screenshots/${name}.png`));
}

async function takeAll(
  family: 'chromium' | 'firefox',
  scheme: Scheme,
  rounds: { language: Language; width: Width }[],
): Promise<void> {
  const stage = await openStage(family, scheme);
  try {
    for (const { language, width } of rounds) {
      const round = `${family}-${language}-${scheme}-${width}`;
      mkdirSync(join(folder, round), { recursive: true });
      await stage.speak(language);
      for await (const { name, tab, clip } of gallery(stage, width, family === 'firefox')) {
        await tab.front();
        writeFileSync(join(folder, round, `${name}.png`), await tab.screenshot(clip));
        taken.push(`${round}/${name}`);
      }
      console.log(round);
    }
  } finally {
    await stage.close();
  }
}

/** All pictures on one page, those of the same surface beside each other. */
function contactSheet(pictures: string[]): string {
  const surfaces = Map.groupBy(pictures, (picture) => picture.split('/')[1]!);
  const rows = [...surfaces].map(
    ([surface, all]) =>
      `<h2>${surface}</h2><div>${all
        .map(
          (picture) =>
            `<figure><img loading="lazy" src="${picture}.png" alt=""><figcaption>${picture.split('/')[0]}</figcaption></figure>`,
        )
        .join('')}</div>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Bridle: all surfaces</title>
<style>body{font:13px system-ui;background:#999}div{display:flex;gap:16px;overflow-x:auto}figure{margin:0}img{max-height:640px}</style>${rows.join('\n')}`;
}
