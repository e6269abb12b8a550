/** The pages of `test/pages`: each holds both the page and what is expected of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { filesOf, serve, type Site } from '../../scripts/serve.ts';

export interface Expected {
  about: string;
  /** Sent with the page. */
  headers?: Record<string, string>;
  stages: {
    name: string;
    do?: { click: string };
    /** Every name that is marked, in reading order. */
    marks: string[];
    /** Every sentence that is marked; not looked at where left out. */
    sentences?: string[];
  }[];
}

const folder = resolve(import.meta.dirname, '../pages');

/** The fixtures that say what is expected of them, those in folders too. */
export const fixtures: { page: string; expected: Expected }[] = readdirSync(folder, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((page) => page.endsWith('.html'))
  .map((page) => ({
    page: page.replaceAll('\\', '/'),
    expected: expectedOf(readFileSync(resolve(folder, page), 'utf8'))!,
  }))
  .filter(({ expected }) => expected);

export function serveFixtures(): Promise<Site> {
  const files = filesOf(folder);
  return serve(async (path) => {
    const file = await files(path);
    const headers = fixtures.find(({ page }) => `/${page}` === path)?.expected.headers;
    return file && { ...file, headers: { ...file.headers, ...headers } };
  });
}

function expectedOf(html: string): Expected | null {
  const [, json] = /<script type="application\/json" id="expected">(.*?)<\/script>/s.exec(html) ?? [];
  return json ? JSON.parse(json) : null;
}
