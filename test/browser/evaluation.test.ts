/**
 * The pages of the development evaluation set, where it lies beside the project: visible marks per entity, stage by stage. What is marked is what
 * the matching makes of it, so the pages are held to floors together (`docs/accuracy.md`); that the marks are those of the dossier, and that
 * pages and stages without the affair stay unmarked, is asserted of each.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Family } from '../../scripts/browsers.ts';
import { filesOf, serve, type Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { PLAIN_PAGE, readDossiers } from './extension.ts';
import { act, aWhile, becomes, markedNames, openBrowser, root } from './harness.ts';

interface GoldPage {
  page: string;
  stages: {
    name: string;
    do?: { wait?: true; click?: string; scrollTo?: string };
    ready?: string;
    total: number;
    expect: Record<string, number>;
  }[];
}

const folder = resolve(root, '../shared/eval');
const here = existsSync(folder);
const gold: GoldPage[] = here ? JSON.parse(readFileSync(resolve(folder, 'pages/gold.json'), 'utf8')).pages : [];
/** Only these are annotated in the set. */
const known: string[] = here
  ? JSON.parse(readFileSync(resolve(folder, 'entities.json'), 'utf8')).map(({ id }: { id: string }) => id)
  : [];

const floors = { precision: 0.9, recall: 0.45 };

/** Pages wait more than they work: both browsers go through them at once. */
const families: Family[] = ['chromium', 'firefox'];

describe.skipIf(!here)(`evaluation pages${here ? '' : ` (skipped: ${folder} is not here)`}`, () => {
  let site: Site;
  const browsers = new Map<Family, { session: Session; inside: Tab }>();

  beforeAll(async () => {
    site = await serve(filesOf(resolve(folder, 'pages')));
    for (const family of families) {
      const session = await openBrowser(family, 'e2e');
      browsers.set(family, { session, inside: await session.openExtension(PLAIN_PAGE) });
    }
  });
  afterAll(async () => {
    for (const { session } of browsers.values()) await session.close();
    await site?.close();
  });

  const totals = new Map(families.map((family) => [family, { right: 0, wrong: 0, missed: 0 }]));

  test.each(gold)('$page', async (page) => {
    await Promise.all(families.map((family) => walk(page, family)));
  });

  test.each(families)('together they are marked as exactly as the floors ask (%s)', (family) => {
    const { right, wrong, missed } = totals.get(family)!;
    const [precision, recall] = [right / (right + wrong), right / (right + missed)];
    console.log(
      `${family}  evaluation pages: precision ${(100 * precision).toFixed(1)} %, recall ${(100 * recall).toFixed(1)} %`,
    );
    expect(precision).toBeGreaterThanOrEqual(floors.precision);
    expect(recall).toBeGreaterThanOrEqual(floors.recall);
  });

  /** Goes through the stages of a page, and counts what is marked at each. */
  async function walk({ page, stages }: GoldPage, family: Family): Promise<void> {
    const { session, inside } = browsers.get(family)!;
    const total = totals.get(family)!;
    const address = `${site.origin}/${page}`;
    const tab = await session.open(`${address}?delay=8000`);
    onTestFinished(() => tab.close());
    for (const { name, do: step, ready, expect: wanted } of stages) {
      const what = `${family}, ${name}`;
      if (step) await act(tab, step);
      if (ready)
        await becomes(
          () => tab.evaluate((selector) => document.querySelector(selector) !== null, ready),
          true,
          `${what}: ready`,
        );
      const found = await settled(async () => countsOf(await readDossiers(inside, address)), wanted);
      for (const entity of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
        const [want, have] = [wanted[entity] ?? 0, found[entity] ?? 0];
        total.right += Math.min(want, have);
        total.wrong += Math.max(0, have - want);
        total.missed += Math.max(0, want - have);
        if (want !== have) console.log(`${family}  ${page}, ${name}: ${entity} ${have} instead of ${want}`);
      }
      if (Object.keys(wanted).length === 0) expect(found, `${what}: nothing is marked`).toEqual({});
      // The dossier is told at most a few times a second
      await becomes(
        async () => (await markedNames(tab)).length - (await readDossiers(inside, address)).length,
        0,
        `${what}: marks and dossier`,
      );
    }
  }
});

function countsOf(mentions: { entity: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { entity } of mentions) if (known.includes(entity)) counts[entity] = (counts[entity] ?? 0) + 1;
  return counts;
}

/** Of a long page on a busy machine nothing is found for a while. */
const mostLooksInVain = 30;

/** What is found once it is what is wanted, or has not changed for a while. */
async function settled(
  read: () => Promise<Record<string, number>>,
  wanted: Record<string, number>,
): Promise<Record<string, number>> {
  let found = await read();
  const isAwaited = Object.keys(wanted).length > 0;
  for (let unchanged = 0, looks = 0; unchanged < 4; looks++) {
    if (isAwaited && JSON.stringify(sorted(found)) === JSON.stringify(sorted(wanted))) break;
    await aWhile();
    const now = await read();
    const isInVain = isAwaited && Object.keys(now).length === 0 && looks < mostLooksInVain;
    unchanged = !isInVain && JSON.stringify(now) === JSON.stringify(found) ? unchanged + 1 : 0;
    found = now;
  }
  return found;
}

const sorted = (counts: Record<string, number>): [string, number][] =>
  Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1));
