/**
 * Pages of React, Vue and Svelte, and those that a server rendered and they take over late, draw themselves anew under the marks. They do
 * not notice: nothing is complained of, their state and markup are those of the same page without Bridle, and the marks follow.
 */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Site } from '../../scripts/serve.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { frameworks, serveFrameworks } from './framework-pages.ts';
import { aWhile, becomes, inBothBrowsers, markedNames, markup, openBrowser } from './harness.ts';
import { clickOn } from './surfaces.ts';

declare global {
  var app: { step(name: string): void; state: object };
  var faults: string[];
  var hydrate: (() => void) | undefined;
}

const START = ['JeanAsselborn', 'NSO', 'NSOGroup', 'Pegasus', 'Pegasus'];
/** What happens to the page, and the names that it then holds. */
const STEPS: [step: string, names: string[]][] = [
  ['tick', ['NSO', 'NSOGroup', 'Pegasus', 'Pegasus']],
  ['reverse', ['NSO', 'NSOGroup', 'Pegasus', 'Pegasus']],
  ['insert', ['NSO', 'NSOGroup', 'NSOGroup', 'Pegasus', 'Pegasus']],
  ['remove', ['NSOGroup', 'NSOGroup', 'Pegasus', 'Pegasus']],
  ['replace', ['NSOGroup', 'NSOGroup', 'Pegasus', 'Pegasus', 'SamTanson']],
  ['sport', []],
  ['news', ['NSOGroup', 'NSOGroup', 'Pegasus', 'Pegasus', 'SamTanson']],
];
const END = ['JeanAsselborn', 'NSOGroup', 'NSOGroup', 'Pegasus', 'Pegasus', 'SamTanson'];

inBothBrowsers('pages of frameworks', (family) => {
  let site: Site;
  let annotated: Session;
  let bare: Session;

  beforeAll(async () => {
    site = await serveFrameworks();
    [annotated, bare] = await Promise.all([openBrowser(family, 'e2e'), openBrowser(family, null)]);
  });
  afterAll(async () => {
    await Promise.all([annotated?.close(), bare?.close(), site?.close()]);
  });

  test.each(frameworks)('%s', async (name) => {
    const tabs = await Promise.all([annotated, bare].map((session) => session.open(`${site.origin}/${name}`)));
    onTestFinished(async () => {
      await Promise.all(tabs.map((tab) => tab.close()));
    });
    const [tab, same] = tabs as [Tab, Tab];
    await becomes(() => markedNames(tab), START, 'as it came');
    if (name.startsWith('hydrated')) await Promise.all(tabs.map((each) => each.evaluate(() => globalThis.hydrate!())));
    for (const each of tabs) await becomes(() => each.evaluate(() => 'app' in globalThis), true, 'the page runs');

    for (const [step, names] of STEPS) {
      await Promise.all(tabs.map((each) => each.evaluate((given) => app.step(given), step)));
      if (names.length === 0) await aWhile();
      await becomes(() => markedNames(tab), names, step);
      expect((await markup(tab)).html, step).toBe((await markup(same)).html);
    }

    await Promise.all(
      tabs.map((each) =>
        each.evaluate(async () => {
          for (let count = 0; count < 51; count++) {
            app.step('tick');
            await new Promise((done) => {
              setTimeout(done, 5);
            });
          }
        }),
      ),
    );
    for (const each of tabs) await clickOn(each, 'button');
    await becomes(() => markedNames(tab), END, 'after a while');
    const [state, expected] = await Promise.all(tabs.map((each) => each.evaluate(() => app.state)));
    expect(state).toEqual(expected);
    expect(state).toMatchObject({ readers: 53, clicks: 1, route: 'news' });
    expect((await markup(tab)).html).toBe((await markup(same)).html);
    expect(await tab.evaluate(() => faults)).toEqual([]);
    expect(await same.evaluate(() => faults), 'the page itself is in order').toEqual([]);
  });
});
