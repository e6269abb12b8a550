// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { words as cardWords } from 'virtual:bridle/words/card';
import { WrongMatch } from '../../../components/card/WrongMatch.tsx';
import { WordsProvider } from '../../../components/words.ts';
import { createWords } from '../../../presentation/words.ts';

afterEach(cleanup);

function show(alias: string | null, isDone: boolean) {
  const onMute = vi.fn(async () => isDone);
  render(
    <WordsProvider value={createWords(cardWords.en, 'en')}>
      <WrongMatch alias={alias} onMute={onMute} />
    </WordsProvider>,
  );
  return onMute;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('a name that was muted says so, and the way back leads to where it began', async () => {
  const onMute = show('NSO', true);
  press('Wrong match?');
  press('Anywhere');
  expect(onMute).toHaveBeenLastCalledWith('everywhere', true);
  expect((await screen.findByRole('status')).textContent).toContain('“NSO” is no longer marked anywhere.');
  press('Undo');
  expect(onMute).toHaveBeenLastCalledWith('everywhere', false);
  await screen.findByRole('button', { name: 'Wrong match?' });
});

test('of a sentence its statement is muted', async () => {
  const onMute = show(null, true);
  press('Wrong match?');
  screen.getByText('No longer match sentences with this statement');
  press('On this site');
  expect(onMute).toHaveBeenLastCalledWith('here', true);
  expect((await screen.findByRole('status')).textContent).toContain('No sentence on this site');
});

test.each(['NSO', null])('what was refused is not said to be muted (%s)', async (alias) => {
  show(alias, false);
  press('Wrong match?');
  press('On this site');
  const { textContent } = await screen.findByRole('status');
  expect(textContent).toContain('nothing has changed');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBe(null);
});

test('what cannot be taken back here says where it can', async () => {
  const onMute = show('NSO', true);
  press('Wrong match?');
  press('On this site');
  onMute.mockResolvedValue(false);
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('This cannot be taken back here; the options list it.');
});
