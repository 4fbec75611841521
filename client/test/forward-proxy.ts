import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { generate } from 'selfsigned';

/** The variables that choose a proxy. */
export const proxyVariables = [
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
  'ALL_PROXY',
  'all_proxy',
  'NO_PROXY',
  'no_proxy',
];

/** A request that came to its end behind the proxy. */
export interface Arrived {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly target: string | undefined;
}

export interface ForwardProxy {
  readonly url: string;
  /** Where callers wanted to go, as `host:port`, and with which credentials. */
  readonly tunnels: readonly { readonly to: string; readonly authorization: string | undefined }[];
  /** Plain requests, which nobody should send here. */
  readonly plain: () => number;
  close(): Promise<void>;
}

/** A forward proxy on loopback: every tunnel ends at `port`, whichever host was asked for. A refusal answers 407. */
export async function startForwardProxy(port: number, refuse = false): Promise<ForwardProxy> {
  const tunnels: { to: string; authorization: string | undefined }[] = [];
  const sockets = new Set<Socket>();
  let plain = 0;
  const server = createHttpServer((_request, response) => {
    plain += 1;
    response.writeHead(502).end();
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    tunnels.push({ to: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (refuse) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(upstream).pipe(socket);
    });
    sockets.add(upstream);
    upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    plain: () => plain,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

export interface TlsStub {
  readonly port: number;
  /** The certificate that callers must trust, as PEM. */
  readonly certificate: string;
  readonly arrived: readonly Arrived[];
  close(): Promise<void>;
}

/** S3 and Step Functions at the edge of TLS: stores nothing, starts nothing, and says that all went well. */
export async function startTlsStub(names: readonly string[]): Promise<TlsStub> {
  const arrived: Arrived[] = [];
  const pair = await generate([{ name: 'commonName', value: 'sfs3 test' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  const server = createTlsServer({ key: pair.private, cert: pair.cert }, async (request, response) => {
    const target = request.headers['x-amz-target']?.toString();
    arrived.push({
      host: request.headers.host ?? '',
      method: request.method ?? '',
      path: request.url ?? '',
      target,
    });
    await text(request);
    if (target === undefined) {
      response.writeHead(200, { etag: '"stored"', 'x-amz-server-side-encryption': 'AES256' }).end();
      return;
    }
    const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:ProcessA-dev:0x58fe985b67000000';
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ status: 'SUCCEEDED', startDate: 1_700_000_000, executionArn }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    certificate: pair.cert,
    arrived,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
