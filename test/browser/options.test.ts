/** The options: every choice is kept, shown everywhere at once, and can be taken back. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { readMarks } from '../../scripts/marks.ts';
import type { Size, Tab } from '../../scripts/session.ts';
import { expectNoFaults, languagesJudgedIn } from './axe.ts';
import { becomes, inBothBrowsers, markedNames } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';
import { clickOn, resetStorage, setStored, stored } from './surfaces.ts';

inBothBrowsers('options', (family) => {
  const here = openFixtures(family);

  async function openOptions(size: Size = { width: 1024, height: 900 }): Promise<Tab> {
    const tab = await here.session.openExtension('options.html', size);
    onTestFinished(async () => {
      await resetStorage(tab);
      await tab.close();
    });
    await becomes(() => tab.evaluate(() => document.querySelectorAll('main > section').length > 6), true, 'drawn');
    return tab;
  }

  async function openArticle(): Promise<Tab> {
    const tab = await here.session.open(`${here.site.origin}/article.html`);
    onTestFinished(() => tab.close());
    await becomes(async () => (await markedNames(tab)).length, 5, 'annotated');
    return tab;
  }

  const text = (tab: Tab, selector: string) =>
    tab.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);
  const highlights = async (tab: Tab) =>
    [...new Set((await tab.evaluate(readMarks)).map(({ highlight }) => highlight))].filter((name) =>
      name.startsWith('bridle-mention'),
    );

  test('density and style of marks change in open pages and in the sample at once', async () => {
    const article = await openArticle();
    const options = await openOptions();
    await clickOn(options, 'input[value=page]');
    await becomes(() => markedNames(article), ['JeanAsselborn', 'NSOGroup', 'Pegasus', 'SamTanson'], 'each name once');
    await clickOn(options, 'input[value=solid]');
    await becomes(() => highlights(article), ['bridle-mention-solid'], 'on the page');
    await becomes(() => highlights(options), ['bridle-mention-solid'], 'in the sample');
    expect(await markedNames(options)).toEqual(['NSOGroup', 'Pegasus']);
    await clickOn(options, 'input[value=none]');
    await becomes(() => markedNames(article), [], 'no marks');
    await clickOn(options, 'input[value=shaded]');
    await clickOn(options, 'input[value=every]');
    await becomes(
      async () => [(await markedNames(article)).length, ...(await highlights(article))],
      [5, 'bridle-mention-shaded'],
      'all again',
    );
  });

  test('the language changes on every open surface at once', async () => {
    const options = await openOptions();
    const welcome = await here.session.openExtension('welcome.html');
    const popup = await here.session.openExtension('popup.html');
    onTestFinished(async () => {
      await Promise.all([welcome.close(), popup.close()]);
    });
    await options.front();
    for (const [language, heading, greeting] of [
      ['fr', 'Marques', 'Ce qu’il fait'],
      ['de', 'Markierungen', 'Was es tut'],
      ['en', 'Marks', 'What it does'],
    ] as const) {
      await clickOn(options, `#language input[value=${language}]`);
      await becomes(() => text(options, '#marks h2'), heading);
      await becomes(() => text(welcome, '#does h2'), greeting);
      await becomes(() => popup.evaluate(() => document.documentElement.lang).catch(() => 'reloading'), language);
      expect(await options.evaluate(() => document.documentElement.lang)).toBe(language);
    }
  });

  test('the dwell is set by number or slider, within its bounds', async () => {
    const options = await openOptions();
    const set = (value: string) =>
      options.evaluate((wanted) => {
        const input = document.querySelector<HTMLInputElement>('input[type=number]')!;
        input.value = wanted;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }, value);
    await set('450');
    await becomes(() => stored(options, 'settings:dwellMs'), 450);
    expect(await options.evaluate(() => document.querySelector<HTMLInputElement>('input[type=range]')!.value)).toBe(
      '450',
    );
    await set('99999');
    await becomes(() => stored(options, 'settings:dwellMs'), 2000);
    await options.front();
    await options.evaluate(() => document.querySelector<HTMLInputElement>('input[type=range]')!.focus());
    await options.press('ArrowLeft');
    await becomes(() => stored(options, 'settings:dwellMs'), 1950, 'by key');
  });

  test('a name is marked again, and that is undone', async () => {
    const article = await openArticle();
    const options = await openOptions();
    await setStored(options, {
      'settings:muted': [
        { alias: 'Pegasus', site: null },
        { alias: 'ONS', site: 'stats.example' },
      ],
    });
    await becomes(async () => (await markedNames(article)).includes('Pegasus'), false, 'muted');
    await clickOn(options, '#muted li button');
    await becomes(async () => (await markedNames(article)).includes('Pegasus'), true, 'marked again');
    expect(await text(options, '#muted [role=status]')).toContain('Pegasus');
    expect(
      await options.evaluate(() => document.activeElement?.closest('li')?.textContent),
      'the focus is at the neighbour',
    ).toContain('ONS');
    await clickOn(options, '#muted [role=status] button');
    await becomes(async () => (await markedNames(article)).includes('Pegasus'), false, 'undone');
  });

  test('a site is kept off and switched on again; what is no site is refused with the reason', async () => {
    const article = await openArticle();
    const options = await openOptions();
    const field = '#sites form:last-of-type';
    await clickOn(options, `${field} input`);
    await options.type('not a site');
    await options.press('Enter');
    await becomes(() => text(options, `${field} .fault`), 'This is not the name of a site.');
    expect(
      await options.evaluate(
        (wanted) => document.querySelector(wanted)!.getAttribute('aria-invalid'),
        `${field} input`,
      ),
    ).toBe('true');
    await options.evaluate((wanted) => document.querySelector<HTMLInputElement>(wanted)!.select(), `${field} input`);
    await options.type(`${here.site.origin}/article.html`);
    await options.press('Enter');
    await becomes(async () => (await markedNames(article)).length, 0, 'off');
    await becomes(() => text(options, '#sites .list:nth-of-type(2) bdi, #sites .list:last-of-type bdi'), '127.0.0.1');
    await options.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#sites .list')].at(-1)!.querySelector('button')!.click(),
    );
    await becomes(async () => (await markedNames(article)).length, 5, 'on');
  });

  test('two windows that change different settings at once lose nothing', async () => {
    const [one, other] = [await openOptions(), await openOptions()];
    const pick = (tab: Tab, selector: string) =>
      tab.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)!.click(), selector);
    await Promise.all([
      pick(one, 'input[value=section]'),
      pick(other, 'input[value=shaded]'),
      pick(one, '#marks [role=switch]'),
    ]);
    for (const tab of [one, other]) {
      await becomes(
        () =>
          tab.evaluate(() =>
            [...document.querySelectorAll<HTMLInputElement>('#marks [type=radio]:checked')].map(({ value }) => value),
          ),
        ['section', 'shaded', 'contested'],
      );
    }
    await becomes(() => stored(one, 'settings:ticks'), true);
  });

  describe('back-up', () => {
    /** Gives the page a file, as its own chooser would. */
    const give = (tab: Tab, content: string) =>
      tab.evaluate((given) => {
        const files = new DataTransfer();
        files.items.add(new File([given], 'mine.json', { type: 'application/json' }));
        const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }, content);
    /** What the page saves. */
    const save = (tab: Tab) =>
      tab.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const { createObjectURL } = URL;
            URL.createObjectURL = (blob) => {
              void (blob as Blob).text().then(resolve);
              URL.createObjectURL = createObjectURL;
              return 'data:application/json,';
            };
            document.querySelector<HTMLElement>('#backup .offer button')!.click();
          }),
      );

    test('a saved file is shown, restored, and the restoring undone', async () => {
      const options = await openOptions();
      await setStored(options, { 'settings:density': 'section', 'settings:dwellMs': 450 });
      await becomes(
        () => options.evaluate(() => document.querySelector<HTMLInputElement>('#marks :checked')!.value),
        'section',
      );
      const file = await save(options);
      await clickOn(options, 'input[value=page]');
      await becomes(() => stored(options, 'settings:density'), 'page');
      await give(options, file);
      await becomes(
        () => options.evaluate(() => [...document.querySelectorAll('#backup td')].map((cell) => cell.textContent)),
        ['The first on the page', 'The first in each section'],
      );
      expect(await stored(options, 'settings:density'), 'only shown').toBe('page');
      await clickOn(options, '#backup .action.main');
      await becomes(() => stored(options, 'settings:density'), 'section', 'restored');
      await becomes(() => text(options, '#backup .done'), 'The file has been restored. Undo');
      await clickOn(options, '#backup .done button');
      await becomes(() => stored(options, 'settings:density'), 'page', 'undone');
      expect(await stored(options, 'settings:dwellMs')).toBe(450);
    });

    test('a broken file is refused with the reason, and changes nothing', async () => {
      const options = await openOptions();
      const file = await save(options);
      const before = await stored(options, null);
      for (const [broken, reason] of [
        [file.slice(0, 40), 'damaged, or no JSON'],
        [file.replace('"dwellMs": 300', '"dwellMs": 1e99'), 'settings.dwellMs'],
        ['{"name":"other"}', 'not a back-up of Bridle'],
        ['x'.repeat(1_000_001), 'larger than 1 MB'],
      ] as const) {
        await give(options, broken);
        await becomes(async () => (await text(options, '#backup .fault')).includes(reason), true, reason);
        expect(await text(options, '#backup .fault')).toContain('Nothing has changed.');
      }
      expect(await stored(options, null)).toEqual(before);
    });
  });

  test('everything stored is erased, after a question', async () => {
    const options = await openOptions();
    await setStored(options, { 'settings:language': 'de', 'settings:dwellMs': 450 });
    await becomes(() => text(options, '#stored h2'), 'Was gespeichert ist');
    await clickOn(options, '#stored .body > button');
    await becomes(
      () => options.evaluate(() => document.activeElement?.textContent),
      'Alles löschen',
      'the question has the focus',
    );
    expect(await stored(options, 'settings:dwellMs')).toBe(450);
    await clickOn(options, '#stored .action.main');
    await becomes(() => stored(options, null), {}, 'nothing is left');
    await becomes(
      () => options.evaluate(() => document.querySelector<HTMLInputElement>('input[type=number]')!.value),
      '300',
      'as at first',
    );
  });

  test('everything stored is erased by keyboard, and not where the question is declined', async () => {
    const options = await openOptions();
    await setStored(options, { 'settings:dwellMs': 450 });
    await options.front();
    await options.evaluate(() => document.querySelector<HTMLElement>('#stored .body > button')!.focus());
    await options.press('Enter');
    const focused = () => options.evaluate(() => document.activeElement?.textContent);
    await becomes(focused, 'Erase everything', 'the question');
    expect(await stored(options, 'settings:dwellMs')).toBe(450);
    await options.press('Tab');
    await options.press('Enter');
    await becomes(focused, 'Erase everything stored…', 'declined');
    expect(await stored(options, 'settings:dwellMs')).toBe(450);
    await options.press('Enter');
    await becomes(focused, 'Erase everything', 'asked again');
    await options.press('Enter');
    await becomes(() => stored(options, null), {}, 'nothing is left');
  });

  test('what cannot be read is reset, said once, and kept', async () => {
    const options = await openOptions();
    await setStored(options, { 'settings:dwellMs': 'soon', 'settings:language': 'en' });
    await becomes(
      () => text(options, '.notice'),
      'Some settings could not be read and were reset: delay of the card. A copy of what was there has been kept. Understood',
    );
    await clickOn(options, '.notice button');
    await becomes(() => text(options, '.notice'), '', 'said');
    expect(JSON.stringify(await stored(options, 'settings-backup', 'local'))).toContain('"dwellMs":"soon"');
  });

  test('the shortcuts are those of the browser', async () => {
    const options = await openOptions();
    await becomes(
      () => text(options, '#shortcuts dl > div'),
      expect.stringMatching(/^Open search and the page’s mentions\s+\S+K$/),
    );
  });

  test.each(languagesJudgedIn(family))('axe finds nothing in %s, light or dark, wide or narrow', async (language) => {
    const options = await openOptions({ width: 1024, height: 900 });
    await setStored(options, {
      'settings:language': language,
      'settings:sites': { off: ['intranet.example'] },
      'settings:muted': [{ alias: 'ONS', site: null }],
      'settings:density': 'page',
    });
    await becomes(() => options.evaluate(() => document.documentElement.lang), language);
    await clickOn(options, '#stored .body > button');
    await expectNoFaults(options);
  });

  test('a walk by keyboard reaches every control, with the focus seen, and changes a setting', async () => {
    const options = await openOptions();
    await options.front();
    const seen: string[] = [];
    for (let step = 0; step < 60; step++) {
      await options.press('Tab');
      const at = await options.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const section = element.closest('section')?.id ?? '';
        const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        return {
          name: `${section} ${element.type || element.localName} ${element.value || element.textContent}`,
          isSeen,
          isEnd: section === 'stored',
        };
      });
      expect(at.isSeen, `focus on ${at.name}`).toBe(true);
      seen.push(at.name);
      if (at.name.startsWith('marks radio every')) await options.press('ArrowDown');
      if (at.isEnd) break;
    }
    expect(new Set(seen.map((name) => name.split(' ')[0]))).toEqual(
      new Set(['sites', 'marks', 'card', 'language', 'shortcuts', 'journal', 'backup', 'stored']),
    );
    await becomes(() => stored(options, 'settings:density'), 'section', 'chosen by key');
  });
});
