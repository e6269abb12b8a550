// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { scriptLife } from '../../../platform/script-life.ts';

const { id } = fakeBrowser.runtime;

afterEach(() => {
  Object.assign(fakeBrowser.runtime, { id });
  fakeBrowser.reset();
});

const addHost = () => document.documentElement.append(document.createElement('bridle-card'));
const aTurn = () =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

test('the same script, started again, takes over', () => {
  const [first, other, second] = [scriptLife('one'), scriptLife('other'), scriptLife('one')];
  expect([first.aborted, other.aborted, second.aborted]).toEqual([true, false, false]);
});

test('what an update left behind ends when the next version shows itself', async () => {
  const life = scriptLife('left');
  Object.assign(fakeBrowser.runtime, { id: undefined });
  addHost();
  await vi.waitFor(() => expect(life.aborted).toBe(true));
});

test('a page that only looks like the next version ends nothing', async () => {
  const life = scriptLife('forged');
  addHost();
  await aTurn();
  expect(life.aborted).toBe(false);
});
