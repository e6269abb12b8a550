/** What `npm start` says before it builds anything, and what it prints. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileFacts, readFactBase } from '../../../data/compile.ts';
import { findPage, Misuse } from '../../../scripts/start/find-page.ts';
import { rowsOf, tableOf } from '../../../scripts/start/report.ts';

const folder = mkdtempSync(join(tmpdir(), 'bridle-start-'));
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('npm start refuses in one sentence, before it builds', () => {
  it.each([
    ['a file that is not there', join(folder, 'none.html'), /was not found/],
    ['a kind of file that it does not read', file('a.pdf', '%PDF-1.7'), /not \.pdf/],
    ['a folder', folder, /is no file/],
    ['a text that is none', file('a.txt', new Uint8Array([0xff, 0x00, 0x41])), /a\.txt is/],
    ['an address of another kind', 'ftp://example.org/a', /http/],
    ['half an address', 'http://', /is no address/],
    ['a host that does not answer', 'http://127.0.0.1:9/', /does not answer/],
  ])('%s', async (_, wanted, reason) => {
    const refusal = await findPage(wanted).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Misuse);
    expect((refusal as Misuse).message).toMatch(reason);
    expect((refusal as Misuse).message).not.toContain('\n');
  });

  it('an address at which there is no page', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/gone') response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'application/pdf' }).end('x');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expect(findPage(`${origin}/gone`)).rejects.toThrow(/error \(404\)/);
    await expect(findPage(`${origin}/a.pdf`)).rejects.toThrow(/application\/pdf/);
    server.close();
  });
});

it('npm start opens a text as a page with the paragraphs that annotate reads', async () => {
  const { url, site } = await findPage(file('story.txt', 'NSO <Group>\nand more.\n\nA second one.'));
  const page = await (await fetch(url)).text();
  await site!.close();
  expect(page).toContain('<p>NSO &lt;Group>\nand more.</p>\n<p>A second one.</p>');
});

it('npm start prints how many statements there are on each name, and how many of them are contested', () => {
  const facts = compileFacts(readFactBase());
  const mention = { entity: 'nso-group', text: 'NSO', before: '', after: '', confidence: 1, doubtful: false, place: 1 };
  const rows = rowsOf({ mentions: [mention, mention], matches: [] }, facts);
  expect(rows).toMatchObject([{ name: 'NSO Group', mentions: 2 }]);
  expect(rows[0]!.contested).toBeGreaterThan(0);
  expect(rows[0]!.contested).toBeLessThan(rows[0]!.statements);
  const [head, line] = tableOf(rows).split('\n');
  expect(head).toMatch(/mentions here +statements +contested$/);
  expect(line).toMatch(/^NSO Group +2 +\d+ +\d+$/);
});
