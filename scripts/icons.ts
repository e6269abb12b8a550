/** Draws `public/icons/SIZE.png` from `public/icons/bridle.svg`. To be run after a change of the drawing: `node scripts/icons.ts`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { bothBrowsers } from './browsers.ts';

const SIZES_PX = [16, 32, 48, 96, 128];

const folder = resolve(import.meta.dirname, '../public/icons');
const svg = readFileSync(join(folder, 'bridle.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: bothBrowsers().chromium.path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const page = await browser.newPage();
for (const size of SIZES_PX) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`);
  await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true });
}
await browser.close();
