/** The toolbar popup: search, what the page mentions, the site's switch. */
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Tab } from '../../scripts/session.ts';
import { PLAIN_PAGE, popupText, tabNumber } from './extension.ts';
import { becomes, inBothBrowsers, markedNames, markup } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';

/** None of its words is the statement's. */
const SENTENCE = {
  asked: 'He has no means of testing whether what the vendor tells him is true.',
  answer: 'unable to check NSO’s denials',
};
const MENTIONS = /NSO Group\D*2[\s\S]*Jean Asselborn\D*1/;

inBothBrowsers('popup', (family) => {
  const here = openFixtures(family);

  test('searches as one types, walks by arrow keys, and opens a result to its card', async () => {
    const popup = await here.session.openExtension('popup.html', { width: 420, height: 640 });
    onTestFinished(() => popup.close());
    const state = () => popup.evaluate(readList);
    await becomes(async () => (await state()).focus, 'INPUT', 'focus');
    await popup.type('asselborn jéan');
    await becomes(async () => /Asselborn/.test((await state()).options[0] ?? ''), true, 'the person comes first');
    const { selected } = await state();
    await popup.press('ArrowDown');
    await becomes(async () => (await state()).selected, selected + 1, 'one down');
    await popup.press('ArrowUp');
    await becomes(async () => (await state()).selected, selected, 'one up');
    expect((await state()).focus).toBe('INPUT');
    if (selected === -1) await popup.press('ArrowDown');
    await popup.press('Enter');
    await becomes(
      () => popup.evaluate(() => document.querySelector('.card h2')?.textContent ?? ''),
      'Jean Asselborn',
      'its card',
    );
  });

  test('a sentence finds the claim that it speaks of, by the engine in the background', async () => {
    const popup = await here.session.openExtension('popup.html', { width: 420, height: 640 });
    onTestFinished(() => popup.close());
    await becomes(async () => (await popup.evaluate(readList)).focus, 'INPUT', 'focus');
    await popup.type(SENTENCE.asked);
    await becomes(
      async () => (await popup.evaluate(readList)).options.some((option) => option.includes(SENTENCE.answer)),
      true,
      'the statement',
    );
  });

  test('of the relations that it finds only conflicts are red', async () => {
    const popup = await here.session.openExtension('popup.html', { width: 420, height: 640 });
    onTestFinished(() => popup.close());
    await becomes(async () => (await popup.evaluate(readList)).focus, 'INPUT', 'focus');
    const colours = (wanted: string) =>
      popup.evaluate(
        (kind) =>
          [...document.querySelectorAll('[role=option].relation .eyebrow')].flatMap((label) =>
            label.textContent.includes(kind) ? getComputedStyle(label).color : [],
          ),
        wanted,
      );
    await popup.type('different count');
    await becomes(async () => (await colours('Different count')).length > 0, true, 'a difference of counts');
    const [calm] = await colours('Different count');
    await popup.press('Control+a');
    await popup.type('contradicts');
    await becomes(async () => (await colours('Contradicts')).length > 0, true, 'a contradiction');
    expect((await colours('Contradicts'))[0]).not.toBe(calm);
  });

  test('opens from the toolbar with what the page in front mentions', async () => {
    const inside = await here.session.openExtension(PLAIN_PAGE);
    onTestFinished(() => inside.close());
    await openArticle();
    await here.session.openPopup();
    await becomes(async () => MENTIONS.test((await popupText(inside)) ?? ''), true, 'mentions with counts');
  });

  test('switches the site off and on, and open pages follow at once', async () => {
    const inside = await here.session.openExtension(PLAIN_PAGE);
    onTestFinished(() => inside.close());
    const tab = await openArticle();
    const popup = await here.session.openExtension(`popup.html?tab=${await tabNumber(inside, here.site.origin)}`, {
      width: 420,
      height: 640,
    });
    onTestFinished(() => popup.close());
    await becomes(
      async () => MENTIONS.test(await popup.evaluate(() => document.body.innerText)),
      true,
      'mentions with counts',
    );
    await pressSwitch(popup);
    await becomes(async () => (await markedNames(tab)).length, 0, 'switched off');
    await becomes(async () => (await markup(tab)).hosts, 0, 'no host of a card');
    await pressSwitch(popup);
    await becomes(async () => (await markedNames(tab)).length, 5, 'switched on');
  });

  test('says first what is contested, keeps the switch in sight, and leads to the place', async () => {
    const inside = await here.session.openExtension(PLAIN_PAGE);
    onTestFinished(() => inside.close());
    const tab = await here.session.open(`${here.site.origin}/contradictions.html`, { width: 1000, height: 700 });
    onTestFinished(() => tab.close());
    await becomes(async () => (await markedNames(tab)).length, 4, 'annotated');
    const popup = await here.session.openExtension(`popup.html?tab=${await tabNumber(inside, here.site.origin)}`, {
      width: 420,
      height: 300,
    });
    onTestFinished(() => popup.close().catch(() => undefined));
    await becomes(
      () => popup.evaluate(() => document.querySelector('.contested h2')?.textContent ?? ''),
      '3 contested here',
    );
    const rows = await popup.evaluate(() =>
      [...document.querySelectorAll('.contested li')].map((row) => row.textContent),
    );
    expect(rows[0]).toMatch(/^NSO Group: Pegasus was not used.*Contradicted by/);
    expect(rows[1]).toMatch(/nine Bahraini activists.*Contradicted by NSO Group/);
    expect(rows[2]).toMatch(/surveillance software.*Takes back what was said by/);
    // Twice the size of text: what cannot be seen is further down, the switch is not.
    for (const size of ['16px', '32px']) {
      const [top, bottom, height] = await popup.evaluate((wanted) => {
        document.documentElement.style.fontSize = wanted;
        const { top, bottom } = document.querySelector('[role=switch]')!.getBoundingClientRect();
        return [top, bottom, innerHeight] as const;
      }, size);
      expect(top, size).toBeGreaterThanOrEqual(0);
      expect(bottom, size).toBeLessThanOrEqual(height);
    }
    const { x, y } = await popup.evaluate(() => {
      document.documentElement.style.fontSize = '';
      scrollTo(0, 0);
      const box = document.querySelector('.contested .row')!.getBoundingClientRect();
      return { x: box.x + 20, y: box.y + 8 };
    });
    await popup.click(x, y);
    await becomes(() => tab.evaluate(() => document.querySelector('bridle-card') !== null), true, 'the place’s card');
  });

  async function openArticle(): Promise<Tab> {
    const tab = await here.session.open(`${here.site.origin}/article.html`);
    onTestFinished(() => tab.close());
    await becomes(async () => (await markedNames(tab)).length, 5, 'annotated');
    return tab;
  }
});

/** The switch; or, where switching off gave the access back, the button that asks for it: within a real click. */
async function pressSwitch(popup: Tab): Promise<void> {
  const { x, y } = await vi.waitFor(() =>
    popup.evaluate(() => {
      const box = document.querySelector('[role=switch], .action.main')!.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }),
  );
  await popup.click(x, y);
}

/** Runs in the popup. */
function readList(): { focus: string; options: string[]; selected: number } {
  const options = [...document.querySelectorAll<HTMLElement>('[role=option]')];
  return {
    focus: document.activeElement?.tagName ?? '',
    options: options.map((option) => option.innerText),
    selected: options.findIndex((option) => option.getAttribute('aria-selected') === 'true'),
  };
}
