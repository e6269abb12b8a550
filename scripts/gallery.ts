/** Every surface of Bridle, each with what has to be done until it can be seen. */
import type { Box, Tab } from './session.ts';
import { boxInCard, fit, openCard, until, type Stage } from './stage.ts';

export interface Picture {
  name: string;
  tab: Tab;
  clip?: Box;
}

export type Width = 'wide' | 'narrow';

/** A page that shows statements which repeat, dispute and contradict each other. */
const NEWS = 'news/demo.html';

/** Yields one surface after the other, ready to be taken; each is closed when the next is asked for. `main`: only the most important. */
export async function* gallery(stage: Stage, width: Width, main = false): AsyncGenerator<Picture> {
  const wide = width === 'wide';
  const news = await stage.openNews(NEWS, wide ? { width: 1000, height: 820 } : { width: 390, height: 760 });
  yield* onPage(news, wide);
  yield* besidePage(stage, wide);
  yield* inTabs(stage, wide, main);
  await news.close();
}

async function* onPage(news: Tab, wide: boolean): AsyncGenerator<Picture> {
  const by = wide ? 'move' : 'tap';
  await openCard(news, { name: 'NSO' }, by);
  yield { name: 'card', tab: news };
  const pair = await boxInCard(news, '[data-relation]');
  yield { name: 'card-contradiction', tab: news, ...(pair && wide && { clip: pair }) };
  await news.evaluate(askAboutMatch);
  await boxInCard(news, '.wrong');
  yield { name: 'card-wrong-match', tab: news };
  await news.press('Escape');
  await openCard(news, { sentence: 'Pegasus Project' }, by);
  yield { name: 'card-claim', tab: news };
  await news.press('Escape');
}

async function* besidePage(stage: Stage, wide: boolean): AsyncGenerator<Picture> {
  const popup = { width: wide ? 392 : 320, height: 600 };
  const panel = { width: wide ? 420 : 320, height: 820 };
  const about = { page: NEWS };
  const shots: [name: string, open: () => Promise<Tab>, act?: (tab: Tab) => Promise<void>][] = [
    ['popup-empty', () => stage.openExtension('popup.html', popup, '.page p')],
    ['popup-on-page', () => stage.openExtension('popup.html', popup, '.page .row', about)],
    [
      'popup-searching',
      () => stage.openExtension('popup.html', popup, 'input:focus', about),
      (tab) => search(tab, 'asselb'),
    ],
    [
      'popup-in-vain',
      () => stage.openExtension('popup.html', popup, 'input:focus', about),
      (tab) => tab.type('bassoon'),
    ],
    [
      'popup-card',
      () => stage.openExtension('popup.html', popup, '.page .row', about),
      (tab) => press(tab, '.names .row', '.card'),
    ],
    ['panel', () => stage.openExtension('sidepanel.html', panel, '.group .place', about)],
    [
      'panel-card',
      () => stage.openExtension('sidepanel.html', panel, '.group .name', about),
      (tab) => press(tab, '.group .name', '.card'),
    ],
    ['panel-not-here', () => stage.openExtension('sidepanel.html', panel, '.empty', { page: 'options.html' })],
  ];
  for (const [name, open, act] of shots) {
    const tab = await open();
    await act?.(tab);
    yield { name, tab };
    await tab.close();
  }
  await stage.switchOff();
  const off = await stage.openExtension('sidepanel.html', panel, '.empty .main', about);
  yield { name: 'panel-off', tab: off };
  await off.close();
}

async function* inTabs(stage: Stage, wide: boolean, main: boolean): AsyncGenerator<Picture> {
  const width = wide ? 1280 : 390;
  const pages: [name: string, path: string, ready: string][] = [
    ['welcome', 'welcome.html', 'main section'],
    ['options', 'options.html', 'main section:nth-of-type(8)'],
    ['journal', 'journal.html', '#kept'],
    ['explorer-story', 'facts.html', '.chapter'],
    ['explorer-list', 'facts.html?view=list', '.claims > li'],
    ['explorer-timeline', 'facts.html?view=timeline', '.timeline svg'],
    ['explorer-map', 'facts.html?view=map', '.arc'],
    ['explorer-claim', 'facts.html?claim=asselborn-two-offices', 'article'],
    ['explorer-then-and-now', 'facts.html?entity=jean-asselborn', '.then-and-now'],
    ...(main
      ? []
      : ([
          ['explorer-in-vain', 'facts.html?q=bassoon', 'main'],
          ['explorer-sources', 'facts.html?view=sources', 'main h2'],
          ['explorer-source', 'facts.html?source=wort-2021-10-20', 'main h2'],
          ['explorer-relation', 'facts.html?relation=two-offices-nine-entities', 'main h2'],
          ['explorer-compare', 'facts.html?compare=asselborn-two-offices,foreign-ministry-nine-entities', 'main h2'],
          ['explorer-choose', 'facts.html?compare=asselborn-two-offices', 'main h2'],
          ['explorer-missing', 'facts.html?claim=no-such-claim', 'main h2'],
        ] satisfies [string, string, string][])),
  ];
  for (const [name, path, ready] of pages) {
    const tab = await stage.openExtension(path, { width, height: 900 }, ready);
    await fit(tab, width, [wide ? 800 : 760, 3000]);
    yield { name, tab };
    await tab.close();
  }
}

async function search(tab: Tab, words: string): Promise<void> {
  await tab.type(words);
  await until(() => tab.evaluate(() => document.querySelector('[role=option]') !== null), 'results');
}

/** Presses what the first selector finds until the second finds something. */
async function press(tab: Tab, selector: string, ready: string): Promise<void> {
  await tab.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)!.click(), selector);
  await until(() => tab.evaluate((wanted) => document.querySelector(wanted) !== null, ready), ready);
}

/** Runs in the page: "Wrong match?", which is the last button of the card. */
function askAboutMatch(): void {
  const buttons = document
    .querySelector('bridle-card')!
    .shadowRoot!.querySelectorAll<HTMLElement>('.card > footer button.link');
  buttons[buttons.length - 1]!.click();
}
