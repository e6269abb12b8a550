/** The side panel or sidebar, the toolbar button, the context menu, the address bar's keyword and the commands. */
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Size, Tab } from '../../scripts/session.ts';
import { faultsOf } from './axe.ts';
import { panelText, PLAIN_PAGE, readButton, tabNumber } from './extension.ts';
import { aWhile, becomes, inBothBrowsers, markedNames } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';

inBothBrowsers('panel and toolbar', (family) => {
  const here = openFixtures(family);
  /** A page of the extension, to ask from. */
  let inside: Tab;

  beforeAll(async () => {
    inside = await here.session.openExtension(PLAIN_PAGE);
  });

  /** A page, and its panel in a tab of its own. */
  async function openBoth(
    page: string,
    names: number,
    size: Size = { width: 420, height: 800 },
  ): Promise<{ tab: Tab; panel: Tab }> {
    const tab = await openPage(page, names);
    const panel = await here.session.openExtension(`sidepanel.html?tab=${await numberOf(page)}`, size);
    onTestFinished(() => panel.close());
    return { tab, panel };
  }

  async function openPage(page: string, names: number): Promise<Tab> {
    const tab = await here.session.open(`${here.site.origin}/${page}`, { width: 1000, height: 700 });
    onTestFinished(() => tab.close());
    await becomes(async () => (await markedNames(tab)).length, names, 'annotated');
    return tab;
  }

  const numberOf = (page: string) => tabNumber(inside, `${here.site.origin}/${page}`);
  const groups = (panel: Tab) => panel.evaluate(readGroups);

  describe('the dossier', () => {
    test('lists the mentions in reading order by entity, and follows the page as it changes', async () => {
      const { tab, panel } = await openBoth('article.html', 5);
      await becomes(
        () => groups(panel),
        ['NSO Group: NSO Group, NSO', 'Jean Asselborn: Jean Asselborn', 'Pegasus: Pegasus', 'Sam Tanson: Sam Tanson'],
      );
      expect(await panel.evaluate(() => document.querySelector('.excerpt')!.textContent)).toBe(
        '…umbrellas dripped in the corridor. Inside, NSO Group was on the agenda for an hour.',
      );
      await tab.evaluate(() => document.querySelector('#minister')!.parentElement!.remove());
      await becomes(
        () => groups(panel),
        ['NSO Group: NSO Group', 'Pegasus: Pegasus', 'Sam Tanson: Sam Tanson'],
        'a paragraph is gone',
      );
      await becomes(
        async () => (await panel.evaluate(readStatus))?.startsWith('3 names · 3 mentions'),
        true,
        'said aloud',
      );
    });

    test('is walked by arrow keys, and Enter leads to the place with its card', async () => {
      const { tab, panel } = await openBoth('article.html', 5);
      await becomes(async () => (await groups(panel)).length, 4);
      const focusedRow = () =>
        panel.evaluate(() => [...document.querySelectorAll('[data-row]')].indexOf(document.activeElement!));
      const rows = await panel.evaluate(() => document.querySelectorAll('[data-row]').length);
      for (const _ of ['filter', 'kind', 'what is shown', 'the list']) await panel.press('Tab');
      await becomes(focusedRow, 0, 'first row');
      for (const [key, row] of [
        ['End', rows - 1],
        ['ArrowUp', rows - 2],
        ['Home', 0],
        ['ArrowUp', 0],
        ['ArrowDown', 1],
      ] as const) {
        await panel.press(key);
        await becomes(focusedRow, row, key);
      }
      await panel.press('End');
      await panel.press('Enter');
      await becomes(() => panel.evaluate(readStatus), 'Shown on the page: Sam Tanson');
      await tab.front();
      await becomes(() => tab.evaluate(cardTitle), 'Sam Tanson', 'its card');
      const box = await tab.evaluate(() => document.querySelector('#last')!.getBoundingClientRect().toJSON());
      expect(box.top, 'scrolled into view').toBeGreaterThan(0);
      expect(box.bottom).toBeLessThan(700);
    });

    test('marks the rows of what can be seen on the page, and follows as it scrolls', async () => {
      const { tab, panel } = await openBoth('contradictions.html', 4);
      const inView = async () => {
        const rows = await panel.evaluate(() =>
          [...document.querySelectorAll('[data-in-view] .sentence')].map(({ textContent }) => textContent.slice(0, 9)),
        );
        // A sentence that meets two statements stands in two rows.
        return [...new Set(rows)].toSorted();
      };
      await tab.front();
      await becomes(inView, ['NSO Group', 'The iPhon'], 'at first');
      await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await becomes(inView, ['Prime Min'], 'at the end');
    });

    test('an entity opens to its card in the panel, and the way back leads to its row', async () => {
      const { panel } = await openBoth('article.html', 5);
      await becomes(async () => (await groups(panel)).length, 4);
      await clickOn(panel, '.group .name');
      await becomes(() => panel.evaluate(() => document.querySelector('.card h2')?.textContent ?? ''), 'NSO Group');
      expect(
        await panel.evaluate(() => document.querySelector('.pane-head a')!.getAttribute('href')),
        'the way on',
      ).toBe('facts.html?entity=nso-group');
      await panel.press('Escape');
      await becomes(
        () => panel.evaluate(() => [document.querySelector('.card') === null, document.activeElement?.textContent]),
        [true, 'NSO Group'],
      );
    });

    test('a jump goes to the frame that holds the place', async () => {
      const { tab, panel } = await openBoth('frames.html', 4);
      await becomes(
        () => groups(panel),
        ['NSO Group: NSO Group, NSO Group', 'Pegasus: Pegasus, Pegasus'],
        'all frames',
      );
      await clickOn(panel, '.group:nth-of-type(1) li:nth-child(2) .place');
      await becomes(() => tab.evaluate(framesWithCard), ['framed.html'], 'the card is in the frame');
    });

    test('filters by words, by kind, and to what is doubtful', async () => {
      const { panel } = await openBoth('article.html', 5);
      await becomes(async () => (await groups(panel)).length, 4);
      await clickOn(panel, 'input[type=search]');
      await panel.type('deputies');
      await becomes(() => groups(panel), ['NSO Group: NSO', 'Jean Asselborn: Jean Asselborn'], 'words beside the name');
      await panel.press('Escape');
      await becomes(async () => (await groups(panel)).length, 4, 'Escape clears');
      await panel.evaluate(choose, ['person', 'all']);
      await becomes(() => groups(panel), ['Jean Asselborn: Jean Asselborn', 'Sam Tanson: Sam Tanson'], 'persons');
      await panel.evaluate(choose, ['person', 'doubtful']);
      await becomes(
        () => panel.evaluate(() => document.querySelector('main .empty p')?.textContent),
        'Nothing on this page fits the filter.',
      );
      await clickOn(panel, '.empty .action');
      await becomes(async () => (await groups(panel)).length, 4, 'cleared');
    });

    test('says why it is empty, and switches on a site that is off', async () => {
      const { tab, panel } = await openBoth('article.html', 5);
      const why = () => panel.evaluate(() => document.querySelector('.empty h2')?.textContent ?? null);
      await becomes(async () => (await groups(panel)).length, 4);
      await tab.front();
      await here.session.command('switch-site');
      await becomes(async () => (await markedNames(tab)).length, 0, 'off');
      await panel.front();
      await becomes(why, 'Bridle is off on 127.0.0.1.', 'off');
      await clickOn(panel, '.empty .main');
      await becomes(async () => (await markedNames(tab)).length, 5, 'on');
      await becomes(async () => (await groups(panel)).length, 4, 'listed again');
      await tab.goto(`${here.site.origin}/look-alike.html`);
      await becomes(why, 'Nothing recognised here.', 'another page');
      await tab.goto('about:blank');
      await becomes(why, 'Bridle may not see this page.', 'no page of the web');
    });

    test('is kept as a file that stands alone', async () => {
      const { panel } = await openBoth('article.html', 5);
      await becomes(async () => (await groups(panel)).length, 4);
      await panel.evaluate(catchFiles);
      await clickOn(panel, '.save .link');
      await becomes(() => panel.evaluate(() => window.kept?.name.replace(/\d/g, '0')), 'bridle-0000-00-00.html');
      const html = await panel.evaluate(() => window.kept!.blob.text());
      expect(html).toContain('What the minister could not check');
      expect(html).toContain('Jean Asselborn');
    });

    test('opens beside the page from the popup, and follows the tab in front', async () => {
      await openPage('article.html', 5);
      const popup = await here.session.openExtension(`popup.html?tab=${await numberOf('article.html')}`, {
        width: 420,
        height: 640,
      });
      await becomes(
        () => popup.evaluate(() => document.querySelector('.head .link') !== null),
        true,
        'the way to the panel',
      );
      await clickOn(popup, '.head .link');
      await becomes(async () => /Jean Asselborn/.test((await panelText(inside)) ?? ''), true, 'the article’s dossier');
      await openPage('dark.html', 4);
      await becomes(async () => /NSO-Gruppe/.test((await panelText(inside)) ?? ''), true, 'the other page’s');
    });

    test.each(['light', 'dark'])('axe finds nothing in it: %s', async (theme) => {
      const { panel } = await openBoth('article.html', 5, { width: 320, height: 700 });
      await becomes(async () => (await groups(panel)).length, 4);
      await panel.evaluate((wanted) => {
        document.documentElement.dataset.theme = wanted;
      }, theme);
      expect(await faultsOf(panel), 'the list').toEqual([]);
      expect(
        await panel.evaluate(() => document.documentElement.scrollWidth),
        'no scrolling sideways',
      ).toBeLessThanOrEqual(320);
      await clickOn(panel, '.group .name');
      await becomes(() => panel.evaluate(() => document.querySelector('.card') !== null), true, 'a card');
      expect(await faultsOf(panel), 'a card').toEqual([]);
    });
  });

  describe('the toolbar button', () => {
    test('counts what is contested on the page, and says where Bridle is off', async () => {
      const tab = await openPage('contradictions.html', 4);
      const number = await numberOf('contradictions.html');
      const button = () => readButton(inside, number);
      await becomes(button, { badge: '3', title: 'Bridle: 3 points contested on this page' });
      await here.session.command('switch-site');
      await becomes(async () => (await button()).badge, '', 'off');
      expect((await button()).title).toMatch(/off on this site|no access/);
      await here.session.command('switch-site');
      await becomes(async () => (await button()).badge, '3', 'on');
      await tab.goto(`${here.site.origin}/look-alike.html`);
      await becomes(button, { badge: '', title: 'Bridle: search the fact base' }, 'another page');
    });

    test('says quietly that a page speaks of the affair without anything contested', async () => {
      await openPage('article.html', 5);
      const number = await numberOf('article.html');
      await becomes(() => readButton(inside, number), {
        badge: '•',
        title: 'Bridle: this page speaks of the affair; nothing contested was recognised',
      });
    });
  });

  test('the badge stays away where the reader does not want it', async () => {
    await openPage('article.html', 5);
    const badge = async () => (await readButton(inside, await numberOf('article.html'))).badge;
    await becomes(badge, '•');
    const want = (wanted: boolean) =>
      inside.evaluate(async (given) => {
        await (globalThis.browser ?? chrome).storage.sync.set({ 'settings:badge': given });
      }, wanted);
    onTestFinished(() => want(true));
    await want(false);
    await becomes(badge, '', 'off by choice');
    await want(true);
    await becomes(badge, '•', 'on again');
  });

  test('a language and a switch that change at once leave the page alone', async () => {
    const tab = await openPage('article.html', 5);
    const store = (items: Record<string, unknown>) =>
      inside.evaluate(async (given) => {
        await (globalThis.browser ?? chrome).storage.sync.set(given);
      }, items);
    onTestFinished(() => store({ 'settings:language': 'auto', 'settings:sites': { off: [] } }));
    await store({ 'settings:language': 'de', 'settings:sites': { off: ['127.0.0.1'] } });
    await becomes(async () => (await markedNames(tab)).length, 0, 'off');
    await aWhile();
    expect(await markedNames(tab)).toEqual([]);
  });

  describe('context menu and keyword', () => {
    /** The explorer's addresses that are open. */
    const explorers = () =>
      inside.evaluate(async () => {
        const tabs = await (globalThis.browser ?? chrome).tabs.query({});
        return tabs
          .map(({ url }) => url ?? '')
          .filter((url) => /facts\.html/.test(url))
          .map((url) => url.replace(/^.*(?=facts\.html)/, ''));
      });

    test('the selected words are looked up in the explorer', async () => {
      await openPage('article.html', 5);
      await here.session.chooseMenu('look-up', ' Sam Tanson ');
      await becomes(explorers, ['facts.html?q=Sam+Tanson']);
    });

    test('what is entered after the keyword opens the explorer', async () => {
      await here.session.enterKeyword('entity:nso-group');
      await becomes(async () => (await explorers()).includes('facts.html?entity=nso-group'), true);
    });

    test('annotates a page once that the gate left alone', async () => {
      const tab = await here.session.open(`${here.site.origin}/look-alike.html`);
      onTestFinished(() => tab.close());
      await here.session.chooseMenu('annotate');
      await becomes(() => tab.evaluate(() => document.querySelector('bridle-card') === null), true, 'nothing to mark');
      await tab.evaluate(() => document.querySelector<HTMLElement>('#news')!.click());
      await becomes(() => markedNames(tab), ['NSOGroup'], 'marked');
    });
  });
});

/** With a real click on the middle of the first element that the selector finds, once it is there. */
async function clickOn(tab: Tab, selector: string): Promise<void> {
  const { x, y } = await vi.waitFor(() =>
    tab.evaluate((wanted) => {
      const element = document.querySelector(wanted)!;
      element.scrollIntoView({ block: 'center' });
      const box = element.getBoundingClientRect();
      return { x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2 };
    }, selector),
  );
  await tab.click(x, y);
}

// What follows runs in the panel or the page.

/** "ENTITY: what each mention reads". */
function readGroups(): string[] {
  return [...document.querySelectorAll('.group')].map(
    (group) =>
      `${group.querySelector('.name')!.textContent}: ${[...group.querySelectorAll('mark')].map(({ textContent }) => textContent).join(', ')}`,
  );
}

function readStatus(): string | null {
  return document.querySelector('[role=status]')!.textContent;
}

function cardTitle(): string | null {
  return document.querySelector('bridle-card')?.shadowRoot?.querySelector('.card h2')?.textContent ?? null;
}

function framesWithCard(): string[] {
  return [...document.querySelectorAll('iframe')]
    .filter(({ contentDocument }) => contentDocument?.querySelector('bridle-card')?.shadowRoot?.querySelector('.card'))
    .map((frame) => frame.getAttribute('src') ?? 'srcdoc');
}

interface Kept {
  name: string;
  blob: Blob;
}

declare global {
  interface Window {
    kept?: Kept;
  }
}

/** Keeps what would be downloaded, for a headless browser has nowhere to put it. */
function catchFiles(): void {
  let blob: Blob;
  URL.createObjectURL = (object) => {
    blob = object as Blob;
    return '#';
  };
  HTMLAnchorElement.prototype.click = function click() {
    window.kept = { name: this.download, blob };
  };
}

function choose([kind, show]: string[]): void {
  const [kinds, shows] = document.querySelectorAll('select');
  for (const [select, value] of [
    [kinds!, kind!],
    [shows!, show!],
  ] as const) {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
