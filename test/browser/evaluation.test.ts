/** The pages of the development evaluation set, where it lies beside the project: visible marks per entity, stage by stage. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { filesOf, serve, type Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { readDossiers } from './extension.ts';
import { act, aWhile, becomes, inBothBrowsers, markedNames, openBrowser, root } from './harness.ts';

interface GoldPage {
  page: string;
  stages: { name: string; do?: { wait?: true; click?: string; scrollTo?: string }; ready?: string; total: number; expect: Record<string, number> }[];
}

const folder = resolve(root, '../shared/eval');
const here = existsSync(folder);
const gold: GoldPage[] = here ? JSON.parse(readFileSync(resolve(folder, 'pages/gold.json'), 'utf8')).pages : [];
/** Only these are annotated in the set. */
const known: string[] = here ? JSON.parse(readFileSync(resolve(folder, 'entities.json'), 'utf8')).map(({ id }: { id: string }) => id) : [];

describe.skipIf(!here)(`evaluation pages${here ? '' : ` (skipped: ${folder} is not here)`}`, () => {
  inBothBrowsers('evaluation pages', (family) => {
    let site: Site;
    let session: Session;
    let inside: Tab;

    beforeAll(async () => {
      site = await serve(filesOf(resolve(folder, 'pages')));
      session = await openBrowser(family, 'e2e');
      inside = await session.openExtension('popup.html');
    });
    afterAll(async () => {
      await Promise.all([session?.close(), site?.close()]);
    });

    test.each(gold)('$page', async ({ page, stages }) => {
      const tab = await session.open(`${site.origin}/${page}?delay=5000`);
      onTestFinished(() => tab.close());
      for (const { name, do: step, ready, total, expect: counts } of stages) {
        if (step) await act(tab, step);
        if (ready) await becomes(() => tab.evaluate((selector) => document.querySelector(selector) !== null, ready), true, `${name}: ready`);
        if (Object.keys(counts).length === 0) await aWhile();
        await becomes(async () => countsOf(await readDossiers(inside, `${site.origin}/${page}`)), counts, name);
        const dossier = await readDossiers(inside, `${site.origin}/${page}`);
        expect(await markedNames(tab), `${name}: marks and dossier`).toHaveLength(total === 0 ? 0 : dossier.length);
      }
    });
  });
});

function countsOf(mentions: { entity: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { entity } of mentions) if (known.includes(entity)) counts[entity] = (counts[entity] ?? 0) + 1;
  return counts;
}
