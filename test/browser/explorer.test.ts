/** The explorer: every view, record and filter has its address; timeline and map can be walked by keys and equal their tables. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { compileFacts, readFactBase } from '../../data/compile.ts';
import { isContesting, RELATION_KIND_NAMES } from '../../data/relation-kinds.ts';
import type { Session, Tab } from '../../scripts/session.ts';
import { contrastFaultsOf, faultsButContrastOf, faultsOf } from './axe.ts';
import { becomes, inBothBrowsers, openBrowser } from './harness.ts';
import { clickOn, resetStorage, setStored } from './surfaces.ts';

const facts = compileFacts(readFactBase());
const claim = facts.claims.find(({ id }) => id === 'asselborn-cannot-verify-denials')!;
const ALL_TIES = RELATION_KIND_NAMES.join(',');

inBothBrowsers('explorer', (family) => {
  let session: Session;

  beforeAll(async () => {
    session = await openBrowser(family, 'e2e');
  });
  afterAll(() => session?.close());

  /** Tabs that earlier tests are done with: a new one takes longer than many a test. */
  const free: Tab[] = [];

  async function open(query: string, width = 1280): Promise<Tab> {
    const size = { width, height: 900 };
    const path = `facts.html${query}`;
    const used = free.pop();
    const tab = used ?? (await session.openExtension(path, size));
    onTestFinished(() => void free.push(tab));
    if (used) {
      await used.resize(size);
      await visit(used, path);
      await used.front();
    }
    await becomes(() => tab.evaluate(() => document.querySelector('main h2') !== null), true, 'drawn');
    return tab;
  }

  const heading = (tab: Tab) => tab.evaluate(() => document.querySelector<HTMLElement>('main h2')?.innerText);
  const query = (tab: Tab) => tab.evaluate(() => location.search);
  const count = (tab: Tab, selector: string) =>
    tab.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
  const focused = (tab: Tab, attribute: string) =>
    tab.evaluate((name) => document.activeElement?.getAttribute(name), attribute);

  test('a claim has an address, with speaker, place in its source, evidence and relations', async () => {
    const tab = await open(`?claim=${claim.id}`);
    expect(await heading(tab)).toBe(claim.statement.en);
    const text = await tab.evaluate(() => document.querySelector<HTMLElement>('article')!.innerText);
    for (const part of [
      'Jean Asselborn',
      'date inferred',
      'Luxemburger Wort',
      'Characters 967 to 1,093 of',
      claim.evidence[1]!.quote!,
    ])
      expect(text).toContain(part);
    expect(await count(tab, '.position .span')).toBe(claim.evidence.length);
    expect(await tab.evaluate(() => document.title)).toBe(`${claim.statement.en} · Bridle`);
  });

  test.each([
    ['?entity=jean-asselborn', 'Jean Asselborn'],
    ['?source=wort-2021-10-20', facts.sources.find(({ id }) => id === 'wort-2021-10-20')!.title.text],
    ['?relation=denied-role-against-spying-by-nso', '≠ Contradicts'],
    [`?compare=${claim.id},nso-denies-role-in-wiretapping`, 'Two statements side by side'],
    ['?claim=no-such-claim', 'Nothing here'],
  ])('%s has an address too', async (address, expected) => {
    const tab = await open(address);
    expect(await heading(tab)).toBe(expected);
  });

  test('begins with the contradictions, each with both statements, its reason and where it stands in time', async () => {
    const tab = await open('');
    const contesting = facts.relations.filter(({ kind }) => isContesting(kind));
    const told = await tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.chapter [data-relation]')].map((entry) => ({
        id: entry.dataset.relation!,
        claims: [
          entry.closest('.chapter')!.querySelector<HTMLElement>('.subject [data-claim]')!.dataset.claim!,
          entry.querySelector<HTMLElement>('[data-claim]')!.dataset.claim!,
        ].toSorted(),
        reason: entry.querySelector('.why')!.textContent,
        marks: entry.querySelectorAll('.pair-axis .said').length,
      })),
    );
    expect(told.map(({ id }) => id).toSorted()).toEqual(contesting.map(({ id }) => id).toSorted());
    for (const { id, claims, reason, marks } of told) {
      const relation = contesting.find((other) => other.id === id)!;
      expect(claims).toEqual(relation.claims.toSorted());
      expect(reason).toContain(relation.reason.en);
      expect(marks).toBe(2);
    }
    const lead = await tab.evaluate(() => document.querySelector<HTMLElement>('.story .lead')!.innerText);
    for (const part of [`${contesting.length} `, `${facts.sources.length} reports`, 'Jul 2021', 'Dec 2021'])
      expect(lead).toContain(part);
  });

  test('from the story a search leads to statements, and those that are contested say so', async () => {
    const tab = await open('');
    await clickOn(tab, '.filters input[type=search]');
    await tab.type('p');
    await becomes(() => count(tab, '.claims'), 1, 'the list comes with the first letter');
    await tab.type('egasus');
    await becomes(() => query(tab), '?q=pegasus');
    await becomes(async () => (await count(tab, '.claims .claim-row.contested .contest')) > 0, true, 'with a sign');
    expect(await focused(tab, 'type'), 'one goes on typing').toBe('search');
  });

  test('filters go into the address, hold on reload, and the way back undoes them', async () => {
    const tab = await open('?view=list');
    await becomes(() => count(tab, '.claims > li'), facts.claims.length);
    await choose(tab, 'select', 'nso-group');
    const own = facts.claims.filter(({ claimant }) => claimant === 'nso-group').length;
    await becomes(() => count(tab, '.claims > li'), own, 'only one speaker');
    await clickOn(tab, '.filters input[type=search]');
    await tab.type('pegasus');
    await becomes(() => query(tab), '?q=pegasus&claimant=nso-group');
    const found = await count(tab, '.claims > li');
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(own);
    await visit(tab, await tab.evaluate(() => location.href));
    await becomes(() => count(tab, '.claims > li'), found, 'kept on reload');
    expect(
      await tab.evaluate(() => [
        document.querySelector('select')!.value,
        document.querySelector<HTMLInputElement>('input[type=search]')!.value,
      ]),
    ).toEqual(['nso-group', 'pegasus']);

    await clickOn(tab, '.claims .statement a');
    await becomes(() => count(tab, 'article.record'), 1, 'a claim');
    expect(await query(tab)).toMatch(/^\?claim=[\w-]+&q=pegasus&claimant=nso-group$/);
    await tab.evaluate(() => history.back());
    await becomes(() => count(tab, '.claims > li'), found, 'back to the list');
    await becomes(
      async () => (await focused(tab, 'href'))?.startsWith('?claim=') ?? false,
      true,
      'at the statement it was opened from',
    );
    await clickOn(tab, '.clear-all');
    await becomes(() => count(tab, '.claims > li'), facts.claims.length, 'cleared');
  });

  test('the timeline and its table hold the same, each once', async () => {
    const tab = await open('?view=timeline');
    const ids = (selector: string) =>
      tab.evaluate(
        (wanted) => [...document.querySelectorAll<HTMLElement>(wanted)].map(({ dataset }) => dataset.item!).toSorted(),
        selector,
      );
    const expected = [...facts.claims, ...facts.sources].map(({ id }) => id).toSorted();
    expect(await ids('.timeline [data-item]')).toEqual(expected);
    expect(await ids('table [data-item]')).toEqual(expected);
  });

  test('the timeline is drawn to scale: a month is as wide as its ticks are apart', async () => {
    const tab = await open('?view=timeline');
    const july = facts.claims.find(({ date }) => date === '2021-07')!;
    const gap = await tab.evaluate((id) => {
      const xOf = (text: string) =>
        [...document.querySelectorAll('.tracks .axis text')]
          .find((label) => label.textContent.startsWith(text))!
          .getBoundingClientRect().left;
      const bar = document.querySelector(`.timeline [data-item="${id}"] .month rect`)!.getBoundingClientRect();
      return Math.abs(bar.width - (xOf('Aug') - xOf('Jul')));
    }, july.id);
    expect(gap).toBeLessThan(3);
  });

  test('what is known least is drawn least: a day is the strongest ink, a year the thinnest line', async () => {
    const tab = await open('?view=timeline');
    const ink = await tab.evaluate(() => {
      const of = (selector: string) => {
        const mark = document.querySelector(`.timeline ${selector}`)!;
        return mark.getBoundingClientRect().height * Number(getComputedStyle(mark).fillOpacity);
      };
      return [of('circle.day:not(.vague)'), of('.month rect'), of('.long > rect')];
    });
    expect(ink).toEqual(ink.toSorted((a, b) => b - a));
    expect(new Set(ink).size).toBe(3);
  });

  test('the window over all of time is moved by keys and by the pointer, and the chart follows', async () => {
    const tab = await open('?view=timeline');
    const value = (hold: string) =>
      tab.evaluate((end) => Number(document.querySelector(`[data-hold=${end}]`)!.getAttribute('aria-valuenow')), hold);
    const before = await value('from');
    await tab.evaluate(() => document.querySelector<HTMLElement>('[data-hold=from]')!.focus());
    await tab.press('ArrowLeft');
    await becomes(() => value('from'), before - 7, 'a week');
    await tab.press('Home');
    await tab.evaluate(() => document.querySelector<HTMLElement>('[data-hold=to]')!.focus());
    await tab.press('PageDown');
    await becomes(
      () => tab.evaluate(() => document.querySelector('.tracks .axis')!.textContent),
      expect.stringContaining('2020'),
    );
    await clickOn(tab, '.overview button:nth-child(2)');
    await becomes(() => count(tab, '.overview [aria-pressed=true]'), 1, 'the whole time');
    expect(await count(tab, '.timeline .beyond'), 'nothing is left outside').toBe(0);
  });

  test('contradictions are drawn between their statements, and pointing at one tells both', async () => {
    const tab = await open('?view=timeline');
    const contesting = facts.relations.filter(({ kind }) => isContesting(kind));
    expect(await count(tab, '[data-tie]')).toBe(contesting.length);
    const [first, second] = contesting[0]!.claims.map(
      (id) => facts.claims.find((other) => other.id === id)!.statement.en,
    );
    await tab.evaluate(
      (id) => document.querySelector<SVGElement>(`.timeline [data-item="${id}"]`)!.focus(),
      contesting[0]!.claims[0],
    );
    const read = await tab.evaluate(() => document.querySelector<HTMLElement>('.reading')!.innerText);
    expect(read).toContain(first);
    expect(read).toContain(second);
  });

  test.each(['timeline', 'map'])('the picture of the %s is saved as it stands, with nothing to load', async (view) => {
    const tab = await open(`?view=${view}`);
    await tab.evaluate(() => {
      const made: Blob[] = [];
      Object.assign(globalThis, { made });
      URL.createObjectURL = (blob) => {
        made.push(blob as Blob);
        return '#';
      };
    });
    await clickOn(tab, '.save button');
    const svg = await tab.evaluate(() => (globalThis as unknown as { made: Blob[] }).made[0]!.text());
    expect(svg).toContain('NSO Group');
    expect(svg).toMatch(/font-family="/);
    expect(svg).not.toMatch(/var\(|class=|href=|url\(|<style/);
    await clickOn(tab, '.save button + button');
    await becomes(
      () => tab.evaluate(() => (globalThis as unknown as { made: Blob[] }).made[1]?.type),
      'image/png',
      'as pixels too',
    );
  });

  test('the timeline is walked by keys, in one stop for Tab', async () => {
    const tab = await open('?view=timeline');
    await tab.evaluate(() => document.querySelector<SVGElement>('.timeline [data-place="0"]')!.focus());
    await tab.press('ArrowDown');
    expect(await focused(tab, 'data-place')).toBe('1');
    await tab.press('Home');
    const first = await focused(tab, 'data-item');
    const walked = [first];
    for (let step = 0; step < 5; step++) {
      await tab.press('ArrowRight');
      walked.push(await focused(tab, 'data-item'));
    }
    const rows = await tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('table [data-item]')].map(({ dataset }) => dataset.item),
    );
    expect(walked).toEqual(rows.slice(0, 6));
    expect(await count(tab, '.timeline a[tabindex="0"]'), 'one stop for Tab').toBe(1);
    await tab.press('Enter');
    await becomes(() => count(tab, 'article.record'), 1, 'opened');
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  });

  test('the map shows the relations of the kinds chosen, equals its table, and can be walked', async () => {
    const tab = await open('?view=map');
    const contesting = facts.relations.filter(({ kind }) => isContesting(kind));
    const ids = (selector: string) =>
      tab.evaluate(
        (wanted) =>
          [...document.querySelectorAll<HTMLElement>(wanted)].map(({ dataset }) => dataset.relation!).toSorted(),
        selector,
      );
    expect(await ids('.arc')).toEqual(contesting.map(({ id }) => id).toSorted());
    expect(await ids('table [data-relation]')).toEqual(contesting.map(({ id }) => id).toSorted());

    await visit(tab, `${await tab.evaluate(() => location.href)}&ties=${ALL_TIES}`);
    await becomes(() => count(tab, '.arc'), facts.relations.length, 'all kinds');
    expect(
      await tab.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement | SVGElement>('.map a')].filter(({ tabIndex }) => tabIndex === 0)
            .length,
      ),
      'one stop for Tab',
    ).toBe(1);
    await tab.evaluate(() => document.querySelector<HTMLElement>('.map [data-place="0"]')!.focus());
    await tab.press('ArrowDown');
    await tab.press('ArrowRight');
    const relation = await focused(tab, 'data-relation');
    expect(facts.relations.map(({ id }) => id)).toContain(relation);
    expect(await tab.evaluate(() => document.querySelector<HTMLElement>('.reading')!.innerText)).toContain(
      facts.relations.find(({ id }) => id === relation)!.reason.en,
    );
    await tab.press('Enter');
    await becomes(() => query(tab), `?relation=${relation}&view=map&ties=${ALL_TIES}`);
  });

  test('each bracket of the map begins and ends at its statements', async () => {
    const tab = await open('?view=map');
    const gaps = await tab.evaluate(
      (relations) =>
        relations.flatMap(({ id, claims }) => {
          const middle = (element: Element) => {
            const { top, height } = element.getBoundingClientRect();
            return top + height / 2;
          };
          const ends = [...document.querySelectorAll(`.arc[data-relation="${id}"] .end`)]
            .map(middle)
            .toSorted((a, b) => a - b);
          const rows = claims
            .map((claim) => middle(document.querySelector(`.cluster a[href*="claim=${claim}&"]`)!.closest('li')!))
            .toSorted((a, b) => a - b);
          return ends.map((end, at) => Math.abs(end - rows[at]!));
        }),
      facts.relations.filter(({ kind }) => kind === 'contradicts'),
    );
    expect(gaps.length).toBeGreaterThan(0);
    expect(Math.max(...gaps)).toBeLessThan(2);
  });

  test('on a narrow window a statement of the map has the room of its row, and its date stands below', async () => {
    const tab = await open('?view=map');
    await tab.resize({ width: 360, height: 800 });
    const readRows = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.cluster li')].map((row) => {
          const [statement, date] = [row.querySelector('a')!, row.querySelector('small')!].map((part) =>
            part.getBoundingClientRect(),
          ) as [DOMRect, DOMRect];
          const within = row.getBoundingClientRect();
          return {
            isBelow: date.top >= statement.bottom - 1,
            isWithin: statement.top >= within.top - 1 && date.bottom <= within.bottom + 1,
            isWide: statement.width > within.width * 0.6,
          };
        }),
      );
    await becomes(
      async () => {
        const rows = await readRows();
        return {
          areThere: rows.length > 0,
          areBelow: rows.every(({ isBelow }) => isBelow),
          areWithin: rows.every(({ isWithin }) => isWithin),
          areWide: rows.filter(({ isWide }) => isWide).length > rows.length * 0.9,
        };
      },
      { areThere: true, areBelow: true, areWithin: true, areWide: true },
      'drawn anew',
    );
  });

  test('then and now: what changed stands with the later statement', async () => {
    const tab = await open('?entity=luxembourg-prime-minister');
    await becomes(() => count(tab, '.then-and-now .change'), 1);
    expect(await tab.evaluate(() => document.querySelector<HTMLElement>('.change')!.innerText.toLowerCase())).toContain(
      'takes back',
    );
  });

  test('any two statements can be compared, chosen from a list', async () => {
    const tab = await open(`?claim=${claim.id}`);
    await clickOn(tab, '.actions a.action');
    await becomes(() => query(tab), `?compare=${claim.id}`);
    await choose(tab, '.compare section:nth-child(2) select', 'nso-denies-role-in-wiretapping');
    await becomes(() => query(tab), `?compare=${claim.id},nso-denies-role-in-wiretapping`);
    expect(await count(tab, '.compare .statement')).toBe(2);
  });

  test('exports what is shown as a file that is made here', async () => {
    const tab = await open('?claimant=nso-group');
    await tab.evaluate(() => {
      const made: Blob[] = [];
      Object.assign(globalThis, { made });
      URL.createObjectURL = (blob) => {
        made.push(blob as Blob);
        return '#';
      };
    });
    await clickOn(tab, '.export summary');
    await clickOn(tab, '.export [role=group] button');
    const text = await tab.evaluate(() => (globalThis as unknown as { made: Blob[] }).made[0]!.text());
    const types = (JSON.parse(text) as { '@graph': { type: string }[] })['@graph'].map(({ type }) => type);
    expect(types.filter((type) => type === 'schema:Claim')).toHaveLength(
      facts.claims.filter(({ claimant }) => claimant === 'nso-group').length,
    );
  });

  test('copies a citation, and says so', async () => {
    const tab = await open(`?claim=${claim.id}`);
    await tab.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          writeText: (text: string) => {
            document.body.dataset.copied = text;
            return Promise.resolve();
          },
        },
      });
    });
    await clickOn(tab, '.citation button:nth-child(2)');
    await becomes(
      () => tab.evaluate(() => document.querySelector<HTMLElement>('.citation [role=status]')!.innerText),
      'Copied.',
    );
    expect(await tab.evaluate(() => document.body.dataset.copied)).toMatch(
      /^@article\{wort-2021-10-20:asselborn-cannot-verify-denials,/,
    );
  });

  test('on paper the timeline is whole', async () => {
    const tab = await open('?view=timeline');
    const width = await tab.evaluate(async () => {
      dispatchEvent(new Event('beforeprint'));
      // The browser lays the paper out after the event's microtasks.
      await Promise.resolve();
      await Promise.resolve();
      return document.querySelector('.chart')!.scrollWidth > 0
        ? Number(document.querySelector('.tracks')!.getAttribute('width'))
        : 0;
    });
    expect(width).toBeGreaterThan(0);
    expect(width).toBeLessThan(650);
  });

  test
    .runIf(family === 'chromium')
    .each(['', '?view=list', '?view=timeline', '?view=map', '?view=sources', `?claim=${claim.id}`])(
    'on paper all of it is dark on light, without controls, also in a dark theme: %s',
    async (address) => {
      const tab = await open(address);
      const items = () =>
        tab.evaluate(
          () =>
            [
              ...document.querySelectorAll<HTMLElement>(
                '.claims > li, .chapter, .timeline a, .arc, .sources > li, article.record',
              ),
            ].filter((item) => item.checkVisibility()).length,
        );
      const looks = () =>
        tab.evaluate(() => {
          const channels = (color: string) => {
            const canvas = document.createElement('canvas').getContext('2d')!;
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
            return canvas.getImageData(0, 0, 1, 1).data[0]!;
          };
          const { color } = getComputedStyle(document.querySelector('main h2')!);
          return { paper: channels(getComputedStyle(document.body).backgroundColor), ink: channels(color) };
        });
      // A long list is drawn in portions.
      if (address === '?view=list') await becomes(() => count(tab, '.claims > li'), facts.claims.length);
      const onScreen = await items();
      onTestFinished(() => tab.emulate({}));
      await tab.emulate({ 'prefers-color-scheme': 'dark' });
      expect((await looks()).paper, 'dark on the screen').toBeLessThan(80);
      await tab.emulate({ medium: 'print', 'prefers-color-scheme': 'dark' });
      expect(await looks()).toEqual({ paper: 255, ink: expect.toSatisfy((value: number) => value < 80) });
      await becomes(items, onScreen, 'nothing is left out');
      expect(
        await tab.evaluate(
          () =>
            [...document.querySelectorAll<HTMLElement>('button, select, input')].filter((control) =>
              control.checkVisibility(),
            ).length,
        ),
        'controls',
      ).toBe(0);
    },
  );

  test.each([
    '',
    '?view=list',
    '?view=timeline',
    '?view=map',
    '?view=sources',
    `?claim=${claim.id}`,
    '?entity=nso-group',
    `?compare=${claim.id}`,
  ])('nothing runs out of a window of 320 px: %s', async (address) => {
    const tab = await open(address, 320);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test.each(['', '?view=list'])('in a narrow window the search box is as wide as the text: %s', async (address) => {
    const tab = await open(address, 360);
    const widthOf = (selector: string) =>
      tab.evaluate((wanted) => document.querySelector(wanted)!.getBoundingClientRect().width, selector);
    expect(await widthOf('.filters input[type=search]')).toBeCloseTo(await widthOf('.results-head'), 0);
  });

  // It judges the document, which is the same in Firefox.
  test
    .runIf(family === 'chromium')
    .each([
      '',
      '?view=list',
      '?view=timeline',
      '?view=map',
      '?view=sources',
      `?claim=${claim.id}`,
      '?entity=nso-group',
      '?relation=denied-role-against-spying-by-nso',
      '?source=hrw-2021-12',
      `?compare=${claim.id},nso-denies-role-in-wiretapping`,
    ])('axe finds nothing, light or dark: %s', async (address) => {
    const tab = await open(address);
    onTestFinished(() => resetStorage(tab));
    // What a language can break is what the two views with most controls and texts show.
    const languages = ['', '?view=timeline'].includes(address) ? ['fr', 'de', 'en'] : ['en'];
    for (const language of languages) {
      await setStored(tab, { 'settings:language': language });
      await becomes(() => tab.evaluate(() => document.documentElement.lang), language);
      await tab.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      // Colours are the same in every language.
      if (language !== 'en') {
        expect(await faultsButContrastOf(tab), language).toEqual([]);
        continue;
      }
      expect(await faultsOf(tab), language).toEqual([]);
      await tab.evaluate(() => {
        document.documentElement.dataset.theme = 'dark';
      });
      expect(await contrastFaultsOf(tab), 'dark').toEqual([]);
    }
  });
});

/** Enters an address. A driver waits in vain for a page of an extension to say that it has loaded. */
async function visit(tab: Tab, address: string): Promise<void> {
  await tab.evaluate((given) => {
    const { href } = new URL(given, location.href);
    document.body.dataset.old = '';
    setTimeout(() => (href === location.href ? location.reload() : location.assign(href)));
  }, address);
  const isNew = () =>
    tab
      .evaluate(() => document.body.dataset.old === undefined && document.querySelector('main h2') !== null)
      .catch(() => false);
  await becomes(isNew, true, address);
}

/** Chooses an option as a reader does, and lets the page hear of it. */
async function choose(tab: Tab, selector: string, value: string): Promise<void> {
  await tab.evaluate(
    (given) => {
      const select = document.querySelector<HTMLSelectElement>(given.selector)!;
      select.value = given.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { selector, value },
  );
}
