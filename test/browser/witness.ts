/** A proxy that lets nothing through and remembers who asked: whatever leaves loopback passes here. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Witness {
  /** `host:port` for the browser. */
  address: string;
  /** Hosts that were asked for, with port where one was given. */
  asked: string[];
  close(): Promise<void>;
}

export async function openWitness(): Promise<Witness> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://unknown').host);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
