// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createInView } from '../../../page/in-view.ts';

type Page = Parameters<typeof createInView>[0];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page of one paragraph with marks at these heights of the window. */
function pageWith(marks: { place: number; top: number }[]): Page {
  document.body.innerHTML = '<p>NSO and Pegasus</p>';
  const node = document.querySelector('p')!.firstChild;
  const block = { id: 1, text: 'NSO and Pegasus', pieces: [{ node }] };
  return {
    reader: { blocks: () => [block] },
    painter: { marksOf: () => marks.map(({ place }) => ({ block, start: place, kind: 'mention' })) },
    marks: {
      rects: ({ start }: { start: number }) => {
        const { top } = marks.find(({ place }) => place === start)!;
        return [{ top, bottom: top + 20 }];
      },
    },
  } as unknown as Page;
}

test('what is in view is told at once, and again each time that scrolling changes it', async () => {
  const marks = [
    { place: 0, top: 100 },
    { place: 8, top: innerHeight + 500 },
  ];
  const told: number[] = [];
  createInView(pageWith(marks)).watch((places) => told.push(places.length), new AbortController().signal);
  await vi.runAllTimersAsync();
  expect(told).toEqual([1]);
  for (const by of [600, 0, innerHeight]) {
    for (const mark of marks) mark.top -= by;
    dispatchEvent(new Event('scroll'));
    await vi.runAllTimersAsync();
  }
  expect(told, 'only the second, no change, none').toEqual([1, 1, 0]);
});

test('marks that come are told, and nobody is told any more who has left', async () => {
  const marks = [{ place: 0, top: 100 }];
  const page = createInView(pageWith(marks));
  const leaving = new AbortController();
  const tell = vi.fn();
  page.watch(tell, leaving.signal);
  await vi.runAllTimersAsync();
  marks.push({ place: 8, top: 120 });
  page.nudge();
  await vi.runAllTimersAsync();
  expect(tell.mock.calls.map(([places]) => (places as number[]).length)).toEqual([1, 2]);
  leaving.abort();
  marks.pop();
  page.nudge();
  dispatchEvent(new Event('scroll'));
  await vi.runAllTimersAsync();
  expect(tell).toHaveBeenCalledTimes(2);
});
