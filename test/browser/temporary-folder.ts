/** Around all files of browser tests: what they and the browsers keep in files is in one folder, which goes when they have run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { setTimeout } from 'node:timers/promises';

/** A browser that is just ending writes its profile once more. */
const endingMs = 1_500;

let folder: string | undefined;

export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'bridle-browsers-'));
  env.TMPDIR = folder;
}

export async function teardown(): Promise<void> {
  await setTimeout(endingMs);
  rmSync(folder!, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
