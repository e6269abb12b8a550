/** The texts and pictures for the stores: within their limits, in three languages, and true of the version at hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../data/languages.ts';
import { readListing } from '../../scripts/listing.ts';

const root = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

describe.each(LANGUAGES)('the listing in %s', (language) => {
  const listing = readListing(language);

  test('keeps to the limits of the three stores', () => {
    expect(listing.Name.length, 'name').toBeLessThanOrEqual(45);
    expect(listing.Summary.length, 'summary').toBeLessThanOrEqual(132);
    expect(listing.Description.length, 'description').toBeGreaterThanOrEqual(250);
    expect(listing.Description.length, 'description').toBeLessThanOrEqual(10_000);
    expect(listing['What is new'].length, 'what is new').toBeLessThanOrEqual(3_000);
    expect(listing['Single purpose'].length, 'single purpose').toBeLessThanOrEqual(1_000);
  });

  test('is plain text: the stores show marks of Markdown as they are', () => {
    for (const [section, text] of Object.entries(listing))
      expect(text, section).not.toMatch(/\*\*|__|\]\(|`|^#|<[a-z]/m);
  });

  test('has the name and the summary of the manifest, which Chrome and Edge take from there', () => {
    const messages = JSON.parse(readFileSync(join(root, `public/_locales/${language}/messages.json`), 'utf8'));
    expect([listing.Name, listing.Summary]).toEqual([
      messages.manifest_name.message,
      messages.manifest_description.message,
    ]);
  });

  test('speaks of the version at hand', () => expect(listing['What is new']).toContain(` ${version} `));

  test('says as much as in the other languages', () => {
    const shape = (text: string) =>
      text
        .split('\n')
        .map((line) =>
          line === '' ? '' : line.startsWith('•') ? '•' : line === line.toUpperCase() ? 'HEADING' : 'text',
        );
    for (const section of ['Description', 'Privacy'] as const)
      expect(shape(listing[section]), section).toEqual(shape(readListing('en')[section]));
  });
});

test.each(['chrome', 'firefox'])(
  'each permission of the build for %s has a reason that fits the field of the store',
  (browser) => {
    const manifest = JSON.parse(readFileSync(join(root, `.output/${browser}-mv3/manifest.json`), 'utf8'));
    const reasons = readFileSync(join(root, 'docs/permissions.md'), 'utf8');
    const permissions: string[] = [...manifest.permissions, ...manifest.optional_host_permissions];
    expect(permissions.length).toBeGreaterThan(3);
    for (const permission of permissions) {
      const [, reason = ''] = reasons.split(`\n### \`${permission}\`\n\n`);
      const [paragraph = ''] = reason.split('\n\n');
      expect(paragraph.length, permission).toBeGreaterThan(40);
      expect(paragraph.length, permission).toBeLessThanOrEqual(1_000);
    }
  },
);

describe('the pictures', () => {
  const folder = join(root, 'docs/store/pictures');
  const SIZES: Record<string, string> = {
    '1-card': '1280×800',
    '2-search': '1280×800',
    '3-panel': '1280×800',
    '4-map': '1280×800',
    tile: '440×280',
    marquee: '1400×560',
  };

  test('are there in each language, and no others', () => {
    const wanted = LANGUAGES.flatMap((language) => Object.keys(SIZES).map((what) => `${language}-${what}.png`));
    expect(readdirSync(folder).toSorted()).toEqual(wanted.toSorted());
  });

  test.each(readdirSync(folder))('%s has the exact size, is opaque, and is lean', (name) => {
    const png = readFileSync(join(folder, name));
    const what = name.replace(/^..-|\.png$/g, '');
    expect(`${png.readUInt32BE(16)}×${png.readUInt32BE(20)}`).toBe(SIZES[what]);
    // 24 bits without transparency: Chrome's store takes no others.
    expect([png[24], png[25]]).toEqual([8, 2]);
    expect(png.length).toBeLessThan(250_000);
  });
});
