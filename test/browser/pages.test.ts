/** Each fixture in both browsers: the names that it expects are marked, stage by stage, and nothing of the page has changed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { fixtures, serveFixtures } from './fixtures.ts';
import {
  act,
  aWhile,
  becomes,
  inBothBrowsers,
  markedNames,
  markedSentences,
  markup,
  openBrowser,
  sortedNames,
} from './harness.ts';

inBothBrowsers('fixture pages', (family) => {
  let site: Site;
  let annotated: Session;
  let bare: Session;
  let tab: Tab;
  let same: Tab;

  beforeAll(async () => {
    site = await serveFixtures();
    [annotated, bare] = await Promise.all([openBrowser(family, 'e2e'), openBrowser(family, null)]);
    [tab, same] = await Promise.all([annotated.open('about:blank'), bare.open('about:blank')]);
  });
  afterAll(async () => {
    await Promise.all([annotated?.close(), bare?.close(), site?.close()]);
  });

  test.each(fixtures)('$page: $expected.about', async ({ page, expected }) => {
    await Promise.all([tab, same].map((each) => each.goto(`${site.origin}/${page}`)));
    for (const { name, do: step, marks, sentences } of expected.stages) {
      if (step) await Promise.all([act(tab, step), act(same, step)]);
      if (marks.length === 0) await aWhile();
      await becomes(() => markedNames(tab), sortedNames(marks), name);
      if (sentences) await becomes(() => markedSentences(tab), sentences, `${name}: sentences`);
      const bareMarkup = (await markup(same)).html;
      expect(await markup(tab), `${name}: markup, without a host`).toEqual({ html: bareMarkup, hosts: 0 });
    }
  });
});
