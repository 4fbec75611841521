import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** What an operation answers. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | AsyncIterable<Buffer>;
  /** Bytes, where the body comes chunk by chunk, or where a HEAD has none. */
  readonly length?: number;
  /** Called once the body is sent or given up. */
  readonly done?: () => void;
}

/** An answer that is an XML document. */
export function xmlAnswer(body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, headers: { ...headers, 'content-type': 'application/xml' }, body };
}

/** Sends an answer. A client that has left is no error; a body that cannot be read cuts the connection. */
export async function send(answer: Answer, response: ServerResponse): Promise<void> {
  const { status, body } = answer;
  const headers: Record<string, string | number> = { ...answer.headers };
  const length =
    answer.length ?? (typeof body === 'string' || Buffer.isBuffer(body) ? Buffer.byteLength(body) : 0);
  if (status !== 204 && status !== 304) headers['content-length'] = length;
  response.writeHead(status, headers);
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) {
    response.end(body);
    return;
  }
  await stream(body, response);
}

async function stream(body: AsyncIterable<Buffer>, response: ServerResponse): Promise<void> {
  const left = new AbortController();
  const leave = (): void => left.abort();
  response.once('close', leave);
  try {
    for await (const chunk of body) {
      if (left.signal.aborted) return;
      if (!response.write(chunk)) await once(response, 'drain', { signal: left.signal });
    }
    response.end();
  } catch (error) {
    response.destroy();
    if (!left.signal.aborted) throw error;
  } finally {
    response.off('close', leave);
  }
}
