import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer as it came from the services, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** One request on its way to the services. */
export interface Exchange {
  /** The method and what it is about, e.g. `PUT out/ProcessA/0x…/step-a-output` or `POST StartExecution`. */
  readonly name: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** The client's port, which names its connection. */
  readonly port: number | undefined;
  /** The first transaction id in the request's path or body, else in its user agent. */
  readonly txnId: string | undefined;
  /** Hands the request on; `query` sets parameters of its query first. */
  forward(query?: Readonly<Record<string, string>>): Promise<Answer>;
  reply(answer: Answer): void;
  /** Destroys the connection: the client gets no answer. */
  cut(): void;
  /** Answers the head and the given beginning of the body, and destroys the connection once it is sent. */
  cutAfter(answer: Answer): void;
}

/** Deals with an exchange instead of handing it on. */
export type Meddle = (exchange: Exchange) => Promise<void> | undefined;

export interface Front {
  readonly url: string;
  close(): Promise<void>;
}

/** A server that stands before the services and sees each request whole before anything happens to it. */
export async function openFront(backend: string, meddle: Meddle): Promise<Front> {
  const server = createServer((incoming, response) => {
    void serve(backend, incoming, response, meddle);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An error in the form in which the service that was asked answers it. */
export function errorAnswer({ method }: Exchange, status: number, code: string): Answer {
  const json = method === 'POST';
  const text = json
    ? `{"__type":"${code}"}`
    : `<Error><Code>${code}</Code><Message>injected</Message></Error>`;
  return {
    status,
    headers: { 'content-type': json ? 'application/x-amz-json-1.0' : 'application/xml' },
    body: Buffer.from(text),
  };
}

async function serve(
  backend: string,
  incoming: IncomingMessage,
  response: ServerResponse,
  meddle: Meddle,
): Promise<void> {
  const body = await readAll(incoming).catch(() => undefined);
  if (body === undefined) return;
  const exchange = toExchange(backend, incoming, body, response);
  try {
    await (meddle(exchange) ?? exchange.forward().then(exchange.reply));
  } catch {
    exchange.cut();
  }
}

function toExchange(
  backend: string,
  incoming: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Exchange {
  const { method = '', headers } = incoming;
  const url = new URL(incoming.url ?? '/', backend);
  const key = url.pathname.split('/').slice(2).join('/');
  const operation = String(headers['x-amz-target'] ?? '').split('.')[1];
  const text = operation ? body.toString() : url.pathname;
  return {
    name: `${method} ${operation ?? key}`,
    method,
    headers,
    port: incoming.socket.remotePort,
    txnId: /0x[0-9a-f]{8,64}/.exec(`${text} ${headers['user-agent']}`)?.[0],
    // Notes of a body are for the front alone.
    forward: (query = {}) => {
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url.pathname.startsWith('/-/') ? Promise.resolve(noContent) : forward(url, incoming, body);
    },
    reply: (answer) => {
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    },
    cut: () => incoming.socket.destroy(),
    cutAfter: ({ status, headers, body: beginning }) => {
      response.writeHead(status, headers);
      response.write(beginning, () => incoming.socket.destroy());
    },
  };
}

const noContent: Answer = { status: 204, headers: {}, body: Buffer.alloc(0) };

function forward(url: URL, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers } = incoming;
    const outgoing = request(url, { method, headers: { ...headers, connection: 'close' } }, (answer) => {
      readAll(answer).then((bytes) => {
        const { connection: _hop, 'transfer-encoding': _framing, ...rest } = answer.headers;
        resolve({ status: answer.statusCode ?? 500, headers: rest, body: bytes });
      }, reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
