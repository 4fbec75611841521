import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What has passed since the last reading. Bytes are of bodies, without heads. */
export interface Traffic {
  readonly requests: number;
  readonly uploaded: number;
  readonly downloaded: number;
}

/** A meter in front of an S3 server. */
export interface Meter {
  readonly endpoint: string;
  /** Reads the meter and sets it back to zero. */
  read(): Traffic;
  close(): Promise<void>;
}

/** Starts a proxy on 127.0.0.1 that forwards every request as it is, and counts. */
export async function startMeter(target: string): Promise<Meter> {
  const counts = { requests: 0, uploaded: 0, downloaded: 0 };
  const forward = (from: IncomingMessage, to: ServerResponse): void => {
    counts.requests += 1;
    const upstream = request(
      target,
      { method: from.method, path: from.url, headers: from.headers },
      (answer) => {
        to.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.on('data', (chunk: Buffer) => {
          counts.downloaded += chunk.length;
        });
        answer.pipe(to);
      },
    );
    from.on('data', (chunk: Buffer) => {
      counts.uploaded += chunk.length;
    });
    upstream.on('error', () => to.destroy());
    // Whoever reads no further is sent no more.
    to.on('close', () => upstream.destroy());
    from.pipe(upstream);
  };
  const server = createServer(forward);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    read() {
      const reading = { ...counts };
      Object.assign(counts, { requests: 0, uploaded: 0, downloaded: 0 });
      return reading;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
