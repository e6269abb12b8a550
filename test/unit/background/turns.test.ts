import { expect, test } from 'vitest';
import { createTurns } from '../../../background/turns.ts';

/** A clock that goes on by one with each step of a work. */
function open(mostWaiting = 4) {
  let nowMs = 0;
  const steps: string[] = [];
  const turns = createTurns({ sliceMs: 3, mostWaiting, now: () => nowMs, defer: (resume) => setTimeout(resume) });
  function* work(name: string, length: number) {
    for (let step = 0; step < length; step++) {
      nowMs++;
      steps.push(name);
      yield;
    }
    return name;
  }
  return { turns, steps, work };
}

test('a heavy owner delays another by no more than a slice', async () => {
  const { turns, steps, work } = open();
  const heavy = turns.run('heavy', work('h', 20));
  const light = turns.run('light', work('l', 2));
  expect(await light).toBe('l');
  expect(steps.join('')).toBe('hhhll');
  expect(await heavy).toBe('h');
});

test('the works of one owner run one after the other', async () => {
  const { turns, steps, work } = open();
  expect(await Promise.all([turns.run('a', work('1', 5)), turns.run('a', work('2', 1))])).toEqual(['1', '2']);
  expect(steps.join('')).toBe('111112');
});

test('however many works one owner asks for, few wait, and the others are told at once', async () => {
  const { turns, work } = open(2);
  const all = Array.from({ length: 100 }, () => turns.run('a', work('x', 1)));
  const outcomes = await Promise.all([...all, turns.run('b', work('y', 1))]);
  expect(outcomes.filter((outcome) => outcome === 'busy')).toHaveLength(98);
  expect(outcomes.at(-1)).toBe('y');
});

test('a work that fails harms nobody else', async () => {
  const { turns, work } = open();
  const broken = turns.run(
    'a',
    // oxlint-disable-next-line require-yield -- it fails before its first step
    (function* fail(): Generator<unknown, string> {
      throw new Error('broken');
    })(),
  );
  await expect(broken).rejects.toThrow('broken');
  expect(await turns.run('a', work('x', 1))).toBe('x');
});
