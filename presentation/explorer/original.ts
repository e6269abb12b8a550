/** A file of the reader's, compared with the documents behind the sources. It is read here, and goes nowhere. */
import { MOST_DOCUMENT_BYTES, textOf, type Documents } from '../../data/documents.ts';
import { visibleText } from '../visible-text.ts';

/** A file that is one of the documents, byte for byte. */
export interface Original {
  name: string;
  source: string;
  text: string;
}

/** A file of which nothing is shown, and why. */
export type Refusal = { name: string } & (
  | { fault: 'folder' | 'empty' | 'too-large' | 'unreadable' | 'not-text' }
  /** The words of a source with other line ends, or with a byte order mark: offsets would not fit. */
  | { fault: 'copy'; source: string }
  /** A text, but none of the documents; its length in UTF-16 code units. */
  | { fault: 'unknown'; length: number }
);

/** How many files are read at once; more are a slip, such as all of a folder. */
export const MOST_FILES = 20;

/** What is dropped or chosen: a `File`, or a folder, which is not opened. */
export type Offered = Pick<File, 'name' | 'size' | 'arrayBuffer'> | { name: string; isFolder: true };

/** Reads a file and says which document it is. One that is too large is not read. */
export async function readOriginal(offered: Offered, documents: Documents): Promise<Original | Refusal> {
  const name = visibleText(offered.name);
  if ('isFolder' in offered) return { name, fault: 'folder' };
  if (offered.size === 0) return { name, fault: 'empty' };
  if (offered.size > MOST_DOCUMENT_BYTES) return { name, fault: 'too-large' };
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await offered.arrayBuffer());
  } catch {
    return { name, fault: 'unreadable' };
  }
  const source = await sourceOf(bytes, documents);
  if (source !== undefined) return { name, source, text: textOf(bytes) };
  const text = textOf(bytes);
  // What stands for bytes that are no UTF-8.
  if (/[\0\uFFFD]/.test(text)) return { name, fault: 'not-text' };
  const words = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const copied = await sourceOf(new TextEncoder().encode(words), documents);
  return copied === undefined
    ? { name, fault: 'unknown', length: text.length }
    : { name, fault: 'copy', source: copied };
}

/** The source whose document has these bytes. */
async function sourceOf(bytes: Uint8Array<ArrayBuffer>, documents: Documents): Promise<string | undefined> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return Object.keys(documents).find((id) => documents[id]!.sha256 === sha256);
}
