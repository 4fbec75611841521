import { once } from 'node:events';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { createConnection, type Socket } from 'node:net';

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The local port of the connection: the same for two requests on one connection. */
  readonly port: number | undefined;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Sends a request that no SDK would, on a connection that is kept. */
export async function wire(
  url: string,
  method: string,
  path: string,
  options: { readonly headers?: OutgoingHttpHeaders; readonly body?: string | Buffer } = {},
): Promise<WireAnswer> {
  const { hostname, port } = new URL(url);
  const body = options.body ?? '';
  const headers = { 'content-length': Buffer.byteLength(body), ...options.headers };
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers, agent }, (incoming) => {
      const local = incoming.socket.localPort;
      incoming.setEncoding('utf8');
      let text = '';
      incoming.on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode, headers: incoming.headers, text, port: local }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The code in an error's XML. */
export function codeOf(answer: WireAnswer): string | undefined {
  return /<Code>(.*?)<\/Code>/.exec(answer.text)?.[1];
}

/** Opens a connection and sends bytes as they are. */
export async function rawSocket(url: string, bytes: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = createConnection({ host: hostname, port: Number(port) });
  await once(socket, 'connect');
  socket.write(bytes);
  return socket;
}
