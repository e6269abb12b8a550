/** The fixtures' site and a browser with Bridle, for a group of tests. */
import { afterAll, beforeAll } from 'vitest';
import type { Family } from '../../scripts/browsers.ts';
import type { Site } from '../../scripts/serve.ts';
import type { Session } from '../../scripts/session.ts';
import { serveFixtures } from './fixtures.ts';
import { openBrowser, type BrowserOptions, type Build } from './harness.ts';

/** Opened before the first test of the group that calls this, and closed after the last; not there before. */
export function openFixtures(
  family: Family,
  build: Build = 'e2e',
  options: BrowserOptions = {},
): { site: Site; session: Session } {
  const here = {} as { site: Site; session: Session };
  beforeAll(async () => {
    here.site = await serveFixtures();
    here.session = await openBrowser(family, build, options);
  });
  afterAll(async () => {
    await Promise.all([here.session?.close(), here.site?.close()]);
  });
  return here;
}
