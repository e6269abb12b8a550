// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { words as cardWords } from 'virtual:bridle/words/card';
import { words as panelWords } from 'virtual:bridle/words/panel';
import { words as popupWords } from 'virtual:bridle/words/popup';
import { Panel } from '../../../components/dossier/Panel.tsx';
import type { PanelState } from '../../../components/dossier/NoDossier.tsx';
import { Popup } from '../../../components/popup/Popup.tsx';
import { createWords } from '../../../presentation/words.ts';
import { WordsProvider } from '../../../components/words.ts';
import type { Dossier, HeldByFrame } from '../../../presentation/dossier.ts';
import { facts } from '../../fixtures/facts.ts';

afterEach(cleanup);

const words = createWords({ ...cardWords.en, ...panelWords.en, ...popupWords.en }, 'en');
const mention = (entity: string, place: number, before: string): Dossier['mentions'][number] => ({
  entity,
  place,
  before,
  text: entity,
  after: '.',
  confidence: 0.9,
  doubtful: false,
});
const frames: HeldByFrame[] = [
  {
    frameId: 4,
    dossier: {
      mentions: [
        mention('zoe-muller', 1, 'Elected: '),
        ...Array.from({ length: 9 }, (_, at) => mention('dam-works', 10 + at, `${at} by `)),
      ],
      matches: [{ claim: 'safe', stance: 'disputes' as const, sentence: 'It leaks.', confidence: 0.9, place: 2 }],
    },
  },
];
const nothing = () => undefined;
const REPORTING = { version: '1.2.3', address: 'https://news.example/dam?id=7' };

function showPanel({
  state = 'on',
  held = frames,
  inView = [],
}: { state?: PanelState; held?: typeof frames; inView?: number[] } = {}) {
  const acts = { onJump: vi.fn(), onAllow: vi.fn(), onOnce: vi.fn(), onSwitchOn: vi.fn(), onSave: vi.fn() };
  render(
    <WordsProvider value={words}>
      <Panel
        facts={facts}
        host="news.example"
        state={state}
        frames={held}
        inView={new Map([[4, inView]])}
        reporting={REPORTING}
        {...acts}
      />
    </WordsProvider>,
  );
  return acts;
}

describe('panel', () => {
  test('a card opened here reports an error with as much of the page’s address as the reader chooses', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    showPanel();
    fireEvent.click(screen.getByRole('button', { name: 'Zoé Müller' }));
    fireEvent.click(screen.getByRole('button', { name: 'Report an error' }));
    fireEvent.click(screen.getByRole('button', { name: 'Host only' }));
    await screen.findByText('Copied');
    expect(writeText).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/Record: entity zoe-muller\nBridle 1\.2\.3 .*\nPage: news\.example$/),
    );
    vi.unstubAllGlobals();
  });

  test('the rows of what is in view on the page are marked', () => {
    showPanel({ inView: [2, 11] });
    const marked = [...document.querySelectorAll('[data-in-view]')].map((row) => row.textContent);
    expect(marked).toEqual([expect.stringContaining('It leaks.'), expect.stringContaining('1 by dam-works')]);
  });

  test('a sentence and a mention jump to their frame and place, and it is said aloud', () => {
    const { onJump } = showPanel();
    fireEvent.click(screen.getByRole('button', { name: 'It leaks.' }));
    expect(onJump).toHaveBeenLastCalledWith({ frameId: 4, place: 2 });
    fireEvent.click(screen.getByRole('button', { name: /^Elected: zoe-muller/ }));
    expect(onJump.mock.lastCall![0]).toEqual({ frameId: 4, place: 1 });
    expect(screen.getByRole('status').textContent).toBe('Shown on the page: Zoé Müller');
  });

  test('what a frame of another site says is named by that site', () => {
    showPanel({ held: [...frames, { ...frames[0]!, frameId: 5, origin: 'other.example' }] });
    const named = screen.getAllByRole('button', { name: /in a frame from other\.example/ });
    expect(named.map(({ textContent }) => textContent)).toContainEqual(expect.stringContaining('It leaks.'));
    expect(screen.getAllByRole('button', { name: /It leaks\./ }), 'the page’s own is not').toHaveLength(2);
  });

  test('the claim that a sentence meets stands under it, with who made it and when', () => {
    showPanel();
    const row = screen.getByRole('button', { name: 'The dam is safe' }).parentElement!;
    expect(row.textContent).toMatch(/Disputes: Dam Works, 2 May 2019/);
  });

  test('what is contested comes first with what stands against it; what only repeats is folded', () => {
    const matches = [
      { claim: 'alone', stance: 'restates' as const, sentence: 'Forty work there.', confidence: 0.9, place: 1 },
      { claim: 'safe', stance: 'restates' as const, sentence: 'It holds.', confidence: 0.9, place: 2 },
      { claim: 'safe', stance: 'restates' as const, sentence: 'It will hold.', confidence: 0.9, place: 3 },
    ];
    showPanel({ held: [{ frameId: 0, dossier: { mentions: [], matches } }] });
    const [contested] = screen.getAllByRole('list');
    expect(within(contested!).getAllByRole('listitem').length, 'one contradiction').toBe(1);
    expect(contested!.textContent).toMatch(/It holds.*It will hold.*Contradicted by Zoé Müller.*The dam shows cracks/);
    expect(screen.queryByRole('button', { name: 'Forty work there.' })).toBe(null);
    fireEvent.click(screen.getByRole('button', { name: '1 sentence' }));
    expect(screen.getByRole('button', { name: 'Forty work there.' })).toBeTruthy();
  });

  test('a long group opens in place, and all of it is there while one filters by words', () => {
    showPanel();
    const group = screen.getByRole('button', { name: 'Dam Works' }).closest<HTMLElement>('.group')!;
    expect(within(group).getAllByRole('listitem').length).toBe(4);
    fireEvent.click(within(group).getByRole('button', { name: '5 more places' }));
    expect(within(group).getAllByRole('listitem').length).toBe(9);
    fireEvent.click(within(group).getByRole('button', { name: 'Show fewer' }));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'by dam' } });
    expect(within(group).getAllByRole('listitem').length).toBe(9);
  });

  test.each<[PanelState, RegExp, string[]]>([
    ['on', /Nothing recognised here/, []],
    ['off', /off on news\.example/, ['Switch on again']],
    ['none', /no access to news\.example/, ['Allow on this site', 'Only this page, once']],
    ['hidden', /may not see this page/, []],
    ['impossible', /Not possible/, []],
  ])('empty and %s, it says why and offers what helps', (state, why, offers) => {
    const acts = showPanel({ state, held: [] });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toMatch(why);
    expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(offers);
    for (const offer of offers) fireEvent.click(screen.getByRole('button', { name: offer }));
    const called = Object.entries(acts)
      .filter(([, act]) => act.mock.calls.length > 0)
      .map(([name]) => name);
    expect(called).toEqual(
      { on: [], off: ['onSwitchOn'], none: ['onAllow', 'onOnce'], hidden: [], impossible: [], waiting: [] }[state],
    );
  });

  test('where the browser keeps the page to itself, it leads to the choice of sites', () => {
    showPanel({ state: 'hidden', held: [] });
    expect(screen.getByRole('link').getAttribute('href')).toBe('/options.html');
  });

  test('the dossier is kept as a file in either form; an empty one is not', () => {
    const { onSave } = showPanel();
    fireEvent.click(screen.getByRole('button', { name: 'as a web page' }));
    fireEvent.click(screen.getByRole('button', { name: 'as Markdown' }));
    expect(onSave.mock.calls).toEqual([['html'], ['markdown']]);
    cleanup();
    showPanel({ held: [] });
    expect(screen.queryByRole('button', { name: 'as a web page' })).toBe(null);
  });

  test('while it waits for a page it says nothing of it', () => {
    showPanel({ state: 'waiting', held: [] });
    expect(screen.queryByRole('heading', { level: 2 })).toBe(null);
    expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
  });
});

describe('popup', () => {
  const showPopup = (onPanel?: () => void, held = frames, more: Partial<Parameters<typeof Popup>[0]> = {}) => {
    const onJump = vi.fn();
    render(
      <WordsProvider value={words}>
        <Popup
          facts={facts}
          search={() => []}
          host="news.example"
          page="on"
          frames={held}
          muted={[]}
          onAllow={nothing}
          onOnce={nothing}
          onSwitch={nothing}
          onUnmute={nothing}
          onPanel={onPanel}
          onJump={onJump}
          reporting={REPORTING}
          hasJournal={false}
          sentences="contested"
          onSentences={nothing}
          areMarksHidden={false}
          onHideMarks={nothing}
          {...more}
        />
      </WordsProvider>,
    );
    return onJump;
  };

  test('where the browser has no panel, it lists every place itself', () => {
    const onJump = showPopup();
    fireEvent.click(screen.getByRole('button', { name: /^Elected: zoe-muller/ }));
    expect(onJump.mock.lastCall![0]).toEqual({ frameId: 4, place: 1 });
    expect(screen.queryByRole('button', { name: /All places/ })).toBe(null);
  });

  test('where there is a panel, it counts, the most mentioned first, and leads there', () => {
    const onPanel = vi.fn();
    showPopup(onPanel);
    expect(screen.getAllByRole('button', { name: /mention/ }).map(({ textContent }) => textContent)).toEqual([
      'Dam Works99 mentions',
      'Zoé Müller11 mention',
    ]);
    fireEvent.click(screen.getByRole('button', { name: /All places/ }));
    expect(onPanel).toHaveBeenCalledOnce();
  });

  test('what is contested comes first: who said what, what contradicts it, and a jump there', () => {
    const onJump = showPopup(nothing);
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'On this page',
      '1 contested here',
      'Names',
    ]);
    const row = screen.getByRole('button', { name: /The dam is safe/ });
    expect(row.textContent).toBe('Dam Works: The dam is safe Contradicted by Zoé Müller: The dam shows cracks');
    fireEvent.click(row);
    expect(onJump.mock.lastCall![0]).toMatchObject({ frameId: 4, place: 2 });
  });

  test('what is cut says how much it is, and leads to the panel', () => {
    const onPanel = vi.fn();
    const claims = ['alone', 'tall', 'taller', 'as-mayor', 'blessing'];
    const matches = claims.map((claim, place) => ({
      claim,
      stance: place < 4 ? ('disputes' as const) : ('restates' as const),
      sentence: `Sentence ${place}`,
      confidence: 0.9,
      place,
    }));
    showPopup(onPanel, [{ frameId: 0, dossier: { mentions: [], matches } }]);
    expect(screen.getByRole('heading', { name: '4 contested here' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '1 more contested, beside the page' }));
    fireEvent.click(screen.getByRole('button', { name: '1 more sentence repeats a known statement' }));
    expect(onPanel).toHaveBeenCalledTimes(2);
    expect(screen.getAllByText('A sentence of this page disputes it.').length).toBe(3);
  });

  test('the choice of what is marked is at hand', () => {
    const onSentences = vi.fn();
    showPopup(nothing, frames, { onSentences });
    fireEvent.change(screen.getByRole('combobox', { name: 'Sentences marked' }), { target: { value: 'every' } });
    expect(onSentences).toHaveBeenCalledWith('every');
  });

  test('all marks of the page are hidden and shown again from here', () => {
    const onHideMarks = vi.fn();
    showPopup(nothing, frames, { onHideMarks });
    fireEvent.click(screen.getByRole('button', { name: 'Hide all marks on this page' }));
    expect(onHideMarks).toHaveBeenLastCalledWith(true);
    cleanup();
    showPopup(nothing, frames, { onHideMarks, areMarksHidden: true });
    fireEvent.click(screen.getByRole('button', { name: 'Show the marks on this page again' }));
    expect(onHideMarks).toHaveBeenLastCalledWith(false);
    cleanup();
    showPopup(nothing, []);
    expect(screen.queryByRole('button', { name: /marks on this page/ })).toBe(null);
  });
});
