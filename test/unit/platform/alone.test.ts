import { afterEach, expect, test, vi } from 'vitest';
import { alone } from '../../../platform/alone.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['chrome-extension:', ['settings']],
  ['moz-extension:', ['settings']],
  ['https:', []],
])('work on a page of %s asks for its turn among the pages of the extension: %j', async (protocol, asked) => {
  const request = vi.fn(async (_name: string, work: () => Promise<string>) => work());
  vi.stubGlobal('location', { protocol });
  vi.stubGlobal('navigator', { locks: { request } });
  expect(await alone('settings', async () => 'done')).toBe('done');
  expect(request.mock.calls.map(([name]) => name)).toEqual(asked);
});
