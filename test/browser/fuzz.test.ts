/**
 * Random documents that change at random while they are read, in both browsers: whatever the page did, marks and dossier end up as a
 * reading from scratch makes them, the page's markup is its own, and after the end nothing is left.
 * `FUZZ_RUNS` documents each (default 500), `FUZZ_SEED` others; with `FUZZ_PATH` too, as a failure prints it, that one again.
 */
import { readFileSync } from 'node:fs';
import { env } from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptKnowledgeFile } from '../../cli/kept-knowledge.ts';
import { KNOWLEDGE_FILE } from '../../matching/claims/knowledge-file.ts';
import { serve, type Page, type Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { bundleFuzz } from './fuzz/bundle.ts';
import type { FuzzReport } from './fuzz/in-page.ts';
import { inBothBrowsers, openBrowser } from './harness.ts';

const runs = Number(env.FUZZ_RUNS ?? 500);
const seed = Number(env.FUZZ_SEED ?? 1);
/** So many documents, then the driver is asked for an answer: it does not wait for ever. */
const chunk = 250;

inBothBrowsers('random documents', (family) => {
  let site: Site;
  let session: Session;
  let tab: Tab;

  beforeAll(async () => {
    const code = await bundleFuzz();
    const files: Record<string, Page> = {
      '/': { body: '<!doctype html><html lang="en"><head><script src="fuzz.js"></script></head><body></body></html>' },
      '/fuzz.js': { body: code, headers: { 'content-type': 'text/javascript; charset=utf-8' } },
      [`/${KNOWLEDGE_FILE}`]: {
        body: readFileSync(keptKnowledgeFile()),
        headers: { 'content-type': 'application/octet-stream' },
      },
    };
    site = await serve(async (path) => files[path] ?? null);
    session = await openBrowser(family, null);
    tab = await session.open(`${site.origin}/`);
  });
  afterAll(async () => {
    await Promise.all([session?.close(), site?.close()]);
  });

  test(
    `marks follow the page through every change (seed ${seed})`,
    async () => {
      let done = 0;
      let marks = 0;
      while (done < runs) {
        const report: FuzzReport = await tab.evaluate((given) => fuzz(given), {
          seed: seed + done,
          runs: Math.min(chunk, runs - done),
          ...(env.FUZZ_PATH && { path: env.FUZZ_PATH }),
        });
        expect(report.failure).toBe(null);
        done += report.runs;
        marks += report.marks;
      }
      expect(marks, 'there was something to mark').toBeGreaterThan(done);
      console.log(`${family}: ${done} documents from seed ${seed}, ${marks} marks compared`);
    },
    60_000 + runs * 1_000,
  );
});
