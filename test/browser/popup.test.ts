/** The toolbar popup: search, what the page mentions, the site's switch. */
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Tab } from '../../scripts/session.ts';
import { popupText, tabNumber } from './extension.ts';
import { becomes, inBothBrowsers, markedNames, markup } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';

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

  test('opens from the toolbar with what the page in front mentions', async () => {
    const inside = await here.session.openExtension('popup.html');
    onTestFinished(() => inside.close());
    await openArticle();
    await here.session.openPopup();
    await becomes(async () => MENTIONS.test((await popupText(inside)) ?? ''), true, 'mentions with counts');
  });

  test('switches the site off and on, and open pages follow at once', async () => {
    const inside = await here.session.openExtension('popup.html');
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
