/** The card on a page: when it opens and closes, where it lies, what it shows. */
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { isSentence, readMarks, type Mark } from '../../scripts/marks.ts';
import type { Tab } from '../../scripts/session.ts';
import { cardBox, cardTitle, markOf, pressInCard } from './card.ts';
import { hasDrawing, tabNumber } from './extension.ts';
import { aWhile, becomes, inBothBrowsers, markedNames, markup } from './harness.ts';
import { openFixtures } from './open-fixtures.ts';

const FAR = { x: 5, y: 5 };

inBothBrowsers('card', (family) => {
  const here = openFixtures(family);
  let tab: Tab;
  beforeEach(async () => {
    tab = await openPage('article.html', 5);
  });
  afterEach(async () => {
    await tab.close();
  });

  async function openPage(page: string, names: number): Promise<Tab> {
    const opened = await here.session.open(`${here.site.origin}/${page}`, { width: 1000, height: 800 });
    await becomes(async () => (await markedNames(opened)).length, names, 'the page is annotated');
    return opened;
  }

  async function hover(name: string): Promise<Mark> {
    const mark = await markOf(tab, name);
    await tab.move(mark.x, mark.y);
    return mark;
  }

  const press = (selector: string) => pressInCard(tab, selector);
  const title = () => tab.evaluate(cardTitle);
  const opens = (name: string) => becomes(title, name, 'title of the card');
  const closes = () => becomes(title, null, 'the card is closed');

  test('opens where the pointer rests on a name, beside the line, inside the viewport', async () => {
    await tab.move(FAR.x, FAR.y);
    const mark = await hover('NSO Group');
    await opens('NSO Group');
    const box = (await tab.evaluate(cardBox))!;
    expect(
      mark.y < box.y || mark.y > box.y + box.height || mark.x < box.x || mark.x > box.x + box.width,
      `the line at ${mark.y} is free of ${JSON.stringify(box)}`,
    ).toBe(true);
    expect(box.height, 'as high as is read at a glance').toBeLessThanOrEqual(390);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(1000);
    expect(box.y + box.height).toBeLessThanOrEqual(800);
  });

  test('tells claims with their dates and sources, a contradiction with its reason, and when its knowledge ends', async () => {
    await hover('NSO Group');
    await opens('NSO Group');
    const card = await tab.evaluate(cardText);
    expect(card).toContain('2021');
    expect(card).toMatch(/Paperjam|Wort|Reuters|Human Rights Watch/);
    expect(card).toMatch(/ends/);
    expect(await tab.evaluate(countInCard, '.pair'), 'statements side by side').toBeGreaterThan(0);
    expect(await tab.evaluate(countInCard, '[data-relation] .why, [data-relation] .reason'), 'reasons').toBeGreaterThan(
      0,
    );
  });

  test('of a contested sentence both statements and the reason are in sight at once, without scrolling', async () => {
    await tab.close();
    tab = await openPage('contradictions.html', 4);
    const sentences = (await tab.evaluate(readMarks)).filter((mark) => isSentence(mark) && mark.y < 780);
    expect(sentences.length).toBeGreaterThan(0);
    for (const { x, y, text } of sentences) {
      await tab.move(FAR.x, FAR.y);
      await closes();
      await tab.move(x, y);
      await becomes(() => tab.evaluate(hiddenInCard), { statements: 2, reasons: 1, hidden: [] }, text);
    }
  });

  test('the card of a name opens with the claim that its sentence takes up', async () => {
    await hover('Jean Asselborn');
    await opens('Jean Asselborn');
    const card = await tab.evaluate(cardText);
    const [claim, rest] = [card.indexOf('unable to check NSO’s denials'), card.search(/consent|two offices/i)];
    expect(claim, 'the claim').toBeGreaterThan(0);
    expect(rest === -1 || claim < rest, 'stands before the others').toBe(true);
  });

  test('what draws cards comes with the first card of a page, and not before', async () => {
    const inside = await here.session.openExtension('options.html');
    onTestFinished(() => inside.close());
    const number = await tabNumber(inside, `${here.site.origin}/article.html`);
    await tab.front();
    expect(await hasDrawing(inside, number), 'before').toBe(false);
    await hover('NSO Group');
    await opens('NSO Group');
    expect(await hasDrawing(inside, number), 'then').toBe(true);
  });

  test('does not open for a pointer that only passes', async () => {
    await hover('NSO Group');
    await tab.move(FAR.x, FAR.y);
    await aWhile();
    expect(await title()).toBe(null);
  });

  test('goes from name to name, and closes when the pointer leaves', async () => {
    await hover('NSO Group');
    await opens('NSO Group');
    await tab.move(FAR.x, FAR.y);
    await closes();
    await hover('Jean Asselborn');
    await opens('Jean Asselborn');
  });

  test('survives the pointer’s way to it, and stays while the pointer is on it', async () => {
    await hover('NSO Group');
    await opens('NSO Group');
    const box = (await tab.evaluate(cardBox))!;
    await tab.move(box.x + box.width / 2, box.y + Math.min(40, box.height / 2));
    await aWhile();
    expect(await title()).toBe('NSO Group');
  });

  test('gives the wheel to the page: it closes, and the page scrolls on under a pointer at rest', async () => {
    await makeLong(tab);
    await hover('NSO Group');
    await opens('NSO Group');
    for (let turn = 0; turn < 5; turn++) await tab.wheel(100);
    await closes();
    await becomes(() => tab.evaluate(() => scrollY), 500, 'scrolled by every turn');
    await aWhile();
    expect(await title(), 'none opens for a pointer that has not moved').toBe(null);
  });

  test('pinned by a click on its name, it stays with its line when the page scrolls, and takes no wheel', async () => {
    await makeLong(tab);
    const { x, y } = await hover('NSO Group');
    await opens('NSO Group');
    await tab.click(x, y);
    await becomes(() => tab.evaluate(countInCard, '.pin[aria-pressed="true"]'), 1, 'pinned');
    const before = (await tab.evaluate(cardBox))!;
    for (let turn = 0; turn < 4; turn++) await tab.wheel(40);
    await becomes(() => tab.evaluate(() => scrollY), 160, 'the page scrolls');
    await becomes(
      async () => Math.abs((await tab.evaluate(cardBox))!.y - before.y + 160) < 4,
      true,
      'with its line, but for the animation with which it arrives',
    );
    await tab.press('Escape');
    await closes();
  });

  test('a name in it opens in it, and Back, Alt+Left and Escape lead back', async () => {
    await here.session.command('next-mention');
    await opens('NSO Group');
    for (const back of ['Backspace', 'Alt+ArrowLeft', 'Escape']) {
      await press('.claim .name');
      await becomes(() => tab.evaluate(countInCard, '.back'), 1, 'a card in the card');
      await tab.press(back);
      await becomes(() => tab.evaluate(countInCard, '.back'), 0, back);
      await opens('NSO Group');
    }
    await tab.press('Escape');
    await closes();
  });

  test('closes on Escape', async () => {
    await hover('NSO Group');
    await opens('NSO Group');
    await tab.press('Escape');
    await closes();
  });

  test('leaves the page’s markup as it was while it is open', async () => {
    const before = (await markup(tab)).html;
    await hover('Pegasus');
    await opens('Pegasus');
    expect(await markup(tab)).toEqual({ html: before, hosts: 1 });
  });

  test('opens on a tap', async () => {
    const { x, y } = await markOf(tab, 'Jean Asselborn');
    await tab.tap(x, y);
    await opens('Jean Asselborn');
  });

  test('steps through the names by keyboard, and gives the focus back', async () => {
    await here.session.command('next-mention');
    await opens('NSO Group');
    expect(await tab.evaluate(() => document.activeElement?.localName)).toBe('bridle-card');
    await here.session.command('next-mention');
    await opens('Jean Asselborn');
    await here.session.command('previous-mention');
    await opens('NSO Group');
    await here.session.command('previous-mention');
    await opens('Sam Tanson');
    expect((await markOf(tab, 'Sam Tanson')).y, 'scrolled into view').toBeLessThan(800);
    await tab.press('Escape');
    await closes();
    expect(await tab.evaluate(() => document.activeElement?.localName)).toBe('body');
  });

  test('is not opened by events that the page makes up', async () => {
    const { x, y } = await markOf(tab, 'NSO Group');
    await tab.move(FAR.x, FAR.y);
    await tab.evaluate(
      (at) => {
        const target = document.elementFromPoint(at.x, at.y)!;
        for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup', 'click']) {
          target.dispatchEvent(new PointerEvent(type, { clientX: at.x, clientY: at.y, bubbles: true, composed: true }));
        }
      },
      { x, y },
    );
    await aWhile();
    expect(await title()).toBe(null);
  });

  test('is dark on a dark page and light on a light one', async () => {
    await hover('NSO Group');
    await opens('NSO Group');
    expect(await tab.evaluate(cardLightness)).toBeGreaterThan(0.7);
    await tab.close();
    tab = await openPage('dark.html', 4);
    await hover('Jean Asselborn');
    await opens('Jean Asselborn');
    expect(await tab.evaluate(cardLightness)).toBeLessThan(0.3);
  });

  test('is a sheet at the edge of a narrow window', async () => {
    await tab.resize({ width: 360, height: 640 });
    await tab.move(FAR.x, FAR.y);
    const mark = await hover('NSO Group');
    await opens('NSO Group');
    const box = (await tab.evaluate(cardBox))!;
    expect(box.width).toBeGreaterThan(320);
    expect(mark.y < box.y || mark.y > box.y + box.height).toBe(true);
  });

  test('its lines break as before when the pointer comes into it', async () => {
    const widths = () =>
      tab.evaluate(() =>
        [...document.querySelector('bridle-card')!.shadowRoot!.querySelectorAll('.card *')].map((element) =>
          Math.round(element.getBoundingClientRect().width),
        ),
      );
    await hover('Jean Asselborn');
    await opens('Jean Asselborn');
    const before = await widths();
    const { x, y } = await tab.evaluate(() => {
      const { left, top } = document
        .querySelector('bridle-card')!
        .shadowRoot!.querySelector('h2')!
        .getBoundingClientRect();
      return { x: left + 4, y: top + 4 };
    });
    await tab.move(x, y);
    await becomes(
      () =>
        tab.evaluate(() => document.querySelector('bridle-card')!.shadowRoot!.querySelector('[data-entered]') !== null),
      true,
      'it can be scrolled',
    );
    expect(await widths()).toEqual(before);
  });

  test('an error is reported on the clipboard, with as much of the address as the reader chooses', async () => {
    await tab.close();
    tab = await openPage('article.html?reader=7', 5);
    const asked = here.site.asked.length;
    await hover('Jean Asselborn');
    await opens('Jean Asselborn');
    await press('[data-report]');
    await press('[data-copy=card_report_page]');
    await becomes(async () => (await tab.evaluate(cardText)).includes('Copied'), true, 'it says so');
    expect(here.site.asked.length, 'nothing is asked for').toBe(asked);
    await tab.press('Escape');
    await tab.press('Escape');
    await closes();
    await tab.evaluate(() => document.body.prepend(document.createElement('textarea')));
    await tab.evaluate(() => document.querySelector('textarea')!.focus());
    await tab.press('Control+v');
    await becomes(
      async () =>
        (await tab.evaluate(() => document.querySelector('textarea')!.value))
          .split('\n')
          .filter((line) => /jean-asselborn|Page:/.test(line)),
      ['Read as: “Jean Asselborn” → jean-asselborn', `Page: ${here.site.origin}/article.html`],
      'pasted',
    );
  });

  test('no longer marks what the reader says is a wrong match, until that is taken back', async () => {
    await hover('Pegasus');
    await opens('Pegasus');
    await press('footer [data-wrong]');
    await press('.wrong .action');
    await becomes(() => markedNames(tab), ['JeanAsselborn', 'NSO', 'NSOGroup', 'SamTanson'], 'muted');
    await press('.wrong .link');
    await becomes(async () => (await markedNames(tab)).length, 5, 'taken back');
  });
});

/** So that the page can be scrolled. */
function makeLong(tab: Tab): Promise<void> {
  return tab.evaluate(() => {
    document.body.style.paddingBottom = '3000px';
  });
}

// What follows runs in the page; the test build's shadow root is open.

function cardText(): string {
  return document.querySelector('bridle-card')!.shadowRoot!.querySelector<HTMLElement>('.card')!.innerText;
}

function countInCard(selector: string): number {
  return document.querySelector('bridle-card')!.shadowRoot!.querySelectorAll(selector).length;
}

/** 0 for black to 1 for white, of the first background behind the card's text. */
function cardLightness(): number {
  let element: Element | null = document.querySelector('bridle-card')!.shadowRoot!.querySelector('.card');
  while (element && getComputedStyle(element).backgroundColor === 'rgba(0, 0, 0, 0)') element = element.parentElement;
  const canvas = document.createElement('canvas').getContext('2d')!;
  canvas.fillStyle = element ? getComputedStyle(element).backgroundColor : 'white';
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / (3 * 255);
}

/** Runs in the page. What of statements and reason lies below the part of the card that is seen. */
function hiddenInCard(): { statements: number; reasons: number; hidden: (string | null)[] } {
  const card = document.querySelector('bridle-card')?.shadowRoot?.querySelector('.card');
  const end = card?.querySelector(':scope > footer')?.getBoundingClientRect().top ?? 0;
  return {
    statements: card?.querySelectorAll('.statement').length ?? 0,
    reasons: card?.querySelectorAll('.why').length ?? 0,
    hidden: [...(card?.querySelectorAll('.statement, .said, .source, .why') ?? [])]
      .filter((part) => part.getBoundingClientRect().bottom > end + 1)
      .map(({ textContent }) => textContent),
  };
}
