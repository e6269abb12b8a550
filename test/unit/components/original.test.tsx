// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { words as cardWords } from 'virtual:bridle/words/card';
import { words as explorerWords } from 'virtual:bridle/words/explorer';
import { Explorer } from '../../../components/explorer/Explorer.tsx';
import { WordsProvider } from '../../../components/words.ts';
import { sha256 } from '../../../data/originals.ts';
import { createWords } from '../../../presentation/words.ts';
import { facts as dam } from '../../fixtures/facts.ts';

const SENTENCES = ['La digue.', 'Elle tient bon.', 'Le maire voit des fissures.', 'La rivière monte.'];
const TEXT = SENTENCES.join('\n');
const spanOf = (words: string) => ({
  source: 'gazette',
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});
const evidence: Record<string, string> = { safe: 'tient bon', cracked: 'voit des fissures' };
const facts = {
  ...dam,
  claims: dam.claims.map((claim) => ({
    ...claim,
    evidence: claim.id in evidence ? [spanOf(evidence[claim.id]!)] : [],
  })),
};
const documents = {
  gazette: {
    length: TEXT.length,
    sha256: sha256(TEXT),
    sentences: SENTENCES.map((words, at) => ({
      start: spanOf(words).start,
      end: spanOf(words).end,
      ...(at === 0 && { none: 'heading' as const }),
    })),
  },
};
const words = createWords({ ...cardWords.en, ...explorerWords.en }, 'en');

function show() {
  return render(
    <WordsProvider value={words}>
      <Explorer facts={facts} documents={documents} search={() => []} />
    </WordsProvider>,
  );
}

/** Chooses files as the reader does by the button. */
function choose(...files: File[]) {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(input, 'files', { configurable: true, value: files });
  fireEvent.change(input);
}

/** Drops files, and folders by their names, somewhere on the page. */
function drop(...dropped: (File | string)[]) {
  const items = dropped.map((file) => ({
    webkitGetAsEntry: () => ({ isDirectory: typeof file === 'string', name: file }),
    getAsFile: () => file,
  }));
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], items } });
  fireEvent(document.querySelector('h1')!, event);
  return event;
}

const original = () => new File([TEXT], 'dam.txt');
const said = () => document.querySelector('.original [role=status]')!.textContent;
const passage = () => document.querySelector('.passage blockquote');

beforeEach(() => history.replaceState(null, '', '?claim=safe'));
afterEach(cleanup);

describe('evidence in its place', () => {
  test('says which sentences carry it, and what was taken from each neighbour', () => {
    show();
    screen.getByText('Sentence 2 of 4');
    const strip = within(screen.getByRole('group', { name: 'The sentences around it' }));
    expect(strip.getAllByRole('radio').map((radio) => radio.getAttribute('aria-label'))).toEqual([
      'Sentence 1 of 4: heading',
      'Sentence 2 of 4: 1 statement',
      'Sentence 3 of 4: 1 statement',
      'Sentence 4 of 4: 0 statements',
    ]);
    fireEvent.click(strip.getByRole('radio', { name: 'Sentence 1 of 4: heading' }));
    screen.getByText('No statement: heading');
    fireEvent.click(strip.getByRole('radio', { name: 'Sentence 3 of 4: 1 statement' }));
    const taken = within(document.querySelector<HTMLElement>('.taken')!);
    const link = taken.getByRole('link', { name: 'The dam shows cracks' });
    expect(link.getAttribute('href')).toBe('?claim=cracked');
    expect(link.closest('li')!.textContent).toContain('Zoé Müller');
  });

  test('shows no word of the document until the reader brings it', () => {
    show();
    expect(passage()).toBeNull();
    expect(document.body.textContent).not.toContain('Elle');
  });

  test('a chosen file that matches shows the span among its neighbours, until it is forgotten', async () => {
    show();
    choose(original());
    await waitFor(() =>
      expect(passage()?.textContent).toBe(`1La digue.\n2Elle tient bon.\n3${SENTENCES[2]}\n4${SENTENCES[3]}`),
    );
    expect(passage()!.querySelector('mark')!.textContent).toBe('tient bon');
    expect(passage()!.closest('figure')!.textContent).toContain('The fingerprint matches.');
    expect(said()).toContain('“dam.txt” is the document of Gazette.');
    fireEvent.click(screen.getByRole('button', { name: 'Forget the file' }));
    expect(passage()).toBeNull();
    expect(said()).toBe('“dam.txt” is forgotten.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Choose files …' }));
  });

  test('is kept for the other statements of the source', async () => {
    show();
    choose(original());
    await waitFor(() => expect(passage()).not.toBeNull());
    fireEvent.click(screen.getAllByRole('link', { name: 'The dam shows cracks' })[0]!);
    await waitFor(() => expect(passage()?.querySelector('mark')?.textContent).toBe('voit des fissures'));
  });

  test('several files are taken at once, also by dropping them, and each that does not fit says why', async () => {
    show();
    const event = drop(original(), new File(['Autre chose.'], 'other.txt'), 'seeds', new File([], 'none.txt'));
    expect(event.defaultPrevented, 'the browser does not open it').toBe(true);
    await waitFor(() => expect(passage()).not.toBeNull());
    const refusals = [...screen.getByRole('alert').querySelectorAll('p')].map(({ textContent }) => textContent);
    expect(refusals).toEqual([
      `“other.txt” is a text of 12 characters, and its fingerprint is that of no source. Nothing from it is shown. Expected: Gazette, ${TEXT.length} characters.`,
      `“seeds” is a folder: bring the file itself. Nothing from it is shown. Expected: Gazette, ${TEXT.length} characters.`,
      `“none.txt” is empty. Nothing from it is shown. Expected: Gazette, ${TEXT.length} characters.`,
    ]);
    choose(original());
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(''));
  });

  test('a whole folder’s worth of files is not read', async () => {
    show();
    choose(...Array.from({ length: 21 }, original));
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toBe('21 files at once are more than 20: none was read.'),
    );
    expect(passage()).toBeNull();
  });

  test('while files are held over the page it says where to drop them; other things are let through', () => {
    show();
    const drag = (type: string, types: string[]) => {
      const event = new Event(type, { bubbles: true, cancelable: true });
      Object.assign(event, { dataTransfer: { types, items: [] }, relatedTarget: null });
      fireEvent(document.body, event);
      return event.defaultPrevented;
    };
    expect(drag('dragover', ['text/plain'])).toBe(false);
    expect(screen.queryByText('Drop the document here')).toBeNull();
    expect(drag('dragenter', ['Files'])).toBe(true);
    screen.getByText('Drop the document here');
    drag('dragleave', ['Files']);
    expect(screen.queryByText('Drop the document here')).toBeNull();
  });
});
