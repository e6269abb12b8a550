/** What the commands do with too much, with odd names, and where the output cannot be written. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { markedText, type Mark } from '../../../cli/annotate/marked-text.ts';
import { readTextBlocks } from '../../../cli/annotate/text-blocks.ts';
import { printable, printableLine } from '../../../cli/printable.ts';

// Each command is a process that makes its engine first: on a busy machine that takes minutes.
vi.setConfig({ testTimeout: 300_000 });

const project = join(import.meta.dirname, '../../..');

function run(command: string, args: string[], stdout: 'pipe' | number = 'pipe') {
  return spawnSync(process.execPath, [join(project, `cli/${command}.ts`), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'pipe'],
  });
}

test('a long line is cut after sentences, then after words, and nothing of it is lost', () => {
  const sentences = 'One ship left. Another came in late! '.repeat(5_000).trim();
  const words = 'ship '.repeat(20_000).trim();
  const signs = '\u{1F6A2}'.repeat(30_000);
  for (const text of [sentences, words, signs]) {
    const { blocks } = readTextBlocks(text);
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks.map((block) => block.text).join('')).toBe(text);
    expect(blocks.every(({ start, text: own }) => own.length <= 4_096 && text.startsWith(own, start))).toBe(true);
    expect(blocks.every(({ text: own }) => own.isWellFormed())).toBe(true);
  }
  expect(readTextBlocks(sentences).blocks.every(({ text }) => /[.!]\s*$/.test(text))).toBe(true);
});

test('the work for the marks of a line grows as their number does', () => {
  const asked = (count: number) => {
    let reads = 0;
    const marks = Array.from({ length: count }, (_, at): Mark => {
      const find = { type: 'mention', end: at * 4 + 3, doubtful: false } as Mark['find'];
      Object.defineProperty(find, 'start', {
        get: () => {
          reads += 1;
          return at * 4;
        },
      });
      return { find, id: `${at}`, card: null };
    });
    markedText({ start: 0, text: 'NSO '.repeat(count), role: 'paragraph', finds: [] }, marks);
    return reads;
  };
  expect(asked(4_000) / asked(1_000)).toBeLessThan(8);
});

test('what moves a cursor or turns a line round is printed as its number', () => {
  expect(printable('a\u001b[2Jb\u202Ec\nd')).toBe(String.raw`a\u{1b}[2Jb\u{202e}c` + '\nd');
  expect(printableLine('a\nb\r')).toBe(String.raw`a\u{a}b\u{d}`);
  expect(printable('x'.repeat(100_000)).length).toBeLessThan(2_100);
});

test('a file’s name reaches the terminal without its control signs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bridle-bounds-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a\u001b[31m\u202Etxt.txt');
  writeFileSync(path, Buffer.from([0xc3, 0x28]));
  const { status, stderr } = run('annotate', [path]);
  expect([status, /(?!\n)[\p{Cc}\p{Cf}]/u.test(stderr)]).toEqual([1, false]);
  expect(stderr).toContain(String.raw`a\u{1b}[31m\u{202e}txt.txt: is not valid UTF-8`);
});

test.each([
  ['annotate', ['x'.repeat(5_000)], 'too long for a path'],
  ['annotate', ['there is none.txt'], 'no such file'],
  ['facts', ['x'.repeat(100_000)], 'There is no command xxx'],
  ['facts', ['coverage', 'x'.repeat(5_000)], 'There is no folder xxx'],
  ['verify', ['x'.repeat(5_000)], 'There is no folder xxx'],
])('%s with a bad argument says what is wrong in a line, %#', (command, args, message) => {
  const { status, stderr } = run(command, args);
  expect([status, stderr.includes(message), stderr.length < 7_000, /\n\s+at /.test(stderr)]).toEqual([
    1,
    true,
    true,
    false,
  ]);
});

test.skipIf(!existsSync('/dev/full'))('a full disk is said in a line, and is a failure', () => {
  const { status, stderr } = run('facts', ['export'], openSync('/dev/full', 'w'));
  expect([status, /\n\s+at /.test(stderr)]).toEqual([1, false]);
  expect(stderr).toContain('The output cannot be written');
});
