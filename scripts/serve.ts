/** A web server on loopback for pages of a folder, with a record of what was asked of it. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

export interface Site {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  origin: string;
  /** Paths in the order in which they were asked for. */
  asked: string[];
  close(): Promise<void>;
}

export interface Page {
  body: string | Buffer;
  headers?: OutgoingHttpHeaders;
}

/** Serves what `answer` gives for a path (decoded, with its leading slash, without the query); null is a 404. */
export async function serve(answer: (path: string) => Promise<Page | null>): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    respond(request, response, answer, asked).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers with the files below a folder. */
export function filesOf(folder: string, headers: OutgoingHttpHeaders = {}): (path: string) => Promise<Page | null> {
  return async (path) => {
    const file = normalize(join(folder, path));
    if (!file.startsWith(normalize(folder) + sep)) return null;
    const body = await readFile(file).catch(() => null);
    return (
      body && {
        body,
        headers: { 'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream', ...headers },
      }
    );
  };
}

/** Text types carry no charset: a page's own `<meta charset>` decides. */
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
};

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (path: string) => Promise<Page | null>,
  asked: string[],
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  asked.push(path);
  const page = await answer(path);
  if (!page) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...page.headers })
    .end(page.body);
}
