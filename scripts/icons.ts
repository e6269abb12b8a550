/** Draws `public/icons/SIZE.png` from `public/icons/bridle.svg`, and the toolbar's `off-` and `none-` from theirs. To be run after a change of the drawing: `node scripts/icons.ts`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { bothBrowsers } from './browsers.ts';

const DRAWINGS = [
  { drawing: 'bridle.svg', prefix: '', sizesPx: [16, 32, 48, 96, 128] },
  { drawing: 'bridle-off.svg', prefix: 'off-', sizesPx: [16, 32] },
  { drawing: 'bridle-none.svg', prefix: 'none-', sizesPx: [16, 32] },
];

const folder = resolve(import.meta.dirname, '../public/icons');
const browser = await chromium.launch({
  executablePath: bothBrowsers().chromium.path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const { drawing, prefix, sizesPx } of DRAWINGS) {
  const svg = readFileSync(join(folder, drawing), 'utf8');
  for (const size of sizesPx) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
    );
    await page.screenshot({ path: join(folder, `${prefix}${size}.png`), omitBackground: true });
  }
}
await browser.close();
