import { readFileSync, statSync, type Stats } from 'node:fs';
import { STANDARD_INPUT, reasonOf, typeOf, type FileType, type Input } from './inputs.ts';

/** An input that cannot be annotated; the message says why, and follows the input's name. */
export class InputError extends Error {
  override name = 'InputError';
}

export interface TextFile {
  text: string;
  type: FileType;
}

const MEGABYTE = 1_000_000;
/** A parsed page takes some fifty times its size in memory. */
const LARGEST_BYTES: Record<FileType, number> = { text: 50 * MEGABYTE, html: 20 * MEGABYTE, xhtml: 20 * MEGABYTE };

/**
 * The text of an input. A byte order mark stays in it, as it does for other readers of the file.
 * @param typed what the caller says of inputs whose name does not tell
 * @throws {InputError}
 */
export async function readInput({ name, refused }: Input, typed?: FileType): Promise<TextFile> {
  if (refused) throw new InputError(refused);
  if (name === STANDARD_INPUT) {
    const text = decode(await readStandardInput());
    return { text, type: typed === 'text' ? 'text' : (markupOf(text) ?? typed ?? 'text') };
  }
  const type = typeOf(name) ?? typed;
  const size = sizeOf(name);
  if (!type) throw new InputError('its name ends in none of .txt, .html, .htm, .xhtml; say --type html or --type text');
  checkSize(size, type);
  return { text: decode(attempt(() => readFileSync(name))), type };
}

function sizeOf(path: string): number {
  const stats: Stats = attempt(() => statSync(path));
  if (!stats.isFile()) throw new InputError('is no file');
  return stats.size;
}

function checkSize(bytes: number, type: FileType): void {
  const largest = LARGEST_BYTES[type];
  if (bytes > largest)
    throw new InputError(`is too large: ${(bytes / MEGABYTE).toFixed(1)} MB, at most ${largest / MEGABYTE} MB`);
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    checkSize(bytes, 'html');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** UTF-8, or UTF-16 that says so by its byte order mark. */
function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError(
      bytes.includes(0) ? 'is a binary file' : `is not valid ${encoding.toUpperCase()}; convert it first`,
    );
  }
  if (text.includes('\0')) throw new InputError('is a binary file');
  return text;
}

/** A text that begins with a tag is a page. */
function markupOf(text: string): 'html' | 'xhtml' | undefined {
  if (/^\uFEFF?\s*<\?xml\s/.test(text)) return 'xhtml';
  return /^\uFEFF?\s*<(?:!doctype\s|!--|[a-z][a-z0-9-]*[\s/>])/i.test(text) ? 'html' : undefined;
}

function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InputError(reasonOf(error));
  }
}
