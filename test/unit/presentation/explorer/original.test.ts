import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../../data/originals.ts';
import { readOriginal, type Offered } from '../../../../presentation/explorer/original.ts';

const TEXT = 'La digue tient.\nLe maire se tait – dit-il.\n';
const documents = {
  gazette: { length: TEXT.length, sha256: sha256(TEXT), sentences: [] },
  ledger: { length: 5, sha256: sha256('\uFEFFRien'), sentences: [] },
};
const read = (content: BlobPart, name = 'dam.txt') => readOriginal(new File([content], name), documents);
const refusing = (size: number): Offered => ({
  name: 'dam.txt',
  size,
  arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
});

describe('a file of the reader', () => {
  test('is known by the bytes that verify hashes, whatever its name', async () => {
    expect(await read(TEXT, 'another name')).toEqual({ name: 'another name', source: 'gazette', text: TEXT });
  });

  test('a byte order mark that the document has counts in its offsets', async () => {
    expect(await read('\uFEFFRien')).toEqual({ name: 'dam.txt', source: 'ledger', text: '\uFEFFRien' });
  });

  test.each([
    ['a byte order mark', `\uFEFF${TEXT}`],
    ['other line ends', TEXT.replaceAll('\n', '\r\n')],
    ['both', `\uFEFF${TEXT.replaceAll('\n', '\r')}`],
  ])('a copy with %s does not match, and is told from what is something else', async (_, copy) => {
    expect(await read(copy)).toEqual({ name: 'dam.txt', fault: 'copy', source: 'gazette' });
  });

  test('one changed letter makes it something else, and no text is handed on', async () => {
    expect(await read(TEXT.replace('maire', 'Maire'))).toEqual({
      name: 'dam.txt',
      fault: 'unknown',
      length: TEXT.length,
    });
  });

  test.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'not-text'],
    ['text in Latin-1', new Uint8Array([0x64, 0xe9, 0x6d, 0x65, 0x6e, 0x74]), 'not-text'],
    ['an empty file', '', 'empty'],
  ])('%s is refused with its reason', async (_, content, fault) => {
    expect(await read(content)).toEqual({ name: 'dam.txt', fault });
  });

  test('one that is too large is not read', async () => {
    expect(await readOriginal(refusing(2_000_001), documents)).toEqual({ name: 'dam.txt', fault: 'too-large' });
    expect(await readOriginal(refusing(2_000_000), documents)).toEqual({ name: 'dam.txt', fault: 'unreadable' });
  });

  test('a folder is not opened', async () => {
    expect(await readOriginal({ name: 'seeds', isFolder: true }, documents)).toEqual({
      name: 'seeds',
      fault: 'folder',
    });
  });

  test('its name is shown without signs that turn a line round', async () => {
    expect((await read('', 'dam\u202Etxt.exe\n')).name).toBe('damtxt.exe ');
  });
});
