/**
 * Texts made to hold up whoever reads them: against the expressions, the splitting into sentences, the weighing, the near spellings. What can
 * be counted is counted. The rest is the processor's time for a long text against that for one a sixteenth as long, both in one run, the quickest of
 * several: it would be 256 times as much where work grows with the square, and may be anything up to 150.
 */
import { gate } from 'virtual:bridle/gate';
import { expect, it, vi } from 'vitest';
import { foldText } from '../../../data/fold.ts';
import { atOnce } from '../../../matching/at-once.ts';
import { figuresOf } from '../../../matching/claims/figures.ts';
import { gateFor } from '../../../page/gate/expressions.ts';
import * as near from '../../../matching/names/near.ts';
import { sentencesOf } from '../../../matching/sentences.ts';
import { engine } from './engine.ts';

vi.mock('../../../matching/names/near.ts', async (original) => {
  const actual = await original<typeof near>();
  return { ...actual, editDistance: vi.fn(actual.editDistance) };
});

const LONG = 32_000;
const SHORT = LONG / 16;
const MOST = 150;
/** Opens the gate and makes a page of the affair. */
const HEAD = 'NSO Group sells the spyware Pegasus. ';

/** What is repeated until the text is long enough. */
const PIECES: Record<string, string> = {
  'one name': 'NSO ',
  'names and what speaks for them': 'NSO spyware ',
  'in short sentences': 'NSO spyware. ',
  'names and traps': 'Pegasus horse ',
  'names without space': 'Pegasus',
  surnames: 'Asselborn ',
  'given names': 'Jean ',
  'swapped names': 'Asselborn, Jean ',
  'misspelt names': 'Asselbron ',
  hyphens: 'NSO-',
  apostrophes: 'NSO’',
  'acronyms spelled out': 'NSO (Norddeutsches Sinfonie Orchester) ',
  capitals: 'A',
  stops: '.',
  'spaced stops': '. ',
  'stops and quotes': '." ',
  quotes: '"',
  'stops and brackets': '. )',
  'question marks': '!?',
  abbreviations: 'Mr. ',
  digits: '1',
  'groups of digits': '.111',
  'spaced groups': '1 111 ',
  'Arabic digits': '٠٬',
  'number words': 'zwei tausend ',
  thousands: 'tausend',
  'thousands that are none': 'xtausend',
  hundreds: 'hundert',
  'links of numbers': 'en',
  'other links': 'und',
  'links and tens': 'enzig',
  dates: '3 jan ',
  credits: `photo${' '.repeat(55)}NSO `,
  'credits with years': 'photo 2021 2021 2021 2021 2021 2021 2021 2021 2021 2021 NSO ',
  slashes: `photo ${'/'.repeat(50)} NSO `,
  agencies: 'with afp/afp/afp/afp/afp/afp/afp/afp/afp/afp/afp/ Reuters ',
  brackets: `${'('.repeat(45)} Reuters `,
  domains: 'a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.NSO ',
  paths: 'a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/NSO ',
  schemes: ':/:/:/:/:/:/:/:/:/:/:/NSO ',
  'combining marks': '\u0301',
  'marks in disorder': '\u0301\u0323',
  'invisible characters': '\u200b',
  ligatures: '\ufdfa',
  'half characters': '\ud800',
  'Arabic prefixes': 'وال',
  'Arabic words in one': 'والتجسس',
  'Hebrew prefixes': 'והבלמשכ',
  'Hebrew words': 'והבלמשכ ',
  emoji: '😀',
  'white space': ' \u00a0\n',
};

const textOf = (piece: string, size: number): string =>
  HEAD + piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** The processor's milliseconds for the quickest of so many runs: a busy machine makes others slower, not these. */
function quickestMs(runs: number, work: () => unknown): number {
  return Math.min(
    ...Array.from({ length: runs }, () => {
      const before = process.threadCpuUsage();
      work();
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}

/**
 * How many times as long the long one takes. What takes less than half a millisecond counts as that much. What looks like too much is measured
 * again, up to four times, and the least counts: a square stays one.
 */
function growth(work: (piece: string, size: number) => unknown, piece: string): number {
  work(piece, SHORT);
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5 && least > MOST / 2; attempt++) {
    least = Math.min(
      least,
      quickestMs(2, () => work(piece, LONG)) /
        Math.max(
          0.5,
          quickestMs(4, () => work(piece, SHORT)),
        ),
    );
  }
  return least;
}

const opens = gateFor(gate);
const WORKS: Record<string, (piece: string, size: number) => unknown> = {
  gate: (piece, size) => opens(textOf(piece, size)),
  scan: (piece, size) => engine.scan(textOf(piece, size)),
  'names and claims': (piece, size) => atOnce(engine.link([engine.scan(textOf(piece, size))])),
  sentences: (piece, size) => sentencesOf(textOf(piece, size)),
  figures: (piece, size) => figuresOf(textOf(piece, size), foldText(textOf(piece, size)).split(' ')),
};

it.each(Object.keys(WORKS))(
  '%s: the time grows with the length of the text',
  (name) => {
    const growths = Object.entries(PIECES).map(([what, piece]) => ({
      what,
      times: Math.round(growth(WORKS[name]!, piece)),
    }));
    console.log(
      `${name}: ${growths
        .toSorted((a, b) => b.times - a.times)
        .slice(0, 5)
        .map(({ what, times }) => `${what} ${times}`)
        .join(', ')}`,
    );
    expect(growths.filter(({ times }) => times > MOST)).toEqual([]);
  },
  120_000,
);

it('many blocks: the time grows with their number', () => {
  const work = (piece: string, count: number) =>
    atOnce(engine.link(Array.from({ length: count }, () => engine.scan(HEAD + piece))));
  for (const piece of ['Pegasus, the horse. ', 'Asselborn again. ', 'NSO. '])
    expect(growth((text, size) => work(text, size / 20), piece)).toBeLessThan(MOST);
}, 120_000);

it('near spellings: so many words are compared as there are different ones on the page, times the forms that begin like them', () => {
  const compared = (words: string[]): number => {
    vi.mocked(near.editDistance).mockClear();
    engine.scan(words.join(' '));
    return vi.mocked(near.editDistance).mock.calls.length;
  };
  // Spread over all endings, so that few and many are alike in their letters
  const strangers = (from: number, count: number) =>
    Array.from(
      { length: count },
      (_, at) => `Asselb${(((from + at) * 7919) % 36 ** 3).toString(36).padStart(3, 'o')}n`,
    );
  const [few, many] = [compared(strangers(0, 200)), compared(strangers(200, 3200))];
  expect(few).toBeGreaterThan(0);
  // Sixteen times as many words; it would be 256 times where each were compared with the others
  expect(many / few).toBeLessThan(32);
  expect(compared(Array.from({ length: 3200 }, () => 'Asselbqrm')), 'one word, however often').toBeLessThan(20);
});

it('a word without end is no number, and overflows nothing', () => {
  for (const piece of ['tausend', 'hundert', 'einhundert', 'zweitausend', 'undzwanzig'])
    expect([...figuresOf('', [piece.repeat(20_000)])]).toEqual([]);
  expect([...figuresOf('', ['neunhundertneunundneunzigtausendneunhundertneunundneunzig'])]).toEqual([999_999]);
});
