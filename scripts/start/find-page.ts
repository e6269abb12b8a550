/** What `npm start` was asked to open, looked at before anything is built. */
import { statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { InputError, readInput } from '../../cli/annotate/read-input.ts';
import { typeOf } from '../../cli/annotate/inputs.ts';
import { readTextBlocks } from '../../cli/annotate/text-blocks.ts';
import { filesOf, serve, type Site } from '../serve.ts';

/** What was asked for cannot be opened; the message says why in one sentence. */
export class Misuse extends Error {}

export interface WantedPage {
  url: string;
  /** The server of a file; to be closed by the caller. */
  site?: Site;
}

const DEMO = join(import.meta.dirname, '../news/demo.html');
const ANSWER_MS = 15_000;

/**
 * The demo page, a file served from loopback, or an address that answers with a page.
 * @throws {Misuse}
 */
export async function findPage(wanted: string | undefined): Promise<WantedPage> {
  if (wanted === undefined) return servePage(DEMO);
  if (/^https?:/i.test(wanted)) return { url: await checkAddress(wanted) };
  if (/^[a-z][a-z0-9+.-]+:/i.test(wanted)) {
    throw new Misuse(`${wanted} cannot be opened: give an address that begins with http:// or https://, or a file.`);
  }
  const file = resolve(wanted);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) throw new Misuse(`${wanted} was not found: give a file, or an address that begins with https://.`);
  if (!stat.isFile()) throw new Misuse(`${wanted} is no file: give a page (.html) or a text (.txt) in it.`);
  const type = typeOf(file);
  if (!type) {
    const ending = extname(file);
    throw new Misuse(`${wanted} cannot be read: give .html, .htm, .xhtml or .txt${ending ? `, not ${ending}` : ''}.`);
  }
  try {
    const { text } = await readInput({ name: file });
    return type === 'text' ? await serveText(basename(file), text) : await servePage(file);
  } catch (error) {
    if (error instanceof InputError) throw new Misuse(`${wanted} ${error.message}.`);
    throw error;
  }
}

async function checkAddress(wanted: string): Promise<string> {
  if (!URL.canParse(wanted)) throw new Misuse(`${wanted} is no address.`);
  const { href } = new URL(wanted);
  let answer: Response;
  try {
    answer = await fetch(href, { signal: AbortSignal.timeout(ANSWER_MS), headers: { accept: 'text/html' } });
    await answer.body?.cancel();
  } catch (error) {
    const { name, cause } = error as Error;
    const why = name === 'TimeoutError' ? `within ${ANSWER_MS / 1000} seconds` : `(${reasonOf(cause)})`;
    throw new Misuse(`${href} does not answer ${why}.`);
  }
  if (!answer.ok) throw new Misuse(`${href} answers with an error (${answer.status}).`);
  const type = (answer.headers.get('content-type') ?? 'text/html').split(';')[0]!.trim();
  if (!/^(?:text\/html|application\/xhtml\+xml)$/i.test(type)) throw new Misuse(`${href} is no page but ${type}.`);
  return href;
}

function reasonOf(cause: unknown): string {
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'its host was not found',
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: 'the connection was cut',
  };
  return (code && (reasons[code] ?? code)) || 'no connection';
}

async function servePage(file: string): Promise<WantedPage> {
  const site = await serve(filesOf(dirname(file)));
  return { url: `${site.origin}/${encodeURIComponent(basename(file))}`, site };
}

/** A text as a page: a paragraph for each block that `annotate` would read. */
async function serveText(name: string, text: string): Promise<WantedPage> {
  const paragraphs = readTextBlocks(text).blocks.map((block) => `<p>${escapeHtml(block.text)}</p>`);
  const style = 'body{max-width:40em;margin:3em auto;padding:0 1em;font:1.1em/1.6 serif;color-scheme:light dark}';
  const head = `<!doctype html><meta charset="utf-8"><title>${escapeHtml(name)}</title><style>${style}</style>`;
  const site = await serve(async (path) => (path === '/' ? { body: `${head}${paragraphs.join('\n')}` } : null));
  return { url: `${site.origin}/`, site };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
