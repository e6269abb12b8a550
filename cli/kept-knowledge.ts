/**
 * The claim knowledge of this project's fact base as a file: what the extension carries, and what programs in Node read. Comparing 13,000 examples
 * takes seconds, so it is made anew only when something that it hangs on has changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readFactBase, type FactBase } from '../data/read.ts';
import { claimKnowledge, type ClaimKnowledge } from '../matching/claims/knowledge.ts';
import { readKnowledge, writeKnowledge } from '../matching/claims/knowledge-file.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'node_modules/.cache/bridle');

/**
 * Path of the file.
 * @throws {Error} where it would have to be made and cannot be written
 */
export function keptKnowledgeFile(): string {
  const path = pathNow();
  if (!existsSync(path)) keep(path, claimKnowledge(readFactBase()));
  return path;
}

export function keptKnowledge(): ClaimKnowledge {
  return read(keptKnowledgeFile());
}

/** Of a fact base as it was read from a folder, undefined for this project's own. */
export function knowledgeOf(base: FactBase, readFrom: string | undefined): ClaimKnowledge {
  if (readFrom !== undefined) return claimKnowledge(base);
  const path = pathNow();
  if (existsSync(path)) return read(path);
  const made = claimKnowledge(base);
  try {
    keep(path, made);
  } catch {
    // Nothing can be written there: it is made anew each time.
  }
  return made;
}

function pathNow(): string {
  return join(folder, `claims-${fingerprint()}.bin`);
}

function read(path: string): ClaimKnowledge {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return readKnowledge(buffer.slice(byteOffset, byteOffset + byteLength));
}

/** In place of what was kept before. Others may make it at the same time: it is there as a whole or not at all. */
function keep(path: string, knowledge: ClaimKnowledge): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!name.startsWith(basename(path))) rmSync(join(folder, name));
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, writeKnowledge(knowledge));
  renameSync(unfinished, path);
}

/** Of the data, and of the code that makes knowledge of them. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const part of ['data', 'matching'])
    for (const name of readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).toSorted())
      if (/\.(?:json|ts)$/.test(name)) hash.update(`${name}\n`).update(readFileSync(join(root, part, name)));
  return hash.digest('hex').slice(0, 16);
}
