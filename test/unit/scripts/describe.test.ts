/** What `npm start` says of a card where there is no display: that one was opened only if one was. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Session, Tab } from '../../../scripts/session.ts';
import { describe } from '../../../scripts/start/describe.ts';

vi.mock('node:fs', async (original) => ({ ...(await original()), mkdirSync: vi.fn(), writeFileSync: vi.fn() }));

const mention = { entity: 'nso-group', text: 'NSO', before: '', after: '', confidence: 1, doubtful: false, place: 1 };
const mark = { text: 'NSO', x: 10, y: 10 };
const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  vi.useFakeTimers();
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A browser in which these things happen. */
function sessionWith({ mentions, marks, opens }: { mentions: object[]; marks: object[]; opens: boolean }): Session {
  const dossiers = JSON.stringify([{ mentions, matches: [] }]);
  const answers: Record<string, unknown> = { readAll: dossiers, readMarks: marks, cardIsOpen: opens };
  const tab = {
    evaluate: async ({ name }: { name: string }) => answers[name],
    front: async () => {},
    move: async () => {},
    screenshot: async () => new Uint8Array(),
  } as unknown as Tab;
  return { open: async () => tab, openExtension: async () => tab } as unknown as Session;
}

async function told(session: Session): Promise<string> {
  const done = describe(session, 'http://news.example/');
  await vi.runAllTimersAsync();
  await done;
  return printed.join('\n');
}

test('a card that opened is said to have', async () => {
  const said = await told(sessionWith({ mentions: [mention], marks: [mark], opens: true }));
  expect(said).toMatch(/A card was opened; its picture is .*card\.png/);
});

test.each([
  ['no card opens', [mark]],
  ['no mark is in the window', []],
])('where %s, none is said to have been opened', async (_, marks) => {
  const said = await told(sessionWith({ mentions: [mention], marks, opens: false }));
  expect(said).toContain('No card could be opened');
  expect(said).not.toContain('was opened;');
});

test('of a page without the affair no card is spoken of', async () => {
  const said = await told(sessionWith({ mentions: [], marks: [], opens: false }));
  expect(said).toContain('nothing of the affair was recognised');
  expect(said).not.toContain('card');
});
